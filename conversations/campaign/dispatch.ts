import type { Finding, ProblemCategory } from '../contract/finding.ts';

/**
 * Who puts a finding right: the unit (the household's township, its village, or a department by name), who assists,
 * and the person by his duty. Where nobody of that duty is found, or several are, nobody is named: the unit hands it out.
 */
interface Dispatch {
  unit: 'township' | 'village' | `县${string}`;
  assisting: readonly string[];
  /** Words of a duty that name the person; none = nobody is named. */
  duties: readonly string[];
  manner: 'atOnce' | 'byDate' | 'longTerm';
  /** Days to put it right, where they differ from the category's. */
  days?: number;
  /** A complaint about those who visit: who found it never rectifies it. */
  concernsFinder?: true;
}

export type DispatchRule = Partial<Dispatch>;

/** A finding's key, before its clause, on top of its category. */
export interface DispatchRules {
  byCategory: Readonly<Record<ProblemCategory, DispatchRule>>;
  byKey: Readonly<Record<string, DispatchRule>>;
  byClause: Readonly<Record<string, DispatchRule>>;
}

/** What no rule covers: the township hands it out. */
const byTownship: Dispatch = { unit: 'township', assisting: [], duties: [], manner: 'byDate' };

/** Who puts a finding right: its key's rule, else its clause's, on top of its category's. */
export function dispatchOf(
  { dispatch }: { dispatch: DispatchRules },
  finding: Pick<Finding, 'key' | 'category' | 'clause'>,
): Dispatch {
  const own = dispatch.byKey[finding.key] ?? dispatch.byClause[finding.clause] ?? {};
  return { ...byTownship, ...dispatch.byCategory[finding.category], ...own };
}
