import { describe, expect, it } from 'vitest';
import { bookEntry } from '../../conversations/answer-book/entry.ts';
import { lookUp, tellEntry } from '../../conversations/answer-book/look-up.ts';
import { answerBook as bookEntries } from '../../conversations/campaigns/xiaoxian-2021/answer-book.ts';
import { isQuestion, wantsSomething } from '../../conversations/language/question-form.ts';

describe('the answer book', () => {
  it('holds at least 25 entries, each with a source, or left to the county and said to be unknown', () => {
    expect(bookEntries.length).toBeGreaterThanOrEqual(25);
    expect(new Set(bookEntries.map((e) => e.id)).size).toBe(bookEntries.length);
    for (const entry of bookEntries) {
      expect(bookEntry.safeParse(entry).success, entry.id).toBe(true);
      if (entry.answer === '') {
        expect(entry.source).toBe('由县里填');
        expect(tellEntry(entry)).toContain('不乱说');
      } else {
        expect(entry.source, entry.id).not.toBe('由县里填');
        expect(entry.date, entry.id).not.toBe('');
      }
      expect(tellEntry(entry)).toContain(entry.whom);
    }
  });

  it.each([
    ['医保多少钱', 'insurance-fee'],
    ['医保怎么交', 'insurance-how'],
    ['新农合啥时候交', 'insurance-when'],
    ['俺在外地参的医保算不算重复', 'insurance-elsewhere'],
    ['低保咋申请', 'allowance-how'],
    ['低保怎么申请', 'allowance-how'],
    ['啥人能吃低保', 'allowance-who'],
    ['低保一个月多少钱', 'allowance-money'],
    ['什么是边缘易致贫户', 'monitored-kinds'],
    ['监测对象怎么申请', 'monitored-how'],
    ['危房改造补多少', 'repair-money'],
    ['危房改造找谁', 'repair-who'],
    ['慢性病卡怎么办', 'chronic-card'],
    ['小额信贷能贷多少', 'small-loan'],
    ['公益岗咋报名', 'public-post'],
    ['雨露计划补多少', 'rain-dew'],
    ['水管坏了找谁', 'water-repair'],
    ['孩子几岁必须上学', 'school-age'],
    ['残疾人有什么补贴', 'disability'],
  ])('%s → %s', (question, id) => {
    expect(isQuestion(question)).toBe(true);
    expect(lookUp(bookEntries, question)?.id).toBe(id);
  });

  it('what isn’t in it has no entry', () => {
    for (const question of ['彩礼多少钱', '拖拉机补贴咋领', '村委会换届啥时候'])
      expect(lookUp(bookEntries, question)).toBeUndefined();
  });

  it('knows a question, and a request of the bot, from a try at an answer', () => {
    for (const said of ['医保怎么交', '这个算不算？', '我有几户', '马甲家的情况', '上一户', '找谁修'])
      expect(wantsSomething(said), said).toBe(true);
    for (const said of ['没大病', '4口人', '都参保', '咕噜咕噜', '房子安全', '打工'])
      expect(wantsSomething(said), said).toBe(false);
  });
});
