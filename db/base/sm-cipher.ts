import { sm3, sm4 } from 'sm-crypto-v2';

/** SM4-GCM and HMAC-SM3 (GB/T 32907, GB/T 32905) under keys derived from one. */
export interface SmBox {
  seal(iv: Uint8Array, text: Uint8Array, about: Uint8Array): Uint8Array;
  /** Throws where the tag doesn't fit. */
  open(iv: Uint8Array, sealed: Uint8Array, about: Uint8Array): Uint8Array;
  hash(text: Uint8Array): Uint8Array;
}

const tagBytes = 16;
const keyBytes = 16;

/** @param root 32 random bytes or more; what is derived from it is of use for nothing else */
export function smBox(root: Uint8Array): SmBox {
  const derive = (purpose: string) => macOf(root, new TextEncoder().encode(purpose));
  const secret = derive('ruhu encrypt sm4').subarray(0, keyBytes);
  const lookUp = derive('ruhu look up sm3');
  // Everything goes in as bytes: the library reads a text as hexadecimal digits here and as words there.
  const mode = (iv: Uint8Array, associatedData: Uint8Array) =>
    ({ mode: 'gcm', output: 'array', padding: 'none', iv, associatedData }) as const;
  return {
    seal: (iv, text, about) => {
      const { output, tag } = sm4.encrypt(text, secret, { ...mode(iv, about), outputTag: true });
      if (tag === undefined || tag.length !== tagBytes) throw new Error('SM4-GCM gave no tag.');
      return Uint8Array.of(...output, ...tag);
    },
    open: (iv, sealed, about) => {
      // Without its tag the library would open anything.
      if (sealed.length < tagBytes) throw new Error('The cipher text is too short.');
      const tag = sealed.subarray(sealed.length - tagBytes);
      return sm4.decrypt(sealed.subarray(0, sealed.length - tagBytes), secret, { ...mode(iv, about), tag });
    },
    hash: (text) => macOf(lookUp, text),
  };
}

function macOf(key: Uint8Array, text: Uint8Array): Uint8Array {
  const hex = sm3(text, { key });
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}
