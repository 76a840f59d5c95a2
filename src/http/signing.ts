import type { z } from 'zod';

/** Signs and opens small tokens with HMAC-SHA256 through WebCrypto: `base64url(json).base64url(mac)`. */
export interface Signer {
  seal(content: object): Promise<string>;
  /** The content of a token of this purpose; null for anything altered, foreign, misshapen or too long. */
  open<T>(token: string, schema: z.ZodType<T>): Promise<T | null>;
}

const MAX_TOKEN = 2000;

/** A signer whose key is derived from the application's; `purpose` keeps tokens of different uses apart. */
export function signer(secret: Uint8Array, purpose: string): Signer {
  const key = deriveKey(secret, purpose);
  return {
    async seal(content) {
      const body = bytesOf(JSON.stringify(content));
      const mac = await crypto.subtle.sign('HMAC', await key, body);
      return `${toBase64Url(body)}.${toBase64Url(new Uint8Array(mac))}`;
    },
    async open(token, schema) {
      const [body, mac] = token.length > MAX_TOKEN ? [] : token.split('.').map(fromBase64Url);
      if (!body || !mac || !(await crypto.subtle.verify('HMAC', await key, mac, body))) return null;
      const read = schema.safeParse(JSON.parse(new TextDecoder().decode(body)));
      return read.success ? read.data : null;
    },
  };
}

async function deriveKey(secret: Uint8Array, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, [
    'deriveKey',
  ]);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: bytesOf(`ruhu ${purpose}`) },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/u.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null; // Not base64 after all: as good as altered.
  }
}
