import type { Conversation } from '../contract/conversation.ts';
import { openAgain } from './help.ts';
import { eventWords } from './words-of.ts';

/** So soon after its like nobody has read what was asked since: a finger that tapped twice. Milliseconds. */
const soon = 2_000;

/** A number without any words, with the label it was tapped on; undefined for anything else. */
function bareNumber(c: Conversation): string | undefined {
  const number = /^\d{1,2}$/u.exec(eventWords(c.event).normalize('NFKC'))?.[0];
  if (number === undefined) return undefined;
  const label = c.event.type === 'said' ? c.event.label : undefined;
  return label === undefined ? number : `${number} ${label}`;
}

/**
 * The same bare number once more, by its own time right after the first: it would answer the question that came in
 * between, which nobody has read yet. It is asked about; said once more it counts.
 */
export function saidTwice(c: Conversation): boolean {
  const number = bareNumber(c);
  const { number: before, at, open } = c.chat;
  c.noteNumber(number);
  if (number === undefined || number !== before || open === undefined) return false;
  if (c.at < at || c.at - at >= soon) return false;
  const [digits] = number.split(' ');
  const offered = (c.chat.offered ?? []).map((label, i) => `${i + 1}.${label}`).join(' ');
  const again = openAgain(c) || (offered === '' ? '' : `\n${offered}`);
  c.noteNumber(undefined);
  c.say(
    `刚才那个${digits}已经记下，这个${digits}跟得太紧，先没算。这一题也是${digits}，就再回一次。${again}`,
  );
  return true;
}
