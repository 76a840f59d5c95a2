import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Question } from '../../conversations/form/question.ts';
import { questionOf } from '../../conversations/form/questionnaire.ts';
import { helper, PlainVillage } from './plain-village.ts';

/** A short answer as the prompt offers it. */
function shortAnswer(question: Question, pick: number): string {
  switch (question.kind) {
    case 'yesNo':
      return String((pick % 2) + 1);
    case 'choice':
    case 'choices':
      return String((pick % Math.min(question.choices.length, 8)) + 1);
    case 'count':
      return `${(pick % 6) + 1}口人`;
    case 'money':
      return `${(pick % 9) + 1}万`;
    case 'text':
      return question.none ?? '无';
    case 'photo':
      return '跳过';
  }
}

/** What is to be said next to what is open; undefined at the summary. */
function nextSaid(village: PlainVillage, pick: number): string | undefined {
  const open = village.stateOf(helper).chats['private:terminal']?.open;
  if (open?.is === 'card') return '对';
  if (open?.is === 'who') return '老伴';
  if (open?.is === 'reason') return '属实';
  if (open?.is === 'options') return '1';
  const question = open?.is === 'question' ? questionOf(xiaoxian2021.householdForm, open.key) : undefined;
  return question === undefined ? undefined : shortAnswer(question, pick);
}

describe('answers as the prompts offer them', () => {
  it.each(['钱二嫂', '赵大有', '周守田', '吴桂兰', '郑安居'])(
    'bring a visit of %s to its end, each without a look into the database',
    (head) => {
      fc.assert(
        fc.property(fc.array(fc.nat(50), { minLength: 90, maxLength: 90 }), (picks) => {
          const village = new PlainVillage();
          village.say(`排查 ${head}`);
          for (const pick of picks) {
            const answer = nextSaid(village, pick);
            if (answer === undefined) break;
            const { replies } = village.say(answer);
            expect(village.needs, `after ${answer}`).toEqual([]);
            expect(replies[0]?.text, answer).not.toMatch(/没看懂|没记|用不上/u);
          }
          expect(village.stateOf(helper).phase).toBe('summary');
          village.say('提交');
          expect(village.visitOf(head)).toMatchObject({ status: 'submitted', outcome: 'answered' });
        }),
        { numRuns: 40 },
      );
    },
  );

  it('never go round in circles: rubbish at every question still gets to the end of the xiaoxian2021.householdForm', () => {
    const village = new PlainVillage();
    village.say('排查 吴桂兰');
    const asked = new Set<string>();
    for (let i = 0; i < 400 && village.stateOf().phase !== 'summary'; i += 1) {
      const open = village.stateOf().chats['private:terminal']?.open;
      if (open !== undefined && 'key' in open) asked.add(open.key);
      village.say(i % 2 === 0 ? '咕噜咕噜' : '哇啦哇啦');
    }
    expect(village.stateOf().phase).toBe('summary');
    expect(asked.size).toBeGreaterThan(15);
  });
});
