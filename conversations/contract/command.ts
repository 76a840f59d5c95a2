import type { Conversation } from './conversation.ts';
import type { Asking } from './needs.ts';
import type { Role } from './session.ts';

/**
 * Something a person can ask for in chat. `match` sees the bare words and returns what it needs to run, or
 * undefined; it must be strict, so that an answer to an open question is never taken for a command.
 */
export interface Command<A = unknown> {
  name: string;
  /** Who may; absent = everyone bound. */
  roles?: readonly Role[];
  match(text: string): A | undefined;
  run(c: Conversation, args: A): Asking<void>;
  /**
   * How it is answered in a group. `open`: in any, it shows nobody. `private`: in the private chat, and the group
   * hears that. Absent: there, masked and of the group's own unit only, which therefore must be bound.
   */
  inRoom?: 'open' | 'private';
  /** Photos that come with its words belong to it. */
  takesPhotos?: true;
}

/** Keeps the argument type between match and run while commands of all kinds stand in one list. */
export function command<A>(definition: Command<A>): Command {
  return definition as Command;
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

/** The words after a command word: 查 张三 → 张三; the space may be missing; undefined when it doesn't start so. */
export function argumentAfter(text: string, words: readonly string[]): string | undefined {
  for (const word of words) {
    if (text === word) return '';
    if (text.startsWith(word))
      return text
        .slice(word.length)
        .replace(/^[\s:：,，]+/u, '')
        .trim();
  }
  return undefined;
}
