import { areaOf, clauseOf } from '../campaign/plan.ts';
import type { CheckItem } from './check-item.ts';
import { developmentItems } from './items/development.ts';
import { fundItems } from './items/funds.ts';
import { responsibilityItems } from './items/responsibility.ts';
import { safeguardItems } from './items/safeguards.ts';
import { workItems } from './items/work.ts';

/** Every unit- and village-level clause of the plan, in the plan's order. */
export const checkItems: readonly CheckItem[] = [
  ...responsibilityItems,
  ...workItems,
  ...safeguardItems,
  ...developmentItems,
  ...fundItems,
].sort(byClause);

function byClause(a: CheckItem, b: CheckItem): number {
  const [areaA = 0, noA = 0] = a.clause.split('.').map(Number);
  const [areaB = 0, noB = 0] = b.clause.split('.').map(Number);
  return areaA - areaB || noA - noB;
}

/** At which level of units a self-check is answered: departments and townships, or villages. */
export type CheckLevel = 'unit' | 'village';

/** The items of an area that units of this level answer. */
export function itemsOf(area: number, level: CheckLevel): readonly CheckItem[] {
  return checkItems.filter(
    (item) => areaOf(item.clause)?.no === area && clauseOf(item.clause)?.level === level,
  );
}

const byKey = new Map<string, CheckItem>(checkItems.map((item) => [item.clause, item]));

/** The item of the unit's self-check for a clause; undefined where the clause is a household's. */
export function itemOf(clause: string): CheckItem | undefined {
  return byKey.get(clause);
}
