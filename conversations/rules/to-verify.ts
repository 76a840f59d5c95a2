import type { Answers } from '../engine/answer.ts';
import type { QuestionKey } from '../engine/ids.ts';
import { householdQuestionnaire } from '../household/questionnaire.ts';

/** Questions answered 不清楚, in the questionnaire's order. */
export function toVerify(answers: Answers): QuestionKey[] {
  return householdQuestionnaire.questions.filter((q) => answers[q.key]?.is === 'unsure').map((q) => q.key);
}
