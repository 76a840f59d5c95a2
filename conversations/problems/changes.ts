import type { ProblemCategory } from '../contract/finding.ts';
import type { AttachmentId, HouseholdId, ProblemId, UnitCode } from '../contract/ids.ts';
import type { Answers } from '../form/answer.ts';
import type { ClauseId } from '../form/keys.ts';
import type { ProblemPatch } from './move.ts';
import type { ProblemEventKind, ProblemSource } from './states.ts';

/** A problem that doesn't come from a visit: reported freely, or found by a self-check. */
export interface NewProblem {
  id: ProblemId;
  source: ProblemSource;
  key: string;
  category: ProblemCategory;
  clause: ClauseId;
  description: string;
  leadUnit: string;
  householdId: HouseholdId | null;
  village: UnitCode | null;
  township: UnitCode | null;
  /** Whose it is where the campaign's dispatch rules name no other unit. */
  responsibleUnit: UnitCode | null;
  /** ISO date. */
  due: string;
}

type ProblemChange =
  /** One move on one problem; refused as a conflict when its version is no longer the one that was read. */
  | {
      do: 'moveProblem';
      problem: { id: ProblemId; no: number; version: number };
      patch: ProblemPatch;
      event: { kind: ProblemEventKind; words: string; outcome?: string };
      /** The household's ledger from now on; `restore` puts back what the last strike-off changed. */
      ledger?: Answers | 'restore';
      attachments: readonly AttachmentId[];
    }
  | { do: 'openProblem'; problem: NewProblem; attachments: readonly AttachmentId[] }
  /** Photos that follow a report in messages of their own. */
  | { do: 'attachToProblem'; problemId: ProblemId; attachments: readonly AttachmentId[] };

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    problem: ProblemChange;
  }
}
