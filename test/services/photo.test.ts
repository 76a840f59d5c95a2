import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { closePhotos, PhotoDesk, preparePhoto } from '../../src/photos/photo.ts';
import { PhotoBudget } from '../../src/photos/photo-budget.ts';
import { stripPhoto } from '../../src/photos/photo-stripped.ts';

const picture = () => sharp({ create: { width: 400, height: 300, channels: 3, background: '#884422' } });
const withSecrets = () =>
  picture().withExif({ IFD0: { Make: 'SECRETPHONE', Copyright: '张三' }, IFD3: { GPSLatitudeRef: 'N' } });

afterAll(closePhotos);

const ways = [
  ['written anew', preparePhoto],
  ['stripped', stripPhoto],
] as const;

describe.each(ways)('a photo %s', (_, prepare) => {
  test.each(['jpeg', 'png'] as const)('keeps the picture of a %s and nothing else', async (format) => {
    const taken = await withSecrets().toFormat(format).toBuffer();
    const hidden = Buffer.concat([taken, Buffer.from('<?php HIDDEN ?>')]);
    expect(hidden.includes('SECRETPHONE')).toBe(true);
    const prepared = await prepare(hidden, 'me');
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
    expect(await prepare(data, 'me')).toEqual({ is: 'refused', why: 'notAPhoto' });
  });

  test('is refused beyond 10 MB', async () => {
    const prepared = await prepare(new Uint8Array(10 * 1024 * 1024 + 1), 'me');
    expect(prepared).toEqual({ is: 'refused', why: 'tooLarge' });
  });

  test('cut off anywhere never throws', async () => {
    const whole = await withSecrets().jpeg().toBuffer();
    for (let length = 0; length < whole.length; length += 37)
      expect(['photo', 'refused']).toContain((await prepare(whole.subarray(0, length), 'me')).is);
  });
});

test('a photo is turned upright and made no larger than 2048 pixels', async () => {
  const taken = await sharp({ create: { width: 4000, height: 2000, channels: 3, background: '#fff' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const prepared = await preparePhoto(taken, 'me');
  if (prepared.is !== 'photo') throw new Error(prepared.why);
  expect(await sharp(prepared.data).metadata()).toMatchObject({ width: 1024, height: 2048, format: 'jpeg' });
});

test('a small file that unfolds into a picture as large as a house is refused', async () => {
  const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await preparePhoto(bomb, 'me')).toEqual({ is: 'refused', why: 'notAPhoto' });
});

test.each(['tiff', 'gif', 'avif'] as const)(
  'a %s is no photo of a phone and not opened at all',
  async (format) => {
    const drawn = await picture().toFormat(format).toBuffer();
    expect(await preparePhoto(drawn, 'me')).toEqual({ is: 'refused', why: 'notAPhoto' });
  },
);

test('a PNG is unfolded whole and may therefore be smaller than a JPEG, which is read at its final size', async () => {
  const size = { width: 6_000, height: 5_001, channels: 3, background: '#777' } as const;
  const png = await sharp({ create: size }).png({ compressionLevel: 1 }).toBuffer();
  const jpeg = await sharp({ create: size }).jpeg().toBuffer();
  expect((await preparePhoto(png, 'me')).is).toBe('refused');
  expect((await preparePhoto(jpeg, 'me')).is).toBe('photo');
});

describe('whoever sends very many photos', () => {
  test('occupies another process and not this one, one photo at a time; beyond a few that wait it is told so', async () => {
    const desk = new PhotoDesk();
    const photo = await picture().png().toBuffer();
    const mine = Array.from({ length: 40 }, () => desk.prepare(photo, 'me'));
    expect(sharp.counters()).toEqual({ queue: 0, process: 0 });
    const outcomes = await Promise.all(mine);
    const taken = outcomes.filter(({ is }) => is === 'photo').length;
    expect(taken).toBeGreaterThan(0);
    expect(outcomes.filter((one) => one.is === 'refused' && one.why === 'busy')).toHaveLength(40 - taken);
    expect((await desk.prepare(photo, 'me')).is).toBe('photo');
    await desk.close();
  });

  test('may cost so much at once and so much a minute, in bytes and in pixels; others are not asked to wait', () => {
    let now = 0;
    const budget = new PhotoBudget(() => now);
    for (let n = 0; n < 24; n += 1) budget.charge('me', { bytes: 400_000, pixels: 25_000_000 });
    expect(budget.allows('me')).toBe(false);
    expect(budget.allows('somebody else')).toBe(true);
    now += 60_000;
    expect(budget.allows('me')).toBe(true);
    budget.charge('me', { bytes: 120_000_000, pixels: 0 });
    expect(budget.allows('me')).toBe(false);
  });

  test('is heard again after the decoding process was ended', async () => {
    const desk = new PhotoDesk();
    const photo = await picture().jpeg().toBuffer();
    expect((await desk.prepare(photo, 'me')).is).toBe('photo');
    await desk.close();
    expect((await desk.prepare(photo, 'me')).is).toBe('photo');
    await desk.close();
  });
});
