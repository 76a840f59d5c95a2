import type { VisitId } from '../../contract/ids.ts';
import type { Answer } from '../../form/answer.ts';
import type { QuestionKey } from '../../form/keys.ts';

/** Orders that can be taken back within the hour. */
export const orderKinds = [
  'assign',
  'standIn',
  'endStandIn',
  'moveProblem',
  'stepLead',
  'verifyVisit',
  'returnVisit',
] as const;
export type OrderKind = (typeof orderKinds)[number];

/** The speaker's last order that was not taken back: all that one message changed. */
export interface LastOrder {
  /** Milliseconds since 1970; names the order. */
  at: number;
  kind: OrderKind;
  /** Households, problems or visits it changed. */
  count: number;
  /** Of them, how many somebody changed again since: they stay as they are. */
  changedSince: number;
  /** What happened, as the history of the problem or lead tells it; empty for the others. */
  event: string;
}

/** An answer that one message recorded. */
interface AnswerRecorded {
  visitId: VisitId;
  question: QuestionKey;
  before: Answer | null;
  after: Answer | null;
}

export interface UndoNeeds {
  lastOrder: { in: { since: number }; out: LastOrder | null };
  /** What a message recorded in one of these visits. */
  answersSaid: { in: { visits: VisitId[]; channel: string; messageId: string }; out: AnswerRecorded[] };
}

export interface UndoChange {
  /** Puts back what stood there before an order of the speaker; what was changed since is left alone. */
  do: 'undoOrder';
  at: number;
}

declare module '../../contract/needs.ts' {
  interface Needs extends UndoNeeds {}
}

declare module '../../contract/changes.ts' {
  interface ChangesByNoun {
    undo: UndoChange;
  }
}
