import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { AnswerLogged } from '../../conversations/contract/turn.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { prefilledAnswers, pruneAnswers } from '../../conversations/form/questionnaire.ts';
import { PlainVillage } from './plain-village.ts';
import { type Turned, turned } from './said.ts';

const turns = (most: number) => fc.array(turned, { minLength: 1, maxLength: most });

/** Says everything, looking at the village after each turn. */
function play(
  said: readonly Turned[],
  look: (village: PlainVillage, reply: string, turn: Turned) => void,
): void {
  const village = new PlainVillage();
  for (const turn of said) {
    const { replies } = village.say(turn.text, turn.over);
    // One to each chat at most: what a group must not hear goes to the asker, and the group hears that it did.
    for (const apart of [true, undefined] as const)
      expect(replies.filter((r) => r.privately === apart).length).toBeLessThanOrEqual(1);
    look(village, replies[0]?.text ?? '', turn);
  }
}

const subjectOf = (village: PlainVillage, householdId: string) => {
  const household = village.households.find((h) => h.id === householdId);
  return { year: 2021, ...(household === undefined ? {} : { household }) };
};

describe('two helpers, in private and in the group, saying anything in any order', () => {
  it('are always answered in private and when they mention the bot', () => {
    fc.assert(
      fc.property(turns(25), (said) => {
        play(said, (_, reply, { over }) => {
          if (over.room !== true || over.mentioned === true) expect(reply).not.toBe('');
          expect(reply).not.toMatch(/undefined|null|\[object|NaN/u);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('never see a name, an illness, a sum or schooling in the group', () => {
    const sensitive = xiaoxian2021.householdForm.questions.filter((q) => q.sensitive === true);
    const labels = sensitive
      .flatMap((q) => (q.kind === 'yesNo' ? [q.yes, q.no] : []))
      .filter((l) => l !== undefined);
    fc.assert(
      fc.property(turns(30), (said) => {
        play(said, (village, reply, { text, over }) => {
          if (over.room !== true) return;
          const names = village.households.flatMap((h) => [h.headName, ...h.members.map((m) => m.name)]);
          // What somebody has just said himself may be said back to him: 没找到“…”.
          for (const name of names) if (!text.includes(name)) expect(reply).not.toContain(name);
          for (const label of labels) expect(reply).not.toContain(label);
          for (const { ask } of sensitive) expect(reply).not.toContain(ask);
          expect(reply).not.toMatch(/年收入\d|人均纯收入\d|高血压|厌学/u);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are asked one thing at a time', () => {
    fc.assert(
      fc.property(turns(25), (said) => {
        play(said, (_, reply, { text }) => {
          if (text.includes('帮助')) return;
          const asked = xiaoxian2021.householdForm.questions.filter((q) => reply.includes(q.ask));
          expect(asked.map((q) => q.key).length).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('leave no answer whose question no longer applies', () => {
    fc.assert(
      fc.property(turns(30), (said) => {
        play(said, (village) => {
          for (const visit of village.visits.values()) {
            const subject = subjectOf(village, visit.householdId);
            expect(pruneAnswers(xiaoxian2021.householdForm, visit.answers, subject)).toEqual(visit.answers);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('leave a log from which every answer can be told again', () => {
    fc.assert(
      fc.property(turns(30), (said) => {
        const village = new PlainVillage();
        for (const { text, over } of said) village.say(text, over);
        for (const visit of village.visits.values()) {
          const told = replay(
            prefilledAnswers(xiaoxian2021.householdForm, subjectOf(village, visit.householdId)),
            village.log.filter((entry) => entry.visitId === visit.id),
          );
          expect(told).toEqual(visit.answers);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never change a household that neither of them has in hand or quotes', () => {
    fc.assert(
      fc.property(turns(25), (said) => {
        const village = new PlainVillage();
        for (const { text, over } of said) {
          const before = new Set([...village.visits.values()].map((v) => v.id));
          const mine = village.stateOf(over.by).visitId;
          const { changes, state } = village.say(text, over);
          for (const change of changes)
            if (change.do === 'logAnswers')
              for (const { visitId } of change.answers)
                expect([mine, state.visitId].includes(visitId) || !before.has(visitId)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function replay(from: Answers, log: readonly AnswerLogged[]): Answers {
  const answers: Answers = { ...from };
  for (const { question, before, after } of log) {
    expect(answers[question] ?? null).toEqual(before);
    if (after === null) delete answers[question];
    else answers[question] = after;
  }
  return answers;
}
