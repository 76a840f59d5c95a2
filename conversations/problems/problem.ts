import type { ProblemCategory } from '../contract/finding.ts';
import type { HouseholdId, ProblemId, StaffId, UnitCode } from '../contract/ids.ts';
import type { ClauseId } from '../form/keys.ts';
import type { ProblemEventKind, ProblemSource, ProblemStatus } from './states.ts';

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
  description: string;
  household: { id: HouseholdId; headName: string; group: string } | null;
  village: Named<UnitCode> | null;
  township: Named<UnitCode> | null;
  /** Department of the area, by name. */
  leadUnit: string;
  responsibleUnit: Named<UnitCode> | null;
  responsiblePerson: Named<StaffId> | null;
  due: string | null;
  openedAt: number;
  closedAt: number | null;
  foundBy: StaffId | null;
  /** Everybody who reported it rectified since it was last opened: none of them may strike it off. */
  rectifiers: readonly StaffId[];
  /** What was done, in the words of the one who did it. */
  measure: string;
  photos: number;
  /** The last thing that happened, so that whoever comes second sees it. */
  last: ProblemEvent | null;
}
