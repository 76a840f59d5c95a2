/**
 * WeCom's message encryption: AES-256-CBC, IV = first half of the key, PKCS#7 padding to blocks of 32 bytes,
 * around `random(16) | length(4, big-endian) | message | receiver id`; signed with SHA-1 over the sorted parts.
 * Written on WebCrypto so that it runs on Node and on Workers alike. WebCrypto insists on padding to 16 bytes
 * and refuses the platform's 17–32, so the padding block is added and taken off by hand here.
 * Described at developer.work.weixin.qq.com/document/path/96238 and /101033.
 */
const BLOCK = 16;
const PAD_TO = 32;
const RANDOM_BYTES = 16;
const HEAD_BYTES = RANDOM_BYTES + 4;

/** A key or a sealed message that isn't what it should be. */
class WecomCryptoError extends Error {
  override name = 'WecomCryptoError';
}

export interface OpenedMessage {
  message: string;
  /** The corp id for an app, empty for a bot. */
  receiver: string;
}

function base64ToBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Base64 in slices: a large picture has more bytes than a call may have arguments. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

/** The 32 bytes of an EncodingAESKey (43 characters) or of a media's own key. */
function keyBytes(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  const padded = encodingAesKey.replace(/=+$/u, '');
  const bytes = base64ToBytes(padded + '='.repeat((4 - (padded.length % 4)) % 4));
  if (bytes.length !== 32) throw new WecomCryptoError('The AES key must have 32 bytes.');
  return bytes;
}

function aesKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt', 'decrypt']);
}

/** Encrypts whole blocks as they are: WebCrypto's own padding block is cut off again. */
async function encryptBlocks(key: CryptoKey, iv: Uint8Array<ArrayBuffer>, plain: Uint8Array<ArrayBuffer>) {
  const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plain);
  return new Uint8Array(sealed, 0, plain.length);
}

/**
 * Decrypts whole blocks as they are. Behind the last block goes one more that decrypts to a full padding block,
 * which is what WebCrypto expects to find and takes off.
 */
async function decryptBlocks(key: CryptoKey, iv: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>) {
  const last = sealed.slice(-BLOCK);
  const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, key, new Uint8Array(0));
  const whole = new Uint8Array(sealed.length + BLOCK);
  whole.set(sealed);
  whole.set(new Uint8Array(padding), sealed.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, whole));
}

function pad(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = PAD_TO - (plain.length % PAD_TO);
  const padded = new Uint8Array(plain.length + size).fill(size);
  padded.set(plain);
  return padded;
}

function unpad(padded: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const size = padded.at(-1) ?? 0;
  const good = size >= 1 && size <= PAD_TO && size <= padded.length;
  if (!good || padded.subarray(-size).some((byte) => byte !== size))
    throw new WecomCryptoError('Bad padding.');
  return padded.slice(0, -size);
}

/** Decrypts bytes under a base64 key: a callback's content or a photo the platform serves encrypted. */
export async function decryptBytes(encodingAesKey: string, sealed: Uint8Array): Promise<Uint8Array> {
  if (sealed.length === 0 || sealed.length % BLOCK !== 0) throw new WecomCryptoError('Not whole AES blocks.');
  const raw = keyBytes(encodingAesKey);
  return unpad(await decryptBlocks(await aesKey(raw), raw.slice(0, BLOCK), Uint8Array.from(sealed)));
}

/** Opens an `Encrypt` field. */
export async function decrypt(encodingAesKey: string, encrypted: string): Promise<OpenedMessage> {
  const plain = await decryptBytes(encodingAesKey, base64ToBytes(encrypted));
  if (plain.length < HEAD_BYTES) throw new WecomCryptoError('Too short for a message.');
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(RANDOM_BYTES);
  if (HEAD_BYTES + length > plain.length) throw new WecomCryptoError('The length does not fit.');
  const text = new TextDecoder();
  return {
    message: text.decode(plain.subarray(HEAD_BYTES, HEAD_BYTES + length)),
    receiver: text.decode(plain.subarray(HEAD_BYTES + length)),
  };
}

/** Seals a passive reply into an `Encrypt` field. */
export async function encrypt(encodingAesKey: string, message: string, receiver: string): Promise<string> {
  const raw = keyBytes(encodingAesKey);
  const body = new TextEncoder().encode(message);
  const tail = new TextEncoder().encode(receiver);
  const plain = new Uint8Array(HEAD_BYTES + body.length + tail.length);
  crypto.getRandomValues(plain.subarray(0, RANDOM_BYTES));
  new DataView(plain.buffer).setUint32(RANDOM_BYTES, body.length);
  plain.set(body, HEAD_BYTES);
  plain.set(tail, HEAD_BYTES + body.length);
  return bytesToBase64(await encryptBlocks(await aesKey(raw), raw.slice(0, BLOCK), pad(plain)));
}

/** SHA-1 in hex over the sorted token, timestamp, nonce and encrypted text. */
export async function sign(
  token: string,
  timestamp: string,
  nonce: string,
  encrypted: string,
): Promise<string> {
  const joined = [token, timestamp, nonce, encrypted].sort().join('');
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(joined));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compares two strings in a time that does not tell how much of them is alike. */
export function sameSecret(a: string, b: string): boolean {
  const left = new TextEncoder().encode(a);
  const right = new TextEncoder().encode(b);
  let difference = left.length ^ right.length;
  for (let i = 0; i < left.length; i++)
    difference |= (left[i] ?? 0) ^ (right[i % Math.max(right.length, 1)] ?? 0);
  return difference === 0;
}
