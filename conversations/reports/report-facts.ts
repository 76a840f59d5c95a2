import { z } from 'zod';
import { problemCategories } from '../contract/finding.ts';

const n = z.number().int().nonnegative();

/** One line of the report's tables: a village of a township, or a township. Register order, no ranking. */
const unitLine = z.object({ name: z.string(), total: n, visited: n, problems: n, closed: n });

const categoryLine = z.object({
  category: z.enum(problemCategories),
  problems: n,
  closed: n,
  done: n,
  open: n,
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
  open: n,
  overdue: n,
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
  byCategory: z.array(categoryLine),
  byUnit: z.array(unitLine),
});
export type ReportFacts = z.infer<typeof reportFacts>;
