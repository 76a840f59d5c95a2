import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { MAX_PHOTO_BYTES, type PreparedPhoto } from '../channels/web/photo-port.ts';

/** Longest side kept, in pixels: a crack in a wall is still seen. */
const MAX_SIDE = 2048;
/** A small file can hold a picture that fills the memory; no phone makes more than this. */
const MAX_PIXELS = 120_000_000;

const KNOWN = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/avif',
  'image/gif',
  'image/tiff',
]);

/**
 * Makes a photo fit to be kept: its type is told by its bytes, it is turned upright, made no larger than 2048
 * pixels and written anew as JPEG. Nothing but the picture is left: no place, no camera, no hidden file.
 */
export async function preparePhoto(data: Uint8Array): Promise<PreparedPhoto> {
  if (data.length > MAX_PHOTO_BYTES) return { is: 'refused', why: 'tooLarge' };
  const type = await fileTypeFromBuffer(data);
  if (type === undefined || !KNOWN.has(type.mime)) return { is: 'refused', why: 'notAPhoto' };
  try {
    const jpeg = await sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 80, mozjpeg: false })
      .toBuffer();
    return { is: 'photo', data: jpeg, mime: 'image/jpeg' };
  } catch {
    // Whatever the decoder stumbles over, it isn't a whole picture.
    return { is: 'refused', why: 'notAPhoto' };
  }
}
