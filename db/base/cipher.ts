import type { SmBox } from './sm-cipher.ts';

/** Encrypts what only few may ever read (ID numbers). `about` names the row: a cipher text opens nowhere else. */
export interface Cipher {
  encrypt(text: string, about: string): Promise<Uint8Array>;
  /** As `encrypt` and `decrypt`, of what is no text. */
  seal(data: Uint8Array, about: string): Promise<Uint8Array>;
  open(sealed: Uint8Array, about: string): Promise<Uint8Array>;
  /** Throws for another key's, another row's or an altered one. Opens what any of the algorithms sealed. */
  decrypt(cipher: Uint8Array, about: string): Promise<string>;
  /** A keyed hash, the same for the same text: finds a number without decrypting any. */
  hash(text: string): Promise<Uint8Array>;
  /** Was this sealed as `encrypt` would seal it now? What was not is sealed anew when the key is changed. */
  isCurrent(cipher: Uint8Array): boolean;
}

/**
 * `aes`: AES-256-GCM and HMAC-SHA-256. `sm`: SM4-GCM and HMAC-SM3, for a county whose system is assessed for commercial
 * cryptography (密评).
 */
export const cipherKinds = ['aes', 'sm'] as const;
export type CipherKind = (typeof cipherKinds)[number];

/** First byte of every cipher text. Nothing is sealed with `unbound` any more: it opened in any row. */
const versions = { unbound: 1, aes: 2, sm: 3 } as const;
const nonceBytes = 12;

/**
 * The cipher under a key (32 random bytes or more), through WebCrypto or plain JavaScript, so on Node and on Workers
 * alike. Every use has a key of its own, derived from the one given.
 */
export async function openCipher(key: Uint8Array<ArrayBuffer>, kind: CipherKind = 'aes'): Promise<Cipher> {
  if (key.byteLength < 32) throw new Error('The key must have at least 32 bytes.');
  const aes = await aesBox(key);
  let sm: SmBox | undefined;
  // Loaded where it is used: another few dozen kilobytes.
  const smBox = async () => {
    sm ??= (await import('./sm-cipher.ts')).smBox(key);
    return sm;
  };
  const version = versions[kind];
  const seal = async (data: Uint8Array<ArrayBuffer>, about: string) => {
    const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const box = kind === 'aes' ? aes : await smBox();
    const sealed = await box.seal(iv, data, bytesOf(about));
    const whole = new Uint8Array(1 + nonceBytes + sealed.length);
    whole[0] = version;
    whole.set(iv, 1);
    whole.set(sealed, 1 + nonceBytes);
    return whole;
  };
  const open = async (cipher: Uint8Array, about: string): Promise<Uint8Array> => {
    const iv = Uint8Array.from(cipher.subarray(1, 1 + nonceBytes));
    const sealed = Uint8Array.from(cipher.subarray(1 + nonceBytes));
    const row = bytesOf(about);
    switch (cipher[0]) {
      case versions.unbound:
        return aes.open(iv, sealed, new Uint8Array());
      case versions.aes:
        return aes.open(iv, sealed, row);
      case versions.sm:
        return (await smBox()).open(iv, sealed, row);
      default:
        throw new Error('The cipher text is of another version.');
    }
  };
  return {
    encrypt: (text, about) => seal(bytesOf(text), about),
    decrypt: async (cipher, about) => textOf(await open(cipher, about)),
    seal: (data, about) => seal(Uint8Array.from(data), about),
    open,
    hash: async (text) => (kind === 'aes' ? aes.hash(bytesOf(text)) : (await smBox()).hash(bytesOf(text))),
    isCurrent: (cipher) => cipher[0] === version,
  };
}

async function aesBox(key: Uint8Array<ArrayBuffer>) {
  const root = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(purpose) },
      root,
      algorithm,
      false,
      usages,
    );
  const secret = await derive('ruhu encrypt', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const mac = await derive('ruhu look up', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  type Bytes = Uint8Array<ArrayBuffer>;
  const bound = (iv: Bytes, additionalData: Bytes) => ({ name: 'AES-GCM', iv, additionalData });
  return {
    seal: async (iv: Bytes, text: Bytes, about: Bytes) =>
      new Uint8Array(await crypto.subtle.encrypt(bound(iv, about), secret, text)),
    open: async (iv: Bytes, sealed: Bytes, about: Bytes) =>
      new Uint8Array(await crypto.subtle.decrypt(bound(iv, about), secret, sealed)),
    hash: async (text: Bytes) => new Uint8Array(await crypto.subtle.sign('HMAC', mac, text)),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
