import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanText,
  scanNumbers,
  understandField,
  wholeNumber,
} from '../../conversations/understanding/index.ts';
import { amounts, spellings, written } from './spellings.ts';

function whole(text: string): number | undefined {
  return wholeNumber(cleanText(text).toLowerCase());
}

/** A number as the answer to what a household earns in a year. */
function asSaid(text: string): string[] {
  return [`${text}元`, `${text}块钱`, `${text}元整`, `年收入：${text}`, `全家一年${text}块`, `￥${text}`];
}

describe('numbers', () => {
  test('any number below a hundred million is read from every usual spelling', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        for (const text of spellings(n)) expect(whole(text), text).toBe(n);
      }),
      { numRuns: 3000 },
    );
  });

  test('and from within a sentence', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        for (const text of spellings(n)) {
          const [found] = scanNumbers(cleanText(`年收入${text}元`).toLowerCase());
          expect(found?.lo, text).toBe(n);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a sum in the common range is a value in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1001, max: 999_999 }), (n) => {
        for (const text of spellings(n)) {
          for (const said of asSaid(text))
            expect(understandField('money', said), said).toEqual({
              status: 'value',
              value: { amount: n, period: 'year' },
            });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the spellings are those of the schoolbook', () => {
    expect(written(30_500)).toBe('三万零五百');
    expect(written(10_050)).toBe('一万零五十');
    expect(spellings(32_000)).toEqual(
      expect.arrayContaining(['三万二', '3.2万', '3万2千', '32k', '叁万贰仟', '32,000']),
    );
    expect(spellings(3500)).toContain('三千五');
  });

  test.each([
    ['三万五六', 35_000, 36_000],
    ['两万六七', 26_000, 27_000],
    ['一万二三', 12_000, 13_000],
    ['四五万', 40_000, 50_000],
    ['十四五万', 140_000, 150_000],
    ['3-4万', 30_000, 40_000],
    ['三到四万', 30_000, 40_000],
    ['3、4万', 30_000, 40_000],
    ['七八百', 700, 800],
    ['二三十', 20, 30],
    ['三四千', 3000, 4000],
  ])('%s runs from %i to %i', (text, lo, hi) => {
    expect(scanNumbers(text)).toMatchObject([{ lo, hi }]);
  });

  test.each([
    '一样',
    '万一',
    '十分满意',
    '一起',
    '老二',
    '第三题',
    '一直',
    '千万别',
    '百姓',
    '五保户',
    '三保障',
    '两不愁',
    '零工',
    '初三',
    '二儿子',
  ])('%s holds no number', (text) => {
    expect(scanNumbers(text)).toEqual([]);
  });
});
