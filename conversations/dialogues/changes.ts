import type { RoomId, StaffId } from '../engine/ids.ts';
import type { AssignmentChange } from './assignment/assignment-needs.ts';
import type { BindingChange } from './binding/binding-needs.ts';
import type { ComparisonChange } from './comparison/comparison-needs.ts';
import type { LeadChange } from './lead/lead-needs.ts';
import type { ProblemChange } from './problem/problem-change.ts';
import type { ReceiptChange } from './receipt/receipt-needs.ts';
import type { ReportChange } from './report/report-needs.ts';
import type { SelfCheckChange } from './self-check/self-check-needs.ts';
import type { SupervisionChange } from './supervision/supervision-needs.ts';

/**
 * Changes of the dialogues other than the visit. Each dialogue declares its own in a file beside it and is
 * listed here; the database applies them in db/changes.ts within the message's transaction.
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
