import type { StaffId, UnitCode } from '../contract/ids.ts';
import type { Answers } from '../form/answer.ts';
import type { Named, Problem } from './problem.ts';
import type { ProblemEventKind, ProblemManner, ProblemStatus } from './states.ts';

/** What somebody wants to do with a problem. Words are as said; photos are counted, they are attached apart. */
export type Move =
  | { move: 'assign'; unit?: Named<UnitCode>; person?: Named<StaffId>; due?: string }
  | { move: 'start'; words: string }
  /** What was done so far: nothing is finished by it. */
  | { move: 'progress'; words: string; photos: number }
  /** Why it came to this. */
  | { move: 'explain'; words: string }
  /** The measure to be taken. */
  | { move: 'setTask'; words: string }
  /** Takes long: its plan and the day it is looked at again. */
  | { move: 'plan'; words: string; next: string }
  | { move: 'rectify'; words: string; photos: number }
  /** Somebody else looked at the household; `outcome` is one of the finding's, null = not solved. */
  | { move: 'look'; words: string; outcome: string | null }
  | { move: 'addEvidence'; words: string; photos: number }
  | { move: 'close'; words: string }
  | { move: 'sendBack'; reason: string }
  | { move: 'reopen'; reason: string }
  | { move: 'transfer'; unit: Named<UnitCode>; reason: string }
  | { move: 'merge'; into: { no: number; id: Problem['id'] } };

/** Columns a move changes; what it doesn't name stays. */
export interface ProblemPatch {
  status?: ProblemStatus;
  responsibleUnit?: Named<UnitCode>;
  responsiblePerson?: Named<StaffId> | null;
  due?: string | null;
  manner?: ProblemManner;
  cause?: string;
  task?: string;
  nextLook?: string | null;
  measure?: string;
  rectifiedBy?: StaffId | null;
  rectifiers?: readonly StaffId[];
  doneAt?: number | null;
  closedAt?: number | null;
  closedBy?: StaffId | null;
  mergedInto?: Problem['id'];
}

export type Moved =
  | {
      is: 'moved';
      patch: ProblemPatch;
      event: {
        kind: ProblemEventKind;
        words: string;
        from: ProblemStatus;
        to: ProblemStatus;
        /** What a look found. */
        outcome?: string;
      };
      /** The household's ledger from now on; `restore` puts back what the strike-off changed. */
      ledger?: Answers | 'restore';
    }
  | { is: 'refused'; why: string };

/** A move that isn't allowed, and why: the sentence says what to do instead. */
export const refuse = (why: string): Moved => ({ is: 'refused', why });

/** A move to a status with its line of history. */
export function movedTo(
  problem: Problem,
  to: ProblemStatus,
  kind: ProblemEventKind,
  words: string,
  patch: ProblemPatch = {},
): Moved {
  return { is: 'moved', patch: { status: to, ...patch }, event: { kind, words, from: problem.status, to } };
}
