import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import type { QuestionHint } from '../../conversations/reading/understood.ts';
import { readForQuestion } from '../../conversations/reading/yes-no-answer.ts';

const hints = new Map(hintsOf(xiaoxian2021.householdForm).map((hint) => [hint.key, hint]));

function hintFor(key: string): QuestionHint {
  const hint = hints.get(key);
  if (hint === undefined) throw new Error(key);
  return hint;
}

/** Answers that are sure as they stand, to questions whose words stand in tables of their own. */
const clear = [
  ['postPaid', '月月到账'],
  ['loanOverdue', '按时还'],
  ['builtOnDebt', '拉饥荒'],
  ['familyDoctor', '签过'],
  ['foodClothing', '吃得饱'],
  ['labourLost', '瘫痪'],
  ['dividendPaid', '年年发'],
  ['livesInNewHome', '一直住'],
] as const;

describe('words of a question of its own', () => {
  test.each(clear)('%s: %s is sure as it stands', (key, said) => {
    expect(readForQuestion(said, hintFor(key)).status).toBe('value');
  });

  test('are never sure beside a word that nobody knows, or a verb that tells nothing there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clear),
        fc.constantFrom('囧', 'zzq', '抱怨', '批评'),
        ([key, said], word) => {
          for (const text of [word + said, said + word])
            expect(readForQuestion(text, hintFor(key)).status, text).not.toBe('value');
        },
      ),
    );
  });

  test('never say the same when they are denied', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clear),
        fc.constantFrom('没', '不是', '从来没'),
        ([key, said], denial) => {
          const plain = readForQuestion(said, hintFor(key));
          const denied = readForQuestion(denial + said, hintFor(key));
          const same = plain.status === 'value' && denied.status === 'value' && plain.value === denied.value;
          expect(same, denial + said).toBe(false);
        },
      ),
    );
  });
});
