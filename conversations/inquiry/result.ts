import type { HouseholdId, StaffId } from '../contract/ids.ts';

/** One part of a number that is split: a village, a category, an answer. `key` is its code or value. */
export interface ResultPart {
  key: string;
  name: string;
  n: number;
  /** Of how many. */
  over: number;
  sum: number | null;
  known: number;
}

/** What an inquiry counts. */
export interface Counted {
  n: number;
  /** The rows it was counted over: those visited when answers were asked for, else all of the place. */
  over: number;
  /** Sum of the number asked for, over `known` rows; null where none was asked for. */
  sum: number | null;
  known: number;
  /** Of persons: households where nobody wrote down who. */
  unnamed: number;
  /** In the register's order, or by size where the inquiry says so. */
  parts: readonly ResultPart[];
}

/** Somebody of the inspection in a list. */
export interface StaffLine {
  id: StaffId;
  name: string;
  unitName: string;
  bound: boolean;
}

/** A monitoring lead in a list. */
export interface LeadLine {
  no: number;
  stage: string;
  /** ISO date by which the step is to be done. */
  due: string | null;
  headName: string;
  householdId: HouseholdId;
  villageName: string;
  group: string;
}
