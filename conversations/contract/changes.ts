import type { ComparisonChange } from '../comparison/needs.ts';
import type { AssignmentChange } from '../dialogues/assignment/needs.ts';
import type { BindingChange } from '../dialogues/binding/needs.ts';
import type { LeadChange } from '../leads/needs.ts';
import type { ProblemChange } from '../problems/changes.ts';
import type { ReceiptChange } from '../pushes/needs.ts';
import type { ReportChange } from '../reports/needs.ts';
import type { SelfCheckChange } from '../self-check/needs.ts';
import type { SupervisionChange } from '../supervision/needs.ts';
import type { RoomId, StaffId } from './ids.ts';

/**
 * Changes of the dialogues other than the visit. Each dialogue declares its own in a file beside it and is
 * listed here; the database applies them in db/answering/changes.ts within the message's transaction.
 */
export type OtherChange =
  | BindingChange
  | PushChange
  | ProblemChange
  | LeadChange
  | SelfCheckChange
  | ReportChange
  | ComparisonChange
  | SupervisionChange
  | AssignmentChange
  | ReceiptChange;

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
