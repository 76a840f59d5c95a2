import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Question } from '../../conversations/form/question.ts';
import { selfCheckQuestions } from '../../conversations/self-check/questionnaire.ts';
import { readCheck } from '../../conversations/self-check/read.ts';

function question(key: string): Question {
  const found = selfCheckQuestions(xiaoxian2021).find((q) => q.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

describe('what units write in their self-check', () => {
  it.each([
    ['1.3', '是', true],
    ['1.3', '压实了', true],
    ['1.3', '开了4次专题会，都压实了', true],
    ['1.3', '没压实', false],
    ['1.3', '2 只开过一次会', false],
    ['1.4', '没有', false],
    ['1.4', '有两个村松劲', true],
    ['1.4', '个别村有松劲，已约谈', true],
    ['8.3', '健全，带动链稳定', true],
    ['8.3', '不健全', false],
    ['6.14', '对得上', true],
    ['6.14', '对不上，3户不符', false],
    ['5.3', '4份', 4],
    ['5.3', '没有', 0],
    ['10.5', '优先招了，12人', true],
    ['10.5', '没有优先', false],
    ['7.8', '没有', 0],
    ['1.1', '4次', 4],
    ['1.1', '专题研究了4次', 4],
    ['6.5', '12个网格', 12],
    ['9.2', '3200万', 32_000_000],
    ['6.11', '22天', 22],
    ['10.6', '8个', 8],
    ['10.6', '没有', 0],
    ['4.1', '12万', 120_000],
    ['9.8', '120万元', 1_200_000],
  ])('%s “%s” is %s', (key, said, value) => {
    expect(readCheck(said, question(key))).toMatchObject({ is: 'value', value });
  });

  it.each([
    ['1.3', '还行'],
    ['6.14', '基本对得上'],
    ['4.1', '5'],
  ])('%s “%s” is asked back', (key, said) => {
    expect(readCheck(said, question(key)).is).toBe('ask');
  });

  it('keeps the words that say more than yes or no', () => {
    expect(readCheck('是，开了4次会', question('1.3'))).toEqual({
      is: 'value',
      value: true,
      note: '是，开了4次会',
    });
    expect(readCheck('是', question('1.3'))).toEqual({ is: 'value', value: true });
  });

  it('不涉及 and 不清楚 are no answer to the question itself', () => {
    expect(readCheck('不涉及', question('7.6'))).toEqual({ is: 'notConcerned' });
    expect(readCheck('不清楚', question('7.6'))).toEqual({ is: 'unsure' });
  });
});
