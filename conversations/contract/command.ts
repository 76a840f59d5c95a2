import { Phrases, type Slots } from '../language/phrases.ts';
import type { Conversation } from './conversation.ts';
import type { Asking } from './needs.ts';
import type { Role } from './session.ts';

/** What a command's words come to, undefined where they are none. `begins`: a message that begins otherwise is none. */
interface Matcher<A> {
  (text: string): A | undefined;
  begins?: ReadonlySet<string> | undefined;
}

/**
 * The words of a command, a way to say it a line (language/phrases.ts), and what their slots come to: `true` where
 * nothing is said of it, undefined where the words are this command's no more.
 */
export function phrased(lines: readonly string[]): Matcher<true>;
export function phrased<A>(
  lines: readonly string[],
  read: (slots: Slots, text: string) => A | undefined,
): Matcher<A>;
export function phrased(
  lines: readonly string[],
  read: (slots: Slots, text: string) => unknown = () => true,
): Matcher<unknown> {
  const phrases = new Phrases(lines);
  const matcher: Matcher<unknown> = (text) => {
    const slots = phrases.read(text);
    return slots === undefined ? undefined : read(slots, text);
  };
  matcher.begins = phrases.begins;
  return matcher;
}

/** One numbered thing and what is said of it. */
export interface OnNumber {
  no: number;
  rest: string;
}

/** The slots `<no>` and `<rest>` of a phrase. */
export const onNumber = ({ no = '', rest = '' }: Slots): OnNumber => ({ no: numberIn(no), rest });

/** What a slot `<no>` holds: 12, ＃12, 12号. */
export const numberIn = (slot: string): number => Number(slot.normalize('NFKC').replace(/\D/gu, ''));

/**
 * Something a person can ask for in chat. `match` sees the bare words and returns what it needs to run, or
 * undefined; it must be strict, so that an answer to an open question is never taken for a command.
 */
export interface Command<A = unknown> {
  name: string;
  /** Who may; absent = everyone bound. */
  roles?: readonly Role[];
  match: Matcher<A>;
  run(c: Conversation, args: A): Asking<void>;
  /**
   * How it is answered in a group. `open`: in any, it shows nobody. `private`: in the private chat, and the group
   * hears that. Absent: there, masked and of the group's own unit only, which therefore must be bound.
   */
  inRoom?: 'open' | 'private';
  /** Its words hold the name of a household's head: one that is also a command is a name behind them. */
  ofHousehold?: true;
  /** Photos that come with its words belong to it. */
  takesPhotos?: true;
}

/** Keeps the argument type between match and run while commands of all kinds stand in one list. */
export function command<A>(definition: Command<A>): Command {
  return definition as unknown as Command;
}

/** A message of another dialogue's own prompt (`flow` or `confirm`): the dialogue that opened it reads it. */
export interface FlowHandler {
  flow: string;
  /** The forms it runs: a message to an open one comes to `resume` as the step `form`. */
  forms?: readonly string[];
  /** Ends with false when the words are not for this dialogue after all: they then go the usual way. */
  resume(c: Conversation, step: string, data: Record<string, string>): Asking<unknown>;
  /** Words that are its own while its prompt is open, though they are a command elsewhere: 继续, 修改. */
  owns?(text: string): boolean;
  /** Photos sent while its prompt is open belong to it. */
  takesPhotos?: true;
}
