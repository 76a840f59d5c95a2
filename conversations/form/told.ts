import { z } from 'zod';
import { answerValue } from './answer.ts';
import type { QuestionKey } from './keys.ts';

/** What somebody's words mean for one question. `ask`: it isn't certain, nothing is stored, the bot asks back. */
export type Understood =
  | { status: 'value'; value: unknown; detail?: Detail }
  | {
      status: 'ask';
      reason: string;
      value?: unknown;
      options?: readonly { label: string; value: unknown }[];
      detail?: Detail;
    }
  | { status: 'control'; control: Order }
  | { status: 'none' };

/** Said beside the answer: whom it is about, and words worth keeping. */
export interface Detail {
  who?: string;
  note?: string;
}

/** An order instead of an answer. `target`: a question's key, `#3` (the third shown), `current` or `previous`. */
export interface Order {
  action: string;
  target?: string;
  value?: string;
  household?: string;
}

/** One answer found in a message, with the words it was read from. */
export interface Slot {
  key: QuestionKey;
  understood: Understood;
  words: string;
}

/** A whole message read against a form. */
export interface Told {
  slots: readonly Slot[];
  order?: Order;
  /** The message as a whole says nothing that can be stored: 都好, 同上. */
  ask?: { reason: string };
  /** Words nothing was understood of. */
  rest: readonly string[];
}

/** One of the concrete answers offered to clear up a doubt. */
export const option = z.object({ label: z.string(), value: answerValue });
export type Option = z.infer<typeof option>;

/** An answer that was said but not clearly: why, in which words, and what might be meant. */
export const doubt = z.object({
  reason: z.string(),
  words: z.string().max(200),
  value: answerValue.optional(),
  options: z.array(option).max(9).optional(),
});
export type Doubt = z.infer<typeof doubt>;
