import type { Event } from '../contract/event.ts';

/** A longer message is asked for in parts. */
export const maxText = 2000;

/** The words of a message, trimmed and bounded; empty for what has none. */
export function eventWords(event: Event): string {
  if (event.type === 'pressed') return event.button.trim();
  return event.type === 'said' ? stripped(event.text) : '';
}

/** Control characters and zero-width marks carry no meaning and break matching. */
function stripped(text: string): string {
  return text
    .slice(0, maxText + 1)
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu, '')
    .trim();
}
