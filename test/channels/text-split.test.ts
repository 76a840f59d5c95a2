import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, splitText } from '../../src/channels/text-split.ts';

const squeezed = (text: string) => text.replace(/\s+/gu, '');

describe('splitting a long text for a platform', () => {
  it('leaves a short text as it is', () => {
    expect(splitText('今天还剩 3 户。', 2048)).toEqual(['今天还剩 3 户。']);
  });

  it('cuts after a sentence, not in the middle of one', () => {
    const text = '龙城镇今天走访一百二十户。新增问题三个，已交办。请各村明天上午核对。';
    expect(splitText(text, 80)).toEqual([
      '龙城镇今天走访一百二十户。新增问题三个，已交办。',
      '请各村明天上午核对。',
    ]);
  });

  it('prefers a line break to a sentence', () => {
    expect(splitText('第一村：还剩 12 户。抓紧。\n第二村：还剩 3 户。抓紧。', 48)).toEqual([
      '第一村：还剩 12 户。抓紧。',
      '第二村：还剩 3 户。抓紧。',
    ]);
  });

  it('never cuts a character in two, not even a joined one', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const part of splitText(family.repeat(5), 30)) expect(part.replaceAll(family, '')).toBe('');
  });

  it('cuts within one letter where so many accents are heaped on it that it fits into no message', () => {
    const heaped = `e${'\u0301'.repeat(1500)}`;
    const parts = splitText(`好${heaped}户`, 2048);
    expect(parts.join('')).toBe(`好${heaped}户`);
    expect(parts.length).toBeLessThanOrEqual(3);
    expect(parts.every((part) => byteLength(part) <= 2048)).toBe(true);
  });

  it('keeps every word and every limit, whatever the text', () => {
    const words = fc.array(fc.constantFrom('户', '问题三个', '。', '，', '\n', ' ', 'abc', '👍', '！'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 16, max: 200 }), (pieces, maxBytes) => {
        const text = pieces.join('');
        const parts = splitText(text, maxBytes);
        expect(parts.every((part) => byteLength(part) <= maxBytes && part.trim() !== '')).toBe(true);
        expect(squeezed(parts.join(''))).toBe(squeezed(text));
      }),
    );
  });
});
