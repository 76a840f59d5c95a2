import type { HouseholdId, StaffId, UnitCode, UnitKind } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import type { Problem, ProblemEvent } from './problem.ts';

interface UnitBrief {
  code: UnitCode;
  name: string;
  kind: UnitKind;
}

/** What the problem ledger's dialogue asks of the database, within the speaker's scope. */
interface ProblemNeeds {
  problem: { in: { no: number }; out: Problem | null };
  problemHistory: { in: { no: number }; out: ProblemEvent[] };
  /** Not yet settled problems of households whose head is called so. */
  problemsOf: { in: { headName: string; limit: number }; out: Problem[] };
  /** What the speaker has to rectify: named as responsible, or found by him, or his unit's; nearest deadline first. */
  ownProblems: { in: { limit: number }; out: Problem[] };
  /** Departments, townships and villages of the whole county by name: a problem may be handed to any. */
  unitsNamed: { in: { words: string }; out: UnitBrief[] };
  /** Staff by name whose scope covers where a problem lies, or who stand for its departments (by code or name). */
  staffNamed: {
    in: {
      words: string;
      place: {
        village: UnitCode | null;
        township: UnitCode | null;
        household: HouseholdId | null;
        departments: readonly string[];
      };
    };
    out: { id: StaffId; name: string; unit: UnitCode; unitName: string }[];
  };
  /** Who to tell in a unit, at most a few. */
  unitStaff: { in: { unit: UnitCode; roles: readonly Role[] }; out: { id: StaffId; name: string }[] };
  /** Who struck off how many problems within the scope, most first. */
  strikers: {
    in: Record<string, never>;
    out: { name: string; unitName: string; closed: number; nos: number[] }[];
  };
}

declare module '../contract/needs.ts' {
  interface Needs extends ProblemNeeds {}
}
