import type { Conversation } from '../../contract/conversation.ts';
import type { Hand } from './hand.ts';

/** The code of a household that was added by chat. */
export function codeOfAdded(id: string): string {
  return `N${id.slice(0, 8)}`;
}

/** The household in hand was added by chat, and nothing was said of it yet. */
export function isJustAdded(c: Conversation, { household, visit }: Hand): boolean {
  const { trail, undo, doubts } = c.state;
  const untouched = trail.length === 0 && Object.keys(doubts).length === 0 && undo?.visitId !== visit.id;
  const isFresh = visit.status === 'draft' && visit.outcome === null;
  return household.code === codeOfAdded(household.id) && untouched && isFresh;
}
