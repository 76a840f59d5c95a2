import type { ProblemCategory } from '../contract/finding.ts';
import type { RoomId, StaffId, UnitCode, UnitKind } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import type { OpenLeadStage } from '../leads/lead.ts';
import type { ProblemCounts } from '../progress/overview.ts';
import type { VillageProgress } from '../progress/rollup.ts';

// Everything the pushes are made from, as rows: what the database reads in sets and the composers are given.

export interface BoundRoom {
  room: RoomId;
  unit: UnitCode;
  unitName: string;
  kind: UnitKind;
}

export interface StaffPushFacts {
  id: StaffId;
  name: string;
  muted: boolean;
  roles: Role[];
  unit: UnitCode;
  unitName: string;
  unitKind: UnitKind;
}

/** What one person looks after today. */
export interface Lot {
  staff: StaffId;
  total: number;
  remaining: number;
  villages: number;
}

/** A household of somebody's queue. */
export interface Listed {
  staff: StaffId;
  headName: string;
  villageName: string;
  group: string;
}

/** A visit begun before today and not submitted, or one returned. */
export interface Unfinished extends Listed {
  what: 'draft' | 'returned';
  since: string;
  reason: string | null;
  /** Of how many of the kind. */
  count: number;
}

/** A problem to be rectified that is overdue or due within three days. */
export interface OpenProblem {
  no: number;
  category: ProblemCategory;
  due: string;
  place: string;
  /** The household's head, where it is a household's. */
  head: string | null;
  description: string;
  /** Whose it is: a person, else the unit; the lead department answers for its kind. */
  staff: StaffId | null;
  unit: UnitCode | null;
  leadUnit: string;
}

export interface LeadUnitProblems {
  township: string;
  name: string;
  openedToday: number;
  overdue: number;
}

/** A monitoring lead whose next step is overdue or due within a day. */
export interface DueLead {
  no: number;
  stage: OpenLeadStage;
  headName: string;
  village: UnitCode;
  villageName: string;
  township: UnitCode;
  /** ISO date. */
  due: string;
  /** Who visited the household. */
  helper: StaffId | null;
}

export interface LeadCounts {
  township: string;
  today: number;
  open: number;
  included: number;
  /** Waiting for the township's word, and for the county's. */
  atTownship?: number;
  atCounty?: number;
  /** Steps whose time is over, and by how many days the longest. */
  overdue?: number;
  longest?: number;
}

/** Who works in a village. */
export interface Forces {
  village: UnitCode;
  /** People with households there that are not done, and those of them who have submitted nothing yet. */
  helpers: number;
  idleHelpers: number;
  /** Households not done that nobody looks after. */
  unassigned: number;
}

/** Units that file a self-inspection report (townships, lead departments), and those that did. */
export interface Reports {
  due: ReadonlySet<string>;
  filed: ReadonlySet<string>;
}

export interface MorningFacts {
  staff: readonly StaffPushFacts[];
  lots: readonly Lot[];
  first: readonly Listed[];
  unfinished: readonly Unfinished[];
  problems: readonly OpenProblem[];
  /** What came to a unit since people were last told: problems to be put right, and to be checked. */
  news?: readonly { no: number; unit: string; what: 'toRectify' | 'toReview' | 'toLook' }[];
  /** Monitoring leads whose next step is pressing. */
  leads?: readonly DueLead[];
  forces: readonly Forces[];
  reports: Reports;
  /** The day this was last told; what crossed a line since then is new. */
  lastTold: string;
}

export interface RoomPushFacts {
  rooms: readonly BoundRoom[];
  villages: readonly VillageProgress[];
  groups: ReadonlyMap<UnitCode, readonly { group: string; remaining: number }[]>;
  /** Per township, and under '' for the county. */
  problems: ReadonlyMap<string, ProblemCounts>;
}

export interface EveningFacts extends RoomPushFacts {
  staff: readonly StaffPushFacts[];
  leadUnits: readonly LeadUnitProblems[];
  leads: readonly LeadCounts[];
  forces: readonly Forces[];
  reports: Reports;
  /** The county's name. */
  county: { name: string };
}
