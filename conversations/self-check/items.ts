import type { Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';

/** At which level of units a self-check is answered: departments and townships, or villages. */
export type CheckLevel = 'unit' | 'village';

/** The items of an area that units of this level answer. */
export function itemsOf(
  { checkItems, areaOf, clauseOf }: Campaign,
  area: number,
  level: CheckLevel,
): readonly CheckItem[] {
  return checkItems.filter(
    (item) => areaOf(item.clause)?.no === area && clauseOf(item.clause)?.level === level,
  );
}

/** The item of the unit's self-check for a clause; undefined where the clause is a household's. */
export function itemOf({ checkItems }: Pick<Campaign, 'checkItems'>, clause: string): CheckItem | undefined {
  return checkItems.find((item) => item.clause === clause);
}
