import type { StaffId, UnitCode } from '../contract/ids.ts';

/** One of the year's tasks of a unit: open until somebody says how it was done. */
export interface YearTask {
  no: number;
  title: string;
  /** ISO date. */
  due: string | null;
  /** How it was done; null while it is open. */
  how: string | null;
}

/** What a unit is behind with: grounds for a written order to hurry. */
export interface Delays {
  unit: UnitCode;
  unitName: string;
  problems: readonly { no: number; description: string; due: string }[];
  problemsOverdue: number;
  leadsOverdue: number;
  households: number;
  visited: number;
  /** The year's tasks that are past their day. */
  tasksOverdue: number;
  /** Who heads the unit: its leaders, else its cadres or officers. */
  heads: readonly StaffId[];
  /** Number the next order gets. */
  nextNo: number;
}

/** A written order that waits for an answer, or was answered. */
export interface UrgingOrder {
  no: number;
  unitName: string;
  words: string;
  replyBy: string;
  answer: string | null;
}

/** Whose delays and untrue reports are to be traced, most first. */
export interface Traced {
  units: readonly { name: string; overdue: number; longest: number }[];
  people: readonly { name: string; unitName: string; overdue: number }[];
  /** Problems struck off and opened again: who reported them done, who struck them off. */
  reopened: readonly { no: number; unitName: string; rectifier: string | null; striker: string | null }[];
  /** Helpers whose visits a spot-check found otherwise. */
  differing: readonly { name: string; unitName: string; visits: number }[];
}

/** What oversight asks of the database, within the speaker's scope. */
interface OversightNeeds {
  /** The tasks of the speaker's own unit. */
  yearTasks: { in: Record<string, never>; out: YearTask[] };
  /** Units with tasks, and how many of them are open and late. */
  taskStanding: {
    in: { today: string };
    out: { unitName: string; tasks: number; open: number; late: number }[];
  };
  delays: { in: { unit: UnitCode; today: string }; out: Delays | null };
  /** Who heads a unit, its leaders, else its cadres or officers, and can be written to. */
  headsOf: { in: { unit: UnitCode }; out: StaffId[] };
  /** Orders the speaker's unit got, or all where he looks after the county; unanswered first. */
  urgingOrders: { in: { of: 'own' | 'all' }; out: UrgingOrder[] };
  traced: { in: { today: string }; out: Traced };
  /** The speaker's best result, and whether he began a visit before. */
  firstVisit: { in: Record<string, never>; out: { correct: number | null; begun: boolean } };
  /** The speaker's best result of the training test. */
  trainingResult: { in: Record<string, never>; out: { correct: number; questions: number } | null };
}

type OversightChange =
  | { do: 'addYearTask'; task: { id: string; unit: UnitCode; title: string; due: string | null } }
  | { do: 'closeYearTask'; unit: UnitCode; no: number; how: string }
  | { do: 'urge'; order: { id: string; unit: UnitCode; words: string; replyBy: string } }
  | { do: 'answerUrging'; unit: UnitCode; no: number; words: string }
  | { do: 'noteTraining'; correct: number; questions: number };

declare module '../contract/needs.ts' {
  interface Needs extends OversightNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    oversight: OversightChange;
  }
}
