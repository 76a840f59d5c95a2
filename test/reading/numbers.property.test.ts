import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Lexicon } from '../../conversations/language/lexicon.ts';
import { readMoney } from '../../conversations/reading/income/money.ts';
import { readIncomeSource } from '../../conversations/reading/income/sources.ts';
import { readPopulation } from '../../conversations/reading/people/population.ts';
import type { Understood } from '../../conversations/reading/understood.ts';

type Read = (text: string) => Understood;

/** Answers that are sure as they stand, each with its reader. */
const clear: readonly (readonly [name: string, read: Read, texts: readonly string[]])[] = [
  ['population', readPopulation, ['五口人', '一共六口', '老两口带一个孙子', '俺家四口', '夫妻俩两个孩子']],
  [
    'money',
    (text) => readMoney(text),
    ['一年三万二', '打工三万,种地五千', '全家收入两万八', '今年4万', '低保一年5000', '卖粮五千元'],
  ],
  ['sources', (text) => readIncomeSource(text), ['打工', '主要靠种地', '种地和养羊', '吃低保']],
];
const sentence = fc.constantFrom(
  ...clear.flatMap(([name, read, texts]) => texts.map((text) => ({ name, read, text }))),
);
const counted = fc.constantFrom(
  ...clear
    .filter(([name]) => name !== 'sources')
    .flatMap(([name, read, texts]) => texts.map((text) => ({ name, read, text }))),
);

describe('a number or a source is sure only if its clause was read whole', () => {
  test.each(clear.flatMap(([name, read, texts]) => texts.map((text) => [name, text, read] as const)))(
    '%s: %s is sure as it stands',
    (_name, text, read) => {
      expect(read(text).status).toBe('value');
    },
  );

  test('it never stays sure with a word in its clause that nobody knows', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('囧', '龘'), fc.nat(), ({ text, read }, word, at) => {
        const clause = text.split(',')[0] ?? text;
        const place = at % (clause.length + 1);
        expect(read(text.slice(0, place) + word + text.slice(place)).status).not.toBe('value');
      }),
      { numRuns: 400 },
    );
  });

  test('nor with a verb or adjective that tells nothing here', () => {
    const verbs = fc.constantFrom('宣传', '抱怨', '折腾', '复杂', '批评');
    fc.assert(
      fc.property(sentence, verbs, ({ text, read }, word) => {
        expect(read(text + word).status).not.toBe('value');
      }),
    );
  });

  test('nor with a doubt, a condition or another household before it', () => {
    const operators = fc.constantFrom('可能', '好像', '听说', '如果', '要是', '邻居家', '也许', '不一定');
    fc.assert(
      fc.property(counted, operators, ({ text, read }, word) => {
        expect(read(word + text).status).not.toBe('value');
      }),
    );
  });

  test('nor with another number of the same kind beside it that nothing explains', () => {
    const numbers = fc.integer({ min: 7, max: 12 });
    fc.assert(
      fc.property(numbers, (n) => {
        for (const text of ['五口人', '一共六口', '俺家四口'])
          expect(readPopulation(`${text},${n}口`).status).not.toBe('value');
        for (const text of ['一年三万二', '全家收入两万八', '今年4万'])
          expect(readMoney(`${text},${n}万`).status).not.toBe('value');
      }),
    );
  });

  test('a denied number never says the same for sure as the plain one', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom('不是', '没有', '并非', '不到'), ({ text, read }, no) => {
        const denied = read(no + text);
        expect(denied.status === 'value' ? denied.value : undefined).not.toEqual(
          (read(text) as { value?: unknown }).value,
        );
      }),
    );
  });
});

describe('work grows with the text, not faster', () => {
  test.each([
    '三',
    '口',
    '五口',
    '三万',
    '打工三万种地五千',
    '老两口带俩孙子和',
    '俺',
    '不对',
    '一共',
    '龘',
    '3-4-5-6万',
    '万二',
  ])('%s over and over', (part) => {
    const text = part.repeat(Math.ceil(2000 / part.length)).slice(0, 2000);
    for (const [, read] of clear) {
      const each = vi.spyOn(Lexicon.prototype, 'each');
      read(text);
      // Once over what is written, once more where something has to be heard, and once for the whole's own words.
      expect(each.mock.calls.length).toBeLessThanOrEqual(3 * text.length);
      each.mockRestore();
    }
  });
});
