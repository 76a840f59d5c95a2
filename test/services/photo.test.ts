import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { preparePhoto } from '../../src/photos/photo.ts';
import { stripPhoto } from '../../src/photos/photo-stripped.ts';

const picture = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#884422' } });
const withSecrets = () =>
  picture().withExif({ IFD0: { Make: 'SECRETPHONE', Copyright: '张三' }, IFD3: { GPSLatitudeRef: 'N' } });

const ways = [
  ['written anew', preparePhoto],
  ['stripped', stripPhoto],
] as const;

describe.each(ways)('a photo %s', (_, prepare) => {
  test.each(['jpeg', 'png'] as const)('keeps the picture of a %s and nothing else', async (format) => {
    const taken = await withSecrets().toFormat(format).toBuffer();
    const hidden = Buffer.concat([taken, Buffer.from('<?php HIDDEN ?>')]);
    expect(hidden.includes('SECRETPHONE')).toBe(true);
    const prepared = await prepare(hidden);
    if (prepared.is !== 'photo') throw new Error(prepared.why);
    const kept = Buffer.from(prepared.data);
    for (const word of ['SECRETPHONE', 'HIDDEN', 'Exif']) expect(kept.includes(word)).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ width: 400, height: 300 });
    expect((await sharp(kept).stats()).channels[0]?.mean).toBeCloseTo(0x88, -1);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('户主姓名')],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['only the head of a JPEG', Buffer.of(0xff, 0xd8, 0xff, 0xe0, 0, 16)],
    ['only the head of a PNG', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ])('is refused when it is %s', async (_name, data) => {
    expect(await prepare(data)).toEqual({ is: 'refused', why: 'notAPhoto' });
  });

  test('is refused beyond 10 MB', async () => {
    const prepared = await prepare(new Uint8Array(10 * 1024 * 1024 + 1));
    expect(prepared).toEqual({ is: 'refused', why: 'tooLarge' });
  });

  test('cut off anywhere never throws', async () => {
    const whole = await withSecrets().jpeg().toBuffer();
    for (let length = 0; length < whole.length; length += 37)
      expect(['photo', 'refused']).toContain((await prepare(whole.subarray(0, length))).is);
  });
});

test('a photo is turned upright and made no larger than 2048 pixels', async () => {
  const taken = await sharp({ create: { width: 4000, height: 2000, channels: 3, background: '#fff' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const prepared = await preparePhoto(taken);
  if (prepared.is !== 'photo') throw new Error(prepared.why);
  expect(await sharp(prepared.data).metadata()).toMatchObject({ width: 1024, height: 2048, format: 'jpeg' });
});

test('a small file that unfolds into a picture as large as a house is refused', async () => {
  const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await preparePhoto(bomb)).toEqual({ is: 'refused', why: 'notAPhoto' });
});
