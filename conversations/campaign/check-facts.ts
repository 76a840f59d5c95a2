import { z } from 'zod';
import { percentSaid } from '../language/percent.ts';
import { opinionCount } from './satisfaction.ts';

const n = z.number().int().nonnegative();

/**
 * What the inspection's data shows of a unit's own area, put beside the self-check's questions so that nobody
 * counts by hand. Counts are households unless named otherwise; problems leave out withdrawn and merged ones.
 */
export const checkFacts = z.object({
  households: n,
  visited: n,
  povertyAlleviated: n,
  monitored: n,
  relocated: n,
  /** Households asked about insurance, and those where all are insured. */
  insuranceAsked: n,
  insured: n,
  dropouts: n,
  unsafeHousing: n,
  waterProblems: n,
  /** Problems with schooling, medical care, housing and water, and those not yet struck off. */
  safeguardProblems: n,
  safeguardOpen: n,
  problems: n,
  problemsClosed: n,
  problemsOverdue: n,
  leadsOpen: n,
  leadsIncluded: n,
  leadsOverdue: n,
  /** Households whose assigned person is missing, unknown to them or does nothing. */
  assistanceProblems: n,
  employmentProblems: n,
  industryProblems: n,
  /** What households that were asked by others, or answered by themselves, think of the work. */
  opinions: z.array(opinionCount),
  /** Households that said their income fell sharply or their expenses jumped. */
  incomeSwings: n,
  /** The year's tasks of the unit's list, those not done, and those past their day. */
  tasks: n,
  tasksOpen: n,
  tasksLate: n,
  /** Households the national system names, and those in conflict; null where nobody counted them. */
  compared: n,
  conflicts: n.nullable(),
});
export type CheckFacts = z.infer<typeof checkFacts>;

/** 98.2%, or undefined where nothing was asked yet. */
export function percent(part: number, whole: number): string | undefined {
  return whole === 0 ? undefined : percentSaid(part, whole);
}

/** Relocated households in the unit's own register; nothing for a department, which sees no register. */
export function relocatedIn(f: CheckFacts): string | undefined {
  if (f.relocated > 0) return `搬迁户${f.relocated}户`;
  return f.households > 0 ? '名册里没有搬迁户，可回“不涉及”' : undefined;
}

/** 与国家系统比对80户，不一致3户: what the comparison shows; nothing where nothing was compared. */
export function comparedIn({ compared, conflicts }: CheckFacts): string | undefined {
  if (compared === 0) return undefined;
  return `与国家系统比对${compared}户${conflicts === null ? '' : `，不一致${conflicts}户`}`;
}

/** 排查数据：已排查80户，参保率98.2%，… : the parts that say something. */
export function shown(...parts: (string | false | undefined)[]): string | undefined {
  const said = parts.filter((p): p is string => typeof p === 'string' && p !== '');
  return said.length === 0 ? undefined : said.join('，');
}
