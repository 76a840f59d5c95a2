import type { Answers } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';
import { householdQuestionnaire } from './questionnaire.ts';

/** Questions answered 不清楚, in the questionnaire's order. */
export function toVerify(answers: Answers): QuestionKey[] {
  return householdQuestionnaire.questions.filter((q) => answers[q.key]?.is === 'unsure').map((q) => q.key);
}
