import type { QuestionHint, Understood } from '../../reading/understood.ts';
import { readForQuestion, speaksOf } from '../../reading/yes-no-answer.ts';
import { detailOf } from './topic.ts';

/** Yes/no for any question known only by its hint. */
export function readHinted(raw: string, hint: QuestionHint): Understood<boolean> {
  return readForQuestion(raw, hint, detailOf(raw));
}

/** Whether the text uses the question's own answers or topic words, so that it can't be meant for another. */
export function isOwnAnswer(raw: string, hint: QuestionHint): boolean {
  return speaksOf(raw, hint);
}
