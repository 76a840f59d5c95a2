import { z } from 'zod';
import { attachmentId } from './ids.ts';

const base = {
  /** The platform's message id: a redelivery carries the same one. */
  id: z.string().min(1).max(200),
  /** When it was sent, milliseconds since 1970. */
  at: z.number().int(),
  /** A random uuid from the shell; ids of new things are derived from it (see idFrom). */
  seed: z.uuid(),
};

/** What can happen to a dialogue. Time and ids come with the event; the engine has neither. */
const event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('said'),
    ...base,
    text: z.string(),
    /** The text of the message this one quotes, where the platform tells it. */
    quote: z.string().optional(),
    /** The words on what was tapped, where `text` is only its number. */
    label: z.string().max(200).optional(),
    /** Photos that came with the words, already stored. */
    photos: z.array(attachmentId).optional(),
  }),
  z.object({ type: z.literal('pressed'), ...base, button: z.string().max(200) }),
  /** Something the bot can't read: a voice message without transcript, a sticker, a location. */
  z.object({
    type: z.literal('unreadable'),
    ...base,
    what: z.enum(['voice', 'video', 'file', 'location', 'sticker', 'link']),
  }),
  /** The person took back what he had said: the platform's id of that message. */
  z.object({ type: z.literal('recalled'), ...base, of: z.string().min(1).max(200) }),
]);
export type Event = z.infer<typeof event>;

/** The n-th id derived from an event's seed: the same event always gives the same ids. */
export function idFrom(seed: string, n: number): string {
  const tail = (Number.parseInt(seed.slice(-6), 16) ^ (n + 1)) & 0xffffff;
  return seed.slice(0, -6) + tail.toString(16).padStart(6, '0');
}
