import sharp from 'sharp';
import type { PreparedPhoto } from '../channels/web/photo-port.ts';

/** Longest side kept, in pixels: a crack in a wall is still seen. */
const MAX_SIDE = 2048;

/**
 * A small file can hold a picture that fills memory and processor. A JPEG is made smaller while it is read, so it may
 * be as large as phones make them; the others are unfolded whole.
 */
const MAX_PIXELS: Readonly<Record<string, number>> = {
  jpeg: 120_000_000,
  png: 30_000_000,
  webp: 30_000_000,
};

/** Longer than this no honest photo takes. */
const SECONDS = 8;

/** A photo written anew, and how many pixels that cost. */
export interface Decoded {
  photo: PreparedPhoto;
  pixels: number;
}

/**
 * Writes a picture anew as JPEG: turned upright, no larger than 2048 pixels, nothing left but the picture. Keeps one
 * thread busy at most; runs in a process of its own (decode-process.ts).
 */
export async function decodePhoto(data: Uint8Array): Promise<Decoded> {
  let pixels = 0;
  try {
    const { format, width, height } = await sharp(data, { failOn: 'error' }).metadata();
    const most = MAX_PIXELS[format];
    if (most === undefined || width * height > most) return { photo: refused, pixels };
    pixels = width * height;
    const jpeg = await sharp(data, { limitInputPixels: most, failOn: 'error' })
      .rotate()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 80, mozjpeg: false })
      .timeout({ seconds: SECONDS })
      .toBuffer();
    return { photo: { is: 'photo', data: jpeg, mime: 'image/jpeg' }, pixels };
  } catch {
    // Whatever the decoder stumbles over, it isn't a whole picture.
    return { photo: refused, pixels };
  }
}

const refused = { is: 'refused', why: 'notAPhoto' } as const;
