import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { briefLabel } from './brief-label.ts';

/** A helper has some fifty households; with that many half done, opening more is a slip or no person at all. */
const mostOpen = 50;
const shown = 5;

/** Refuses another household while too many are half done, and offers those; true when it did. */
export function* tooManyOpen(c: Conversation, told: string): Asking<boolean> {
  const { total, first } = yield* ask('halfDone', { limit: shown });
  if (total < mostOpen) return false;
  const items = first.map((h) => ({ id: h.id, label: briefLabel(c, h) }));
  c.open({ is: 'pick', goal: 'startVisit', items });
  c.patch({ phase: 'idle' });
  const list = items.map((item, i) => `${i + 1}.${item.label}`).join('\n');
  c.say(`${told}您手上有${total}户答了一半，先把这些答完交了，再开新的。回号数接着答：\n${list}`);
  return true;
}
