import { createDecipheriv, randomBytes } from 'node:crypto';
import * as independent from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesToBase64,
  decrypt,
  decryptBytes,
  encrypt,
  sameSecret,
  sign,
} from '../../../src/channels/wecom/crypto.ts';

const key = randomBytes(32).toString('base64').replace(/=$/u, '');
const texts = fc.string({ unit: 'binary', maxLength: 120 });

describe('the encryption of WeCom callbacks, against an independent implementation', () => {
  it('opens what the other one sealed, at every padding length', async () => {
    for (let length = 0; length <= 64; length++) {
      const sealed = independent.encrypt(key, 'x'.repeat(length), 'ww1234567890abcdef');
      expect(await decrypt(key, sealed)).toEqual({
        message: 'x'.repeat(length),
        receiver: 'ww1234567890abcdef',
      });
    }
  });

  it('seals what the other one can open', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('', 'wwcorp'), async (text, receiver) => {
        const opened = independent.decrypt(key, await encrypt(key, text, receiver));
        expect({ message: opened.message, id: opened.id }).toEqual({ message: text, id: receiver });
      }),
      { numRuns: 60 },
    );
  });

  it('pads to 32 bytes as the platform demands, so that Node’s own unpadding refuses half of all lengths', async () => {
    const raw = Buffer.from(`${key}=`, 'base64');
    const naive = async (length: number) => {
      const decipher = createDecipheriv('aes-256-cbc', raw, raw.subarray(0, 16));
      decipher.update(await encrypt(key, 'x'.repeat(length), ''), 'base64');
      return decipher.final();
    };
    await expect(naive(0)).resolves.toBeDefined();
    await expect(naive(20)).rejects.toThrow(/decrypt/u);
  });

  it('signs the same way', async () => {
    for (const nonce of ['1', 'abc', '~', '0a']) {
      expect(await sign('token', '1700000000', nonce, 'QUJD')).toBe(
        independent.getSignature('token', '1700000000', nonce, 'QUJD'),
      );
    }
  });

  it('refuses what was changed on the way', async () => {
    const sealed = Buffer.from(await encrypt(key, '四口人', 'ww1'), 'base64');
    sealed[sealed.length - 17] = (sealed[sealed.length - 17] ?? 0) ^ 0xff;
    await expect(decrypt(key, sealed.toString('base64'))).rejects.toThrow('Bad padding');
    await expect(decrypt(key, bytesToBase64(new Uint8Array(7)))).rejects.toThrow('whole AES blocks');
    await expect(decrypt('short', 'QUJD')).rejects.toThrow();
  });

  it('opens a photo under its own key', async () => {
    const sealed = Buffer.from(independent.encrypt(key, '照片', ''), 'base64');
    const plain = await decryptBytes(key, sealed);
    expect(new TextDecoder().decode(plain.subarray(20))).toBe('照片');
  });

  it('tells equal secrets from different ones', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '']) expect(sameSecret('abc', other)).toBe(false);
    expect(sameSecret('', '')).toBe(true);
  });
});
