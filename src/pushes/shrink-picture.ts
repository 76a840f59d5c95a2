import sharp from 'sharp';
import type { Content } from '../channels/channel.ts';

const steps = [
  { side: 1600, quality: 80 },
  { side: 1280, quality: 70 },
  { side: 960, quality: 60 },
  { side: 640, quality: 50 },
] as const;

/** The same picture as a JPEG of at most so many bytes, or null when even a small one is too heavy. */
export async function shrinkPicture(
  data: Uint8Array,
  maxBytes: number,
): Promise<Extract<Content, { type: 'image' }> | null> {
  for (const { side, quality } of steps) {
    const smaller = await sharp(data)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality })
      .toBuffer();
    if (smaller.length <= maxBytes)
      return { type: 'image', data: smaller, mime: 'image/jpeg', name: 'picture.jpg' };
  }
  return null;
}
