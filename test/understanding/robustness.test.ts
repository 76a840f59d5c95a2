import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import {
  fields,
  readMessage,
  understandAnswer,
  understandControl,
  understandField,
} from '../../conversations/understanding/index.ts';

const questions = hintsOf(xiaoxian2021.householdForm);

const pieces = [
  '4口', '人', '收入', '3万', '2', '打工', '种地', '没', '没有', '不', '有', '都', '参保', '水', '发黄', '房子', '安全', '是', '不对', '，', '。', ' ', ':', '-', '、',
  '一', '二', '十', '百', '千', '万', '几', '多', '半', '零', '到', '上学', '辍学', '大病', '高血压', '改成', '第3题', '个', 'w', 'k', '.', '1', '①', '😀', '\u200b', '\u0000', '[微笑]', '老两口', '带', '俩', '孙子',
]; // biome-ignore format: words

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((p) => p.join('')),
);

function readAll(text: string): void {
  for (const field of fields) understandField(field, text, 'seriousIllness');
  understandControl(text);
  for (const open of questions.slice(0, 20)) understandAnswer(text, open, { population: 4 });
  readMessage(text, { questions, open: questions[3] });
  readMessage(text, { questions, population: 4 });
}

describe('any input', () => {
  test('is read without a throw', () => {
    fc.assert(
      fc.property(anything, (text) => readAll(text)),
      { numRuns: 400 },
    );
  });

  test('fills no slot of a question that was not asked', () => {
    const few = questions.slice(0, 3);
    fc.assert(
      fc.property(anything, (text) => {
        const keys = readMessage(text, { questions: few }).slots.map((s) => s.key);
        expect(few.map((q) => q.key)).toEqual(expect.arrayContaining(keys));
      }),
      { numRuns: 300 },
    );
  });

  const long = 2000;
  test.each([
    ['digits', '9'.repeat(10_000)],
    ['commas', ','.repeat(10_000)],
    ['spaces and one letter', `${' '.repeat(9_999)}x`],
    ['one character', '水'.repeat(10_000)],
    ['numerals', '一二三四五六七八九十百千万'.repeat(1000)],
    ['半', '万半'.repeat(5000)],
    ['negations', '没有没有不没'.repeat(2000)],
    ['kin', '老两口带俩孙子和'.repeat(1500)],
    ['corrections', '不对,3万,'.repeat(2000)],
    ['facts', '4口人收入3万打工水发黄房子安全,'.repeat(800)],
    ['facts without marks', '4口人收入3万打工水发黄房子安全'.repeat(800)],
    ['money', '打工3万种地5千'.repeat(1500)],
    ['diseases', '高血压糖尿病没有大病'.repeat(1200)],
    ['emoji', '😀'.repeat(5000)],
    ['zero width', '\u200b'.repeat(10_000)],
    ['lone surrogates', '\ud83d'.repeat(10_000)],
    ['dashes', '3-4-5-6万'.repeat(1500)],
    ['edit words', '改成收入改成'.repeat(1500)],
    ['labels', '稳定:是;'.repeat(1500)],
    ['dots', '1.'.repeat(5000)],
    ['letters', 'a'.repeat(10_000)],
    ['brackets', '[微笑]['.repeat(2000)],
  ])(`10,000 characters of %s take no more than those of ${long}`, (_name, text) => {
    for (const field of fields) within(150, () => understandField(field, text, 'allInsured'));
    within(150, () => readMessage(text, { questions, open: questions[0] }));
    within(150, () => understandControl(text));
  });
});

/** The best of three, in the process's own time on the processor: a busy machine is no fault of the reader. */
function within(ms: number, read: () => unknown): void {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3 && best > ms; i++) {
    const start = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  expect(best).toBeLessThan(ms);
}
