import { z } from 'zod';
import type { ClauseId } from '../form/keys.ts';

const clauseLevels = ['household', 'village', 'unit'] as const;
export type ClauseLevel = (typeof clauseLevels)[number];

const clauseId = z
  .string()
  .regex(/^\d{1,2}\.\d{1,2}$/)
  .transform((id) => id as ClauseId);
const appliesTo = z.array(z.enum(['all', 'general', 'povertyAlleviated', 'monitored', 'relocated']));

const clause = z.object({
  id: clauseId,
  level: z.enum(clauseLevels),
  /** Kinds of households a household clause is for; null for villages and units. */
  appliesTo: appliesTo.nullable(),
  /** The clause in our own words. */
  gist: z.string().min(1),
});
export type PlanClause = z.infer<typeof clause>;

const area = z.object({
  no: z.number().int(),
  title: z.string().min(1),
  /** 牵头单位 as the plan writes them; some are groups (各重点工程牵头部门). */
  lead: z.array(z.string()).min(1),
  /** 责任单位, likewise. */
  responsible: z.array(z.string()),
  checks: z.array(clause).min(1),
});
export type Area = z.infer<typeof area>;

const ledgerColumn = z.object({
  /** `headName`, `householdType`, `problemCount`, or the key of a question. */
  field: z.string().min(1),
  heading: z.string().min(1),
  /** The heading above it, merged over neighbours; null where the heading stands alone. */
  group: z.string().nullable(),
});
export type LedgerColumn = z.infer<typeof ledgerColumn>;

const phase = z.object({
  /** `inspect` gives the days of the visits, `report` the day of the reports; others are told only. */
  id: z.string(),
  name: z.string(),
  when: z.string().optional(),
  start: z.iso.date().optional(),
  end: z.iso.date().optional(),
  deadline: z.iso.date().optional(),
  deliver: z.string().optional(),
});

const planShape = z.object({
  title: z.string(),
  scope: z.array(z.string()),
  phases: z.array(phase).min(1),
  requirements: z.array(z.object({ id: z.string(), gist: z.string() })),
  helpers: z.array(z.string()),
  householdTypes: z.record(z.string(), z.string()),
  ledger: z.array(ledgerColumn).min(1),
  areas: z.array(area).min(1),
});
export type Plan = z.infer<typeof planShape>;

/** A plan from its file: scope, phases, areas with their clauses, and the columns of the household ledger. */
export function readPlan(source: unknown): Plan {
  return planShape.parse(source);
}
