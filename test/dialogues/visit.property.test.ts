import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { PlainVillage } from './plain-village.ts';
import { message } from './said.ts';

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
          const open = xiaoxian2021.householdForm.questions.filter(
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
