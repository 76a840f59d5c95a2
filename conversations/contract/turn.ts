import type { Answer } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';
import type { OtherChange } from './changes.ts';
import type { Finding, MonitoringFlag } from './finding.ts';
import type { Household } from './household.ts';
import type { AttachmentId, HouseholdId, VisitId } from './ids.ts';
import type { Visit } from './session.ts';
import type { DialogueState } from './state.ts';

/** One message back. At most one per message received. */
export interface Reply {
  text: string;
  /** Go to the person's private chat although it was asked in a group. */
  privately?: true;
  /** It asks whether to take a step and not for an answer of the household: 跳过 means nothing there. */
  confirms?: true;
  /** A picture or document the shell makes after the commit (a chart, a spreadsheet). */
  document?: DocumentRequest;
}

export interface DocumentRequest {
  kind: string;
  args: Record<string, string>;
  fileName: string;
}

/** One line of the append-only answer log. */
export interface AnswerLogged {
  visitId: VisitId;
  householdId: HouseholdId;
  question: QuestionKey;
  before: Answer | null;
  after: Answer | null;
}

/**
 * What a turn changes beside the dialogue itself. The first three are the hot path and are written in one
 * statement with the message claim and the state; the others are written in the same transaction, in order.
 */
export type Change =
  | {
      do: 'saveVisit';
      visit: Visit;
      household: Pick<Household, 'id' | 'village' | 'township'>;
      /** Computed by the rules from the answers. */
      problemCount: number;
      toVerify: readonly QuestionKey[];
      warnings: readonly string[];
    }
  | { do: 'logAnswers'; answers: readonly AnswerLogged[] }
  /** Findings and flags of a submitted visit: new ones open, vanished ones are withdrawn with a trace. */
  | {
      do: 'reconcile';
      visit: Pick<Visit, 'id' | 'householdId' | 'helper'>;
      household: Pick<Household, 'id' | 'village' | 'township'>;
      findings: readonly Finding[];
      flags: readonly MonitoringFlag[];
    }
  | { do: 'addHousehold'; household: Household }
  /** One that was added by mistake and not answered for, with its visit. */
  | { do: 'withdrawHousehold'; household: HouseholdId; visit: VisitId }
  | { do: 'logAccess'; households: readonly HouseholdId[]; what: string }
  | {
      do: 'attach';
      attachments: readonly AttachmentId[];
      to: { visitId: VisitId; householdId: HouseholdId; key: QuestionKey };
    }
  | OtherChange;

/** What one message leads to: the next state, what is said, what is changed. Nothing has happened yet. */
export interface Turn {
  state: DialogueState;
  replies: readonly Reply[];
  changes: readonly Change[];
}
