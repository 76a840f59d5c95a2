import type { Answers } from './answer.ts';
import type { QuestionKey } from './keys.ts';
import type { Questionnaire } from './question.ts';

/** Questions answered 不清楚, in the questionnaire's order. */
export function toVerify(list: Questionnaire, answers: Answers): QuestionKey[] {
  return list.questions.filter((q) => answers[q.key]?.is === 'unsure').map((q) => q.key);
}
