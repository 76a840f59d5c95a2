/** Encrypts what only few may ever read (ID numbers). Pluggable: another algorithm is another object of this shape. */
export interface Cipher {
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(cipher: Uint8Array): Promise<string>;
  /** A keyed hash, the same for the same text: finds a number without decrypting any. */
  hash(text: string): Promise<Uint8Array>;
}

/** First byte of every cipher text, so that another algorithm or key can follow. */
const version = 1;
const nonceBytes = 12;

/**
 * AES-256-GCM and HMAC-SHA-256 through WebCrypto, so on Node and on Workers alike. Both keys are derived from the
 * one given (32 random bytes or more) and never used for the other's purpose.
 */
export async function aesCipher(key: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  if (key.byteLength < 32) throw new Error('The key must have at least 32 bytes.');
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
  return {
    encrypt: async (text) => {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, bytesOf(text));
      return Uint8Array.of(version, ...iv, ...new Uint8Array(sealed));
    },
    decrypt: async (cipher) => {
      if (cipher[0] !== version) throw new Error('The cipher text is of another version.');
      const iv = Uint8Array.from(cipher.subarray(1, 1 + nonceBytes));
      const sealed = Uint8Array.from(cipher.subarray(1 + nonceBytes));
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, secret, sealed));
    },
    hash: async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytesOf(text))),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}
