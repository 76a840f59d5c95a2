import type { QuestionHint } from '../../reading/understood.ts';

export interface MessageContext {
  /** The question the bot asked last; a plain short answer belongs to it. */
  open?: QuestionHint | undefined;
  /** All questions of the visit in their order; no other slot is ever filled. */
  questions: readonly QuestionHint[];
  population?: number | undefined;
}
