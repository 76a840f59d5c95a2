import { z } from 'zod';
import { personTold } from './person.ts';

export const answerValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
export type AnswerValue = z.infer<typeof answerValue>;

/**
 * One answered question. `known` holds a value: money is whole yuan per year, counts are people or pieces.
 * `unsure` (不清楚) keeps the visit open for follow-up, `skipped` (跳过) is asked again before submission.
 */
export const answerSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('known'),
    v: answerValue,
    /** Words kept beside the value: the illness, the reason of an odd value, the kind of water trouble. */
    note: z.string().optional(),
    /** Which member is meant (二儿子, 3号). */
    who: z.string().optional(),
    /** The same one by one, with what was told of each; absent where only words were kept. */
    persons: z.array(personTold).max(20).optional(),
    /** Whole yuan a year by line, where the value was told line by line: wages, costs. */
    lines: z.record(z.string(), z.number().int().nonnegative()).optional(),
    /** Taken from the register: an answer only once it is `confirmed`. */
    from: z.literal('register').optional(),
    /** What the register said, and somebody said that it is right. */
    confirmed: z.literal(true).optional(),
  }),
  z.object({ is: z.literal('unsure'), note: z.string().optional() }),
  z.object({
    is: z.literal('skipped'),
    /** Postponed a second time: not asked again by itself, named in the summary. */
    again: z.literal(true).optional(),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** All answers of a visit by question key: the one truth from which the ledger's columns are derived. */
export const answers = z.record(z.string(), answerSchema);
export type Answers = z.infer<typeof answers>;

/** Only the register says so: nobody has confirmed it, so it is no answer yet. */
export function isRegistered(answer: Answer | undefined | null): boolean {
  return answer?.is === 'known' && answer.from === 'register' && answer.confirmed !== true;
}

/** The answer alone, as a group may hear it: not whom it is about, nor the words beside it. */
export function withoutDetails<A extends Answer | undefined>(answer: A): A | Answer {
  return answer?.is === 'known' ? { is: 'known', v: answer.v } : answer;
}

/** The value of an answered question, or undefined where it is open, unsure or skipped. */
export function known(all: Answers, key: string): AnswerValue | undefined {
  const found = all[key];
  return found?.is === 'known' ? found.v : undefined;
}

/** Answered 是; 不清楚 and no answer are neither true nor false. */
export function isTrue(all: Answers, key: string): boolean {
  return known(all, key) === true;
}

/** Answered 否; see `isTrue`. */
export function isFalse(all: Answers, key: string): boolean {
  return known(all, key) === false;
}

/** The number answered, or undefined where it isn't known or is none. */
export function numberOf(all: Answers, key: string): number | undefined {
  const value = known(all, key);
  return typeof value === 'number' ? value : undefined;
}

/** The choices answered; none where it isn't known. */
export function listOf(all: Answers, key: string): readonly string[] {
  const value = known(all, key);
  return Array.isArray(value) ? value : [];
}

/** The text answered, or undefined where it isn't known or is none. */
export function textOf(all: Answers, key: string): string | undefined {
  const value = known(all, key);
  return typeof value === 'string' ? value : undefined;
}
