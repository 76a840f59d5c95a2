import type { OpinionCount } from '../campaign/satisfaction.ts';
import type { Household } from '../contract/household.ts';
import type { HouseholdId, StaffId, UnitCode, VisitId } from '../contract/ids.ts';
import type { Answers } from '../form/answer.ts';
import type { Candidate, Drawn } from './draw.ts';
import type { Difference } from './spot-questions.ts';

/** A drawn household as it is listed and asked. */
export interface SpotCheck {
  id: string;
  version: number;
  household: { id: HouseholdId; headName: string; group: string; villageName: string };
  visit: VisitId;
  helper: { id: StaffId; name: string };
  why: readonly string[];
  status: 'drawn' | 'done';
  answers: Answers;
}

/** A check with its household, and the visit's answers that it is compared with. */
export interface FoundCheck {
  check: SpotCheck;
  visitAnswers: Answers;
  household: Household;
}

/** Satisfaction of a unit's households: shares with their base, and how many answered in which way. */
export interface Opinions {
  counts: OpinionCount[];
  /** Households that answered by themselves, that were asked by a checker, and that were given a code. */
  own: number;
  asked: number;
  codes: number;
}

/** What supervision asks of the database, within the speaker's scope. */
interface SupervisionNeeds {
  /** Submitted visits not drawn before, with their quality signals, and how often the unit has drawn today. */
  spotCandidates: { in: { limit: number }; out: { candidates: Candidate[]; drawsToday: number } };
  /** Drawn and not yet done, in visiting order. */
  spotChecks: { in: { limit: number; headName?: string }; out: { checks: SpotCheck[]; total: number } };
  spotCheck: { in: { id: string }; out: FoundCheck | null };
  /** What households of the scope think of the work, of whom it may be told, and how many said so in which way. */
  opinions: { in: { unit: UnitCode }; out: Opinions };
  /** How the checks of the scope went. */
  spotSummary: {
    in: Record<string, never>;
    out: { drawn: number; done: number; differing: number; differences: { title: string; count: number }[] };
  };
}

type SupervisionChange =
  | { do: 'drawSpotChecks'; seed: string; checks: readonly (Drawn & { id: string })[] }
  /** Answers of a check so far; `differences` once it is done. */
  | {
      do: 'saveSpotCheck';
      check: { id: string; version: number };
      answers: Answers;
      differences: readonly Difference[] | null;
    }
  /** A visit is verified, or goes back to its helper with a reason; refused when it was changed in between. */
  | { do: 'verifyVisit'; visit: { id: VisitId; version: number } }
  | { do: 'returnVisit'; visit: { id: VisitId; version: number }; reason: string };

declare module '../contract/needs.ts' {
  interface Needs extends SupervisionNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    supervision: SupervisionChange;
  }
}
