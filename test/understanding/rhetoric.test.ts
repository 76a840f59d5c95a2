import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { wordsInTable } from '../../conversations/language/table.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import type { QuestionHint } from '../../conversations/reading/understood.ts';
import { readForQuestion } from '../../conversations/reading/yes-no-answer.ts';
import { answerWords } from '../../conversations/subjects/answer-words.ts';
import { understandAnswer } from '../../conversations/understanding/index.ts';

const hints = new Map(hintsOf(xiaoxian2021.householdForm).map((hint) => [hint.key, hint]));

function hintFor(key: string): QuestionHint {
  const hint = hints.get(key);
  if (hint === undefined) throw new Error(key);
  return hint;
}

describe('a sentence said the other way round', () => {
  it.each([
    ['canAffordCare', '哪付得起', false],
    ['canAffordCare', '谁说付不起', true],
    ['housingSafe', '没啥不安全', true],
    ['allInsured', '没有没交的', true],
    ['satisfiedTeam', '有啥不满意的', true],
    ['satisfiedTeam', '满意个啥', false],
    ['otherSafeHousing', '哪有别的房', false],
    ['otherDifficulties', '咋没有', true],
    ['otherDifficulties', '从来没有', false],
    ['seriousIllness', '大病小病都没有', false],
    ['seriousIllness', '没有没有', false],
    ['waterProblem', '没问题', false],
    ['allInsured', '都交了', true],
    ['allInsured', '还没有', false],
    ['allInsured', '一个都没有', false],
    ['allInsured', '去年没交今年交了', true],
  ])('to %s %s says %s', (key, said, meant) => {
    expect(understandAnswer(said, hintFor(key))).toMatchObject({ status: 'value', value: meant });
  });

  it.each([
    ['allInsured', '谁还能不交'],
    ['incomeStable', '稳定啥'],
    ['housingSafe', '算不上安全'],
  ])('to %s %s is asked about', (key, said) => {
    expect(understandAnswer(said, hintFor(key)).status).toBe('ask');
  });
});

describe("words of a question's own", () => {
  function read(key: string, said: string): unknown {
    const understood = readForQuestion(said, hintFor(key));
    return understood.status === 'value' ? understood.value : understood.status;
  }

  it.each([
    ['postPaid', '月月到账', true],
    ['postPaid', '没到账', false],
    ['postPaid', '拖了仨月', false],
    ['postPaid', '没拖过', true],
    ['helperActs', '给俺家办了低保', true],
    ['labourLost', '没重残失能', false],
    ['postPaid', '到账了，就是拖', 'ask'],
    ['postPaid', '不清楚', 'ask'],
  ])('to %s %s says %s', (key, said, meant) => {
    expect(read(key, said)).toBe(meant);
  });

  it('say no and yes of one question at once nowhere', () => {
    const signs = new Map<string, string>();
    for (const word of answerWords.flatMap((table) => wordsInTable(table)))
      for (const { topic, sign } of word.facts) {
        const before = signs.get(`${topic} ${word.form}`);
        expect(before ?? sign, `${topic} ${word.form}`).toBe(sign);
        signs.set(`${topic} ${word.form}`, sign);
      }
  });
});
