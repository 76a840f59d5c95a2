import type { ProblemCategory } from '../contract/finding.ts';
import type { HouseholdType } from '../contract/household.ts';
import type { HouseholdId, UnitCode, UnitKind } from '../contract/ids.ts';
import type { Visit } from '../contract/session.ts';
import type { ProblemStatus } from '../problems/states.ts';
import type { Counts } from './definitions.ts';
import type { DayCount } from './forecast.ts';
import type { ProblemCounts } from './overview.ts';
import type { VillageProgress } from './rollup.ts';

/** A unit somebody names, enough to check his reach and to tell villages of one name apart. */
export interface UnitFound {
  code: UnitCode;
  /** As people say it. */
  name: string;
  kind: UnitKind;
  township?: UnitCode;
  townshipName?: string;
}

/** Which households of a unit are meant: the words of conversations/progress/definitions.ts, or what is left. */
export type HouseholdFilter = keyof Omit<Counts, 'total'> | 'remaining' | 'all' | 'unassigned';

/** A household in a list of progress. */
export interface HouseholdLine {
  id: HouseholdId;
  headName: string;
  villageName: string;
  townshipName: string;
  group: string;
  tally: string | null;
  helperName: string | null;
  submittedAt: number | null;
  problems: number;
}

export type ProblemFilter = 'open' | 'overdue' | 'done' | 'closed' | 'today';

export interface ProblemLine {
  no: number;
  category: ProblemCategory;
  description: string;
  headName: string | null;
  householdId: HouseholdId | null;
  villageName: string | null;
  group: string;
  leadUnit: string;
  due: string | null;
  /** When a long-term one is looked at again. */
  nextLook: string | null;
  status: ProblemStatus;
}

/** What 查 shows of one household. */
export interface HouseholdStanding {
  id: HouseholdId;
  headName: string;
  type: HouseholdType;
  villageName: string;
  townshipName: string;
  group: string;
  visit:
    | (Pick<Visit, 'status' | 'outcome' | 'submittedAt' | 'startedAt' | 'returnReason'> & {
        helperName: string | null;
        toVerify: number;
      })
    | null;
  /** Who looks after it. */
  helpers: string[];
  problems: { no: number; category: ProblemCategory; status: ProblemStatus; due: string | null }[];
  lead: { no: number; stage: string } | null;
}

export interface ProgressNeeds {
  /** Units within the speaker's scope by name, short name or code; best first. Without words the scope's own. */
  unitsSaid: { in: { words: string }; out: UnitFound[] };
  /** Villages within the scope, counted. */
  countProgress: { in: { unit?: UnitCode; today: string }; out: VillageProgress[] };
  /** The groups of a village. */
  countGroups: { in: { village: UnitCode }; out: { group: string; total: number; visited: number }[] };
  /** What the speaker looks after himself; null for who looks after nothing. */
  countOwn: { in: { today: string }; out: { counts: Counts; days: DayCount[] } | null };
  countProblems: { in: { unit?: UnitCode; today: string }; out: ProblemCounts };
  householdStanding: { in: { id: HouseholdId }; out: HouseholdStanding | null };
  /** Who looked at a household's data, latest first. */
  looksAt: {
    in: { id: HouseholdId; offset: number; limit: number };
    out: { rows: { name: string; unitName: string; what: string; at: number }[]; total: number };
  };
}

declare module '../contract/needs.ts' {
  interface Needs extends ProgressNeeds {}
}
