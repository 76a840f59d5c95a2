import type { Answer, Answers } from './answer.ts';
import type { AnswerChange, Patch } from './form.ts';
import type { QuestionKey } from './keys.ts';
import type { Questionnaire } from './question.ts';
import { pruneAnswers } from './questionnaire.ts';

/** The answers with a patch put in; what no longer applies goes with it. */
export function patched<Subject>(
  list: Questionnaire<Subject>,
  subject: Subject,
  before: Answers,
  patch: Patch,
): Answers {
  const merged: Answers = { ...before };
  for (const [key, answer] of Object.entries(patch)) {
    if (answer === null) delete merged[key];
    else merged[key] = answer;
  }
  return pruneAnswers(list, merged, subject);
}

/** Which answers differ, in the order they stand. */
export function changesBetween(before: Answers, after: Answers): AnswerChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !same(before[key], after[key]))
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }));
}

function same(a: Answer | undefined, b: Answer | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** What puts the answers back as they stood before these changes. */
export function undoing(changes: readonly AnswerChange[]): Patch {
  return Object.fromEntries(changes.map((one) => [one.key, one.before]));
}

/** Keys of a trail that are remembered. */
const longestTrail = 120;

/** The trail after these changes: what was spoken of last stands last. */
export function trailAfter(trail: readonly QuestionKey[], changes: readonly AnswerChange[]): QuestionKey[] {
  const spoken = changes.filter((one) => one.after !== null).map((one) => one.key);
  return [...trail.filter((key) => !spoken.includes(key)), ...spoken].slice(-longestTrail);
}
