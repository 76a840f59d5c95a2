import type { QuestionKey } from '../form/keys.ts';
import type { Household } from './household.ts';
import type { HouseholdId, UnitCode, UnitKind, VisitId } from './ids.ts';
import type { Visit } from './session.ts';

/** One household in a list: enough to offer and to tell namesakes apart. */
export interface HouseholdBrief {
  id: HouseholdId;
  code: string;
  headName: string;
  village: UnitCode;
  villageName: string;
  townshipName: string;
  group: string;
  status: Visit['status'] | null;
  outcome: Visit['outcome'];
}

/** One of a helper's own visits. */
export interface OwnVisit extends HouseholdBrief {
  /** The day on which it was handed in (Asia/Shanghai), `YYYY-MM-DD`; null for one that isn't. */
  submittedOn: string | null;
}

export interface HouseholdOpened {
  household: Household;
  visit: Visit | null;
  /** Who has the visit, when it isn't the asker. */
  helperName: string | null;
}

export interface StaffBrief {
  id: string;
  name: string;
  unitName: string;
}

/**
 * What a dialogue may ask of the database in the middle of a turn: name → arguments and result. A dialogue is
 * a generator that yields needs and gets the answers, so it stays a pure function of what it was given. Every
 * need is answered within the speaker's scope. A noun adds its own by declaring them beside itself (problems/needs.ts)
 * and the database answers them in db/answering/needs.ts, which is checked to have all.
 */
export interface Needs {
  /** The speaker's own queue: not yet visited, drafts first, then by group and address order. */
  nextHouseholds: { in: { limit: number; after?: HouseholdId }; out: HouseholdBrief[] };
  /** By name, homophone, pinyin, initials, household code or last digits; best first. */
  findHouseholds: {
    in: { words: string; village?: UnitCode; group?: string; limit: number };
    out: HouseholdBrief[];
  };
  /** The speaker's own half-done visits: how many, and the households of those begun first. */
  /** The speaker's own visits: what isn't finished first, then the latest handed in. */
  ownVisits: { in: { limit: number }; out: OwnVisit[] };
  halfDone: { in: { limit: number }; out: { total: number; first: HouseholdBrief[] } };
  openHousehold: { in: { id: HouseholdId; questionnaire: string }; out: HouseholdOpened | null };
  /** The questions of a visit that have a photo; null where nobody can know without a network. */
  photosOfVisit: { in: { id: VisitId }; out: QuestionKey[] | null };
  openVisit: { in: { id: VisitId }; out: HouseholdOpened | null };
  /** Those by name who could go on with a visit of this household: their scope covers it. */
  findStaff: {
    in: { words: string; place: { village: UnitCode; township: UnitCode; household: HouseholdId } };
    out: StaffBrief[];
  };
  /** How many of the speaker's households are done and left. */
  ownProgress: {
    in: Record<string, never>;
    out: { total: number; done: number; drafts: number; toVerify: number };
  };
  /** Units within the speaker's scope by name or code. */
  findUnits: {
    in: { words: string };
    out: { code: UnitCode; name: string; kind: UnitKind }[];
  };
  /** The village's groups and names, for a household added by chat. */
  speakerVillages: {
    in: Record<string, never>;
    out: { code: UnitCode; name: string; township: UnitCode; townshipName: string }[];
  };
}

export type Need = { [K in keyof Needs]: { need: K; args: Needs[K]['in'] } }[keyof Needs];

/** A conversation step in progress: yields needs, ends with its result. */
export type Asking<T> = Generator<Need, T, unknown>;

/** Asks the shell for one need; the answer's type follows from the name. */
export function* ask<K extends keyof Needs>(need: K, args: Needs[K]['in']): Asking<Needs[K]['out']> {
  // The shell answers each need with the type its name promises (db/answering/needs.ts is checked against Needs).
  return (yield { need, args } as Need) as Needs[K]['out'];
}
