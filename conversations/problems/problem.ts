import type { ProblemCategory } from '../contract/finding.ts';
import type { HouseholdId, ProblemId, StaffId, UnitCode } from '../contract/ids.ts';
import type { ClauseId } from '../form/keys.ts';
import type { ProblemEventKind, ProblemManner, ProblemSource, ProblemStatus } from './states.ts';

/** Somebody or some unit, with the name to show. */
export interface Named<Id> {
  id: Id;
  name: string;
}

/** One line of a problem's history, newest last. `at` is milliseconds since 1970. */
export interface ProblemEvent {
  kind: ProblemEventKind;
  at: number;
  by: Named<StaffId> | null;
  words: string;
}

/** A finding to be rectified, as the dialogues see it. Dates are ISO dates in Asia/Shanghai. */
export interface Problem {
  id: ProblemId;
  /** Number within the county, spoken in chat: 整改 12. */
  no: number;
  /** Row version: a move under a stale one is refused. */
  version: number;
  status: ProblemStatus;
  source: ProblemSource;
  category: ProblemCategory;
  clause: ClauseId;
  /** Stable name of the finding: it says what a strike-off writes back to the household's ledger. */
  key: string;
  description: string;
  household: { id: HouseholdId; headName: string; group: string } | null;
  village: Named<UnitCode> | null;
  township: Named<UnitCode> | null;
  /** Department of the area, by name. */
  leadUnit: string;
  responsibleUnit: Named<UnitCode> | null;
  responsiblePerson: Named<StaffId> | null;
  /** Units that help, by name. */
  assisting: readonly string[];
  manner: ProblemManner;
  /** Why it came to this, and the measure to be taken; empty until somebody says so. */
  cause: string;
  task: string;
  due: string | null;
  /** When a long-term one is looked at again. */
  nextLook: string | null;
  openedAt: number;
  closedAt: number | null;
  foundBy: StaffId | null;
  /** Everybody who reported it rectified since it was last opened: none of them may strike it off. */
  rectifiers: readonly StaffId[];
  /** What was done, in the words of the one who did it. */
  measure: string;
  photos: number;
  /** Photos and documents since it was last opened: those of an earlier round prove nothing. */
  proofs: number;
  /** The last look at the household since it was last reported done: by whom, and what it found (an outcome's id). */
  look: { by: StaffId; outcome: string } | null;
  /** The last thing that happened, so that whoever comes second sees it. */
  last: ProblemEvent | null;
}
