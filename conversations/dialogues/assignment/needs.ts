import type { HouseholdId, StaffId, UnitCode } from '../../contract/ids.ts';

/** Somebody who can look after households of a village. */
export interface Helper {
  id: StaffId;
  name: string;
  unitName: string;
  /** The last four digits of his phone, which tell namesakes apart; empty where there is none. */
  phoneEnd: string;
  /** Households he looks after, everywhere. */
  load: number;
}

/** A household of a village with who looks after it, in group and address order. */
export interface Assignable {
  id: HouseholdId;
  group: string;
  helper: StaffId | null;
  done: boolean;
}

export interface AssignmentNeeds {
  /** A village's households, all of them, and the people who can look after them: its own staff and who has some there. */
  villageForces: { in: { village: UnitCode }; out: { households: Assignable[]; helpers: Helper[] } };
  /** Helpers within the scope by name, sound or initials; best first. */
  findHelpers: { in: { words: string }; out: Helper[] };
  /** What a person looks after, for handing it on. */
  householdsOf: {
    in: { staff: StaffId };
    out: { id: HouseholdId; group: string; villageName: string; done: boolean }[];
  };
}

export type AssignmentChange =
  /** These households are this person's from now on; who had them before hasn't any more. */
  | { do: 'assign'; households: readonly HouseholdId[]; to: StaffId }
  /** Somebody else looks after all that a person has, until a day (inclusive, ISO date). */
  | { do: 'standIn'; of: StaffId; by: StaffId; until: string }
  /** The stand-ins of a person end. */
  | { do: 'endStandIn'; of: StaffId };

declare module '../../contract/needs.ts' {
  interface Needs extends AssignmentNeeds {}
}

declare module '../../contract/changes.ts' {
  interface ChangesByNoun {
    assignment: AssignmentChange;
  }
}
