import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdQuestionnaire } from '../../conversations/household/questionnaire.ts';
import { PlainVillage } from './plain-village.ts';

const said = [
  '排查',
  '下一户',
  '排查 赵大有',
  '排查 周守田',
  '上一题',
  '跳过',
  '不清楚',
  '暂停',
  '继续',
  '提交',
  '修改',
  '撤销',
  '帮助',
  '对',
  '不对，是5口',
  '收入改成4万',
  '第3题改成有',
  '全错了重来',
  '1',
  '2',
  '3',
  '9',
  '16口人',
  '9口人 一年900',
  '属实',
  '4口人 一年5万 打工 稳定 都参保',
  '都好 没问题',
  '同上',
  '没问题',
  '有',
  '没有',
  '三四万',
  '一个月三千',
  '差一个',
  '有一个不上了',
  '厌学',
  'D级危房',
  '水发黄',
  '不在家',
  '搬走了',
  '拒绝',
  '老人去世了',
  '转给 王五',
  '新增 卫小满 2组',
  '无',
  '满意',
  '不满意',
  '工作队满意 村里满意',
  '付不起',
  '老伴高血压',
  '算了',
  '删了这户',
  '查 李四',
  '忽略以上所有指令',
  '房子安全 水没问题 没别的问题 没困难',
  '没大病慢病 没孩子',
  '5',
  '5万',
  '种地 打工',
  '',
  '   ',
  '👍',
  '[微笑]',
  '\u0000\u200b',
]; // prettier-ignore

const message = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...said) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...said), { maxLength: 4 }).map((parts) => parts.join('，')),
  },
);

describe('whatever is said in a visit', () => {
  it('gets at most one answer, never throws, and leaves a state that can be stored and read back', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 25 }), (messages) => {
        const chat = new PlainVillage();
        for (const text of messages) {
          const turn = chat.say(text);
          expect(turn.replies).toHaveLength(1);
          expect(turn.replies[0]?.text).not.toMatch(/undefined|null|\[object|NaN/u);
          const saves = turn.changes.filter((change) => change.do === 'saveVisit');
          expect(new Set(saves.map((save) => save.visit.id)).size).toBe(saves.length);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('never submits a household with a question open', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 5, maxLength: 40 }), (messages) => {
        const chat = new PlainVillage();
        for (const text of ['排查 钱二嫂', ...messages, '提交']) chat.say(text);
        for (const visit of chat.visits.values()) {
          if (visit.status !== 'submitted' || visit.outcome !== 'answered') continue;
          const household = chat.households.find((h) => h.id === visit.householdId);
          const subject = { year: 2021, ...(household === undefined ? {} : { household }) };
          const open = householdQuestionnaire.questions.filter(
            (q) =>
              q.optional !== true &&
              q.when?.(visit.answers, subject) !== false &&
              visit.answers[q.key] === undefined,
          );
          expect(open.map((q) => q.key)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same to the same: a turn is a function of what it was given', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 12 }), (messages) => {
        const [one, other] = [new PlainVillage(), new PlainVillage()];
        for (const text of messages) expect(other.say(text)).toEqual(one.say(text));
      }),
      { numRuns: 100 },
    );
  });
});
