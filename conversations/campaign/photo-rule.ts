import type { Answers, AnswerValue } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';

/** A photo belongs to this question where it was answered so: an unsafe house is shown, not only told. */
export interface PhotoRule {
  of: QuestionKey;
  when: AnswerValue;
}

/** The questions whose photo is still missing; `shown`: those that have one. */
export function missingPhotos(
  rules: readonly PhotoRule[],
  answers: Answers,
  shown: readonly QuestionKey[],
): QuestionKey[] {
  return rules.flatMap(({ of, when }) => {
    const answer = answers[of];
    return answer?.is === 'known' && answer.v === when && !shown.includes(of) ? [of] : [];
  });
}
