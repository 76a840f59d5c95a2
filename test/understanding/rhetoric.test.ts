import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { wordsInTable } from '../../conversations/language/table.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { readForQuestion } from '../../conversations/reading/yes-no-answer.ts';
import { answerWords } from '../../conversations/subjects/answer-words.ts';
import { plainly, presentPart } from '../../conversations/understanding/rhetoric.ts';

describe('saying a sentence plainly', () => {
  it.each([
    ['哪付得起', '付不起'],
    ['谁还能不交', '都交'],
    ['没啥不安全', '都安全'],
    ['没有没交的', '都交的'],
    ['有啥不满意的', '都满意的'],
    ['稳定啥', '不稳定'],
    ['满意个啥', '不满意'],
    ['哪有别的房', '没有别的房'],
    ['咋没有', '有'],
    ['大病小病都没有', '没有大病小病'],
    ['木有参', '没有参'],
    ['算不上安全', '不安全'],
    ['谁说付不起', '付得起'],
  ])('%s means %s', (said, plain) => {
    expect(plainly(said)).toBe(plain);
  });

  it.each(['没有', '没有没有', '没有没啥', '都交了', '还没有', '一个都没有', '没问题', '不是', '从来没有'])(
    '%s stays as it is',
    (said) => {
      expect(plainly(said)).toBe(said === '没有没有' ? '没有' : said);
    },
  );

  it('takes what holds now where one time is set against another', () => {
    expect(presentPart('去年没交今年交了')).toBe('今年交了');
    expect(presentPart('今年比去年多')).toBeUndefined();
    expect(presentPart('去年没交')).toBeUndefined();
  });
});

describe("words of a question's own", () => {
  const hints = new Map(hintsOf(xiaoxian2021.householdForm).map((hint) => [hint.key, hint]));

  function read(key: string, said: string): unknown {
    const hint = hints.get(key);
    if (hint === undefined) throw new Error(key);
    const understood = readForQuestion(said, hint);
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
