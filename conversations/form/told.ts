import { z } from 'zod';
import { answerValue } from './answer.ts';
import type { QuestionKey } from './keys.ts';

/** What somebody's words mean for one question. `ask`: it isn't certain, nothing is stored, the bot asks back. */
export type UnderstoodAnswer =
  | { status: 'value'; value: unknown; detail?: ToldBeside }
  | {
      status: 'ask';
      reason: string;
      value?: unknown;
      options?: readonly { label: string; value: unknown }[];
      detail?: ToldBeside;
    }
  | { status: 'control'; control: FormOrder }
  | { status: 'none' };

/** Said beside the answer: whom it is about, and words worth keeping. */
interface ToldBeside {
  who?: string;
  note?: string;
  /** Whole yuan by the line of a sheet. */
  lines?: Readonly<Record<string, number>>;
}

/** An order instead of an answer. `target`: a question's key, `#3` (the third shown), `current` or `previous`. */
export interface FormOrder {
  action: string;
  target?: string;
  value?: string;
  household?: string;
}

/** One answer found in a message, with the words it was read from. */
export interface ToldSlot {
  key: QuestionKey;
  understood: UnderstoodAnswer;
  words: string;
}

/** A whole message read against a form. */
export interface Told {
  slots: readonly ToldSlot[];
  order?: FormOrder;
  /** The message as a whole says nothing that can be stored: 都好, 同上. */
  ask?: { reason: string };
  /** Words nothing was understood of. */
  rest: readonly string[];
}

/** One of the concrete answers offered to clear up a doubt. */
export const option = z.object({ label: z.string(), value: answerValue });

/** An answer that was said but not clearly: why, in which words, and what might be meant. */
export const doubtSchema = z.object({
  reason: z.string(),
  words: z.string().max(200),
  value: answerValue.optional(),
  options: z.array(option).max(9).optional(),
  /** Lines of a sheet heard so far, whole yuan. */
  lines: z.record(z.string(), z.number()).optional(),
});
export type AnswerDoubt = z.infer<typeof doubtSchema>;
