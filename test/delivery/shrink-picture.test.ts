import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { wecomCapabilities } from '../../src/channels/wecom/wecom.ts';
import { shrinkPicture } from '../../src/pushes/shrink-picture.ts';

it('a picture that is too heavy for a group robot becomes one that fits and can still be looked at', async () => {
  const raw = { width: 2400, height: 1600, channels: 3 } as const;
  const heavy = await sharp(randomBytes(raw.width * raw.height * 3), { raw })
    .png()
    .toBuffer();
  expect(heavy.length).toBeGreaterThan(wecomCapabilities.maxImageBytes);
  const smaller = await shrinkPicture(heavy, wecomCapabilities.maxImageBytes);
  expect(smaller?.data.length).toBeLessThanOrEqual(wecomCapabilities.maxImageBytes);
  const { format, width = 0, height = 1 } = await sharp(smaller?.data).metadata();
  expect(format).toBe('jpeg');
  expect(width / height).toBeCloseTo(1.5, 1);
});
