import type { RoomId, StaffId } from './ids.ts';

/**
 * A message to somebody who isn't speaking now: an outbox row under a key that says what, to whom and for
 * which period, so that it is sent once. Replies go first, digests last.
 */
export interface PushChange {
  do: 'push';
  key: string;
  to: { staff: StaffId } | { room: RoomId };
  kind: 'reply' | 'reminder' | 'digest';
  text: string;
}

/**
 * Changes of nouns other than the visit, by noun. Each declares its own beside itself (problems/changes.ts) and is
 * thereby listed here; the database applies them in db/answering/changes.ts within the message's transaction.
 */
export interface ChangesByNoun {
  push: PushChange;
}

export type OtherChange = ChangesByNoun[keyof ChangesByNoun];
