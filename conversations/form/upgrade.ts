import type { Answers } from './answer.ts';
import type { Questionnaire } from './question.ts';
import { questionOf } from './questionnaire.ts';
import { fits } from './value.ts';

/**
 * Carries a visit's answers over to a newer questionnaire. Keys never change their meaning, so every answer whose
 * question still exists and still takes such a value stays; one whose question is gone stays too, out of sight of
 * the dialogue and in the log. Only a value the question can no longer hold is asked again, its words kept.
 */
export function upgradeAnswers(before: Answers, list: Questionnaire): Answers {
  const after: Answers = {};
  for (const [key, answer] of Object.entries(before)) {
    const question = questionOf(list, key);
    const stale = question !== undefined && answer.is === 'known' && !fits(question, answer.v);
    after[key] = stale ? { is: 'skipped' } : answer;
  }
  return after;
}
