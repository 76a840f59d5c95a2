import { z } from 'zod';
import type { ClauseId } from '../form/keys.ts';
import source from './plan.json' with { type: 'json' };

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
export type Clause = z.infer<typeof clause>;

const area = z.object({
  no: z.number().int(),
  title: z.string().min(1),
  /** 牵头单位 as the plan writes them; some are groups (各重点工程牵头部门). */
  lead: z.array(z.string()).min(1),
  /** 责任单位, likewise. */
  responsible: z.array(z.string()).min(1),
  checks: z.array(clause).min(1),
});
export type Area = z.infer<typeof area>;

const ledgerFields = [
  'headName',
  'householdType',
  'population',
  'annualIncome',
  'incomeSource',
  'incomeStable',
  'allInsured',
  'seriousIllness',
  'canAffordCare',
  'schoolAgeChild',
  'droppedOut',
  'dropoutReason',
  'housingSafe',
  'housingAppraised',
  'otherSafeHousing',
  'waterProblem',
  'otherProblems',
  'problemCount',
  'otherDifficulties',
] as const;
export type LedgerField = (typeof ledgerFields)[number];

const ledgerColumn = z.object({
  field: z.enum(ledgerFields),
  heading: z.string().min(1),
  /** The heading above it, merged over neighbours; null where the heading stands alone. */
  group: z.string().nullable(),
});
export type LedgerColumn = z.infer<typeof ledgerColumn>;

const phase = z.object({
  id: z.enum(['mobilise', 'inspect', 'report']),
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
  phases: z.array(phase).length(3),
  requirements: z.array(z.object({ id: z.string(), gist: z.string() })),
  helpers: z.array(z.string()),
  householdTypes: z.record(z.string(), z.string()),
  ledger: z.array(ledgerColumn).length(ledgerFields.length),
  areas: z.array(area).length(14),
});

/** The county's plan: scope, phases, 14 areas with their clauses, and the columns of the household ledger. */
export const plan: z.infer<typeof planShape> = planShape.parse(source);

export const areas: readonly Area[] = plan.areas;
export const ledgerColumns: readonly LedgerColumn[] = plan.ledger;
export const clauses: readonly Clause[] = areas.flatMap((a) => a.checks);
export const householdClauses: readonly Clause[] = clauses.filter((c) => c.level === 'household');

const clauseIndex = new Map(
  areas.flatMap((a) => a.checks.map((c) => [c.id, { area: a, clause: c }] as const)),
);

/** Whether the plan has a clause of this id. */
export function isClause(id: string): id is ClauseId {
  return clauseIndex.has(id as ClauseId);
}

/** The clause of this id, as the plan words it. */
export function clauseOf(id: ClauseId): Clause | undefined {
  return clauseIndex.get(id)?.clause;
}

/** The area a clause belongs to, e.g. 5.6 → 三保障和饮水安全. */
export function areaOf(id: ClauseId): Area | undefined {
  return clauseIndex.get(id)?.area;
}
