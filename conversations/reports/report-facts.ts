import { z } from 'zod';
import { problemCategories } from '../contract/finding.ts';

const n = z.number().int().nonnegative();

/** One line of the report's tables: a village of a township, or a township. Register order, no ranking. */
const unitLine = z.object({ name: z.string(), total: n, visited: n, problems: n, closed: n });

/** Figures that came later: a report kept from before has none of them. */
const later = n.default(0);

/** One area of the plan: what visits and self-checks say of it, and its problems. */
const areaLine = z.object({
  area: n,
  rates: z.array(z.object({ label: z.string(), asked: n, good: n })),
  sheet: z.enum(['submitted', 'due', 'none']),
  problems: n,
  closed: n,
  done: n,
  longTerm: n,
  /** Not yet reported finished. */
  open: n,
  /** The words people gave most often, at most two. */
  causes: z.array(z.string()),
  tasks: z.array(z.string()),
});
export type AreaLine = z.infer<typeof areaLine>;

const categoryLine = z.object({
  category: z.enum(problemCategories),
  problems: n,
  closed: n,
  done: n,
  open: n,
  longTerm: later,
  notStarted: later,
  assigned: later,
  inProgress: later,
  overdue: n,
});
export type CategoryLine = z.infer<typeof categoryLine>;

/**
 * What a self-inspection report counts, up to and including the cut-off date. Households are those of the unit
 * (a department: of the whole county); problems are those of the unit's villages (a department: of its areas).
 */
export const reportFacts = z.object({
  unit: z.object({ code: z.string(), name: z.string(), kind: z.enum(['county', 'township', 'department']) }),
  /** ISO date, Asia/Shanghai. */
  asOf: z.iso.date(),
  villages: n,
  households: n,
  visited: n,
  explained: n,
  notHome: n,
  refused: n,
  toVerify: n,
  helpers: n,
  /** Visited households by type; relocated overlaps. */
  general: n,
  povertyAlleviated: n,
  monitored: n,
  relocated: n,
  insuranceAsked: n,
  insured: n,
  uninsured: n,
  dropouts: n,
  unsafeHousing: n,
  waterProblems: n,
  problems: n,
  problemHouseholds: n,
  fromVisits: n,
  fromSelfChecks: n,
  fromReports: n,
  closed: n,
  done: n,
  /** Not yet reported finished: not started, handed out, in progress. */
  open: n,
  notStarted: later,
  assigned: later,
  inProgress: later,
  longTerm: later,
  overdue: n,
  /** Problems with a cause, a measure and a person in charge. */
  caused: later,
  tasked: later,
  inCharge: later,
  reopened: n,
  photos: n,
  leads: n,
  leadsIncluded: n,
  leadsDeclined: n,
  leadsOpen: n,
  sheetsDue: n,
  sheetsSubmitted: n,
  villageSheetsDue: n,
  villageSheetsSubmitted: n,
  meetings: later,
  trainings: later,
  trained: later,
  /** Who passed the training test, and the unit's tasks of the year with those done. */
  tested: later,
  tasks: later,
  tasksDone: later,
  byArea: z.array(areaLine).default([]),
  /** Paragraphs somebody added, by the report's part (1, 2, 3). */
  notes: z.array(z.object({ part: n, words: z.string() })).default([]),
  byCategory: z.array(categoryLine),
  byUnit: z.array(unitLine),
});
export type ReportFacts = z.infer<typeof reportFacts>;
