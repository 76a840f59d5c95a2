import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { YesNoAsked } from '../../conversations/form/asked.ts';
import { Lexicon } from '../../conversations/language/lexicon.ts';
import type { Word } from '../../conversations/language/table.ts';
import { tokensOf } from '../../conversations/reading/lexer.ts';
import { readingVocabulary } from '../../conversations/reading/vocabulary.ts';
import { readYesNo } from '../../conversations/reading/yes-no.ts';
import { askedByQuestion } from '../../conversations/subjects/asked.ts';

/** Clauses that are sure as they stand. */
const clear: readonly (readonly [question: string, text: string])[] = [
  ['allInsured', '全家都交了新农合'],
  ['allInsured', '老大没交医保'],
  ['seriousIllness', '老伴有糖尿病'],
  ['seriousIllness', '没大病没慢性病'],
  ['housingSafe', '房子安全'],
  ['housingSafe', '鉴定是危房'],
  ['waterProblem', '水发黄有味'],
  ['waterProblem', '自来水没问题'],
  ['droppedOut', '没有辍学'],
  ['canAffordCare', '自己掏得起'],
  ['incomeStable', '收入不稳定'],
  ['housingAppraised', '房子鉴定过'],
  ['otherDifficulties', '没有别的困难'],
];

function asked(question: string): YesNoAsked {
  const found = askedByQuestion.get(question);
  if (found === undefined) throw new Error(question);
  return found;
}

const sentence = fc.constantFrom(...clear);

describe('nothing is passed over', () => {
  test.each(clear)('%s: %s is sure as it stands', (question, text) => {
    expect(readYesNo(text, asked(question)).sure).toBe(true);
  });

  test('a fact never stays sure with a word in its clause that nobody knows', () => {
    const unknown = fc.constantFrom('囧', 'zzq');
    fc.assert(
      fc.property(sentence, unknown, fc.nat(), ([question, text], word, at) => {
        const place = at % (text.length + 1);
        const read = readYesNo(text.slice(0, place) + word + text.slice(place), asked(question));
        expect(read.sure).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('nor with a verb or adjective that tells nothing here', () => {
    const verbs = fc.constantFrom('宣传', '抱怨', '折腾', '复杂', '贷', '批评');
    fc.assert(
      fc.property(sentence, verbs, ([question, text], word) => {
        // Before a person a clause of its own begins.
        expect(readYesNo(text + word, asked(question)).sure).toBe(false);
      }),
    );
  });

  test('nor with a doubt, a condition, somebody else or an exception before it', () => {
    const operators = fc.constantFrom('可能', '好像', '听说', '如果', '要是', '邻居家', '也许', '不一定');
    fc.assert(
      fc.property(sentence, operators, ([question, text], word) => {
        expect(readYesNo(word + text, asked(question)).sure).toBe(false);
      }),
    );
  });

  test('a count of people without 都 is never all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (count) => {
        expect(readYesNo(`${count}个人交了医保`, asked('allInsured'))).not.toMatchObject({
          value: true,
          sure: true,
        });
      }),
    );
  });
});

describe('denial', () => {
  const told = [...readingVocabulary().lexicon.words].flatMap((word: Word) =>
    word.facts
      .filter((fact) => !fact.weak && !fact.done && /^[^没不未无有别就只光仅]/u.test(word.form))
      .map((fact) => [word.form, fact.topic] as const),
  );
  const topics = new Map([...askedByQuestion.values()].map((question) => [question.topic, question]));

  test('a denied clause never says the same for sure as the plain one', () => {
    const denial = fc.constantFrom('不是', '非', '并非', '没有', '谈不上');
    fc.assert(
      fc.property(fc.constantFrom(...told), denial, ([form, topic], no) => {
        const question = topics.get(topic);
        if (question === undefined) return;
        const words = tokensOf(no + form, readingVocabulary(), topic).map((token) => token.text);
        // 没有水|不够吃: other words than those meant.
        if (words.join(' ') !== `${no} ${form}`) return;
        const plain = readYesNo(form, question);
        const denied = readYesNo(no + form, question);
        if (plain.sure && denied.sure)
          expect(`${no}${form}: ${denied.value}`).not.toBe(`${no}${form}: ${plain.value}`);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('work grows with the text, not faster', () => {
  test.each([
    '三',
    '没',
    '没有',
    '孩子',
    '医保都交了',
    '不',
    '龘',
    '一二三四五六七八九十百千万',
    '没有没有不没',
    '3-4-5-6万',
    '除了',
  ])('%s over and over', (part) => {
    const each = vi.spyOn(Lexicon.prototype, 'each');
    const text = part.repeat(Math.ceil(2000 / part.length)).slice(0, 2000);
    const question = asked('allInsured');
    readYesNo(text, question);
    // Once over what is written, once more where something has to be heard.
    expect(each.mock.calls.length).toBeLessThanOrEqual(2 * text.length);
    each.mockRestore();
    const time = (length: number): number => {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        readYesNo(text.slice(0, length), question);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    // Twice the text takes about twice the time; a square would take four times, and the machine may be busy.
    expect(time(2000)).toBeLessThan(Math.max(3.5 * time(1000), 30));
  });
});
