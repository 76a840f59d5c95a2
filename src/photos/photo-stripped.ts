import { MAX_PHOTO_BYTES, type PreparedPhoto } from '../channels/web/photo-port.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * As photo.ts, where there is nothing to decode pictures with (Workers): JPEG and PNG lose everything that
 * isn't needed to draw them. The chat page has already turned and shrunk its photos.
 */
export function stripPhoto(data: Uint8Array): Promise<PreparedPhoto> {
  return Promise.resolve(strip(data));
}

function strip(data: Uint8Array): PreparedPhoto {
  if (data.length > MAX_PHOTO_BYTES) return { is: 'refused', why: 'tooLarge' };
  const jpeg = startsWith(data, JPEG) ? jpegWithout(data) : undefined;
  if (jpeg !== undefined) return { is: 'photo', data: jpeg, mime: 'image/jpeg' };
  const png = startsWith(data, PNG) ? pngWithout(data) : undefined;
  if (png !== undefined) return { is: 'photo', data: png, mime: 'image/png' };
  return { is: 'refused', why: 'notAPhoto' };
}

function startsWith(data: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => data[i] === byte);
}

const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const JFIF = 0xe0;
const ADOBE = 0xee;

/**
 * A JPEG without comments and application segments but JFIF and Adobe (colours); what follows the end of the
 * picture goes too. Undefined when it isn't whole.
 */
function jpegWithout(data: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [data.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (marker === START_OF_SCAN) {
      const end = endOfJpeg(data, at);
      return end === undefined ? undefined : joined([...kept, data.subarray(at, end)]);
    }
    const next = at + 2 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0));
    const isApplication = marker >= 0xe0 && marker <= 0xef && marker !== JFIF && marker !== ADOBE;
    if (!isApplication && marker !== COMMENT) kept.push(data.subarray(at, next));
    if (next <= at + 2) return undefined;
    at = next;
  }
  return undefined;
}

/** Behind the last end-of-image marker; the scan data before it may hold restart markers and further scans. */
function endOfJpeg(data: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < data.length; at += 1) {
    if (data[at] === 0xff && data[at + 1] === 0xd9) return at + 2;
  }
  return undefined;
}

/** What draws a PNG; everything else is left out. */
const NEEDED = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function pngWithout(data: Uint8Array): Uint8Array | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const kept: Uint8Array[] = [data.subarray(0, PNG.length)];
  let at = PNG.length;
  while (at + 12 <= data.length) {
    const next = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (next > data.length) return undefined;
    if (NEEDED.has(type)) kept.push(data.subarray(at, next));
    if (type === 'IEND') return joined(kept);
    at = next;
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
