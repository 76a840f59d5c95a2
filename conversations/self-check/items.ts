import type { Area, Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import type { UnitKind } from '../contract/ids.ts';
import { showMoney } from '../form/show-answer.ts';

/** At which level of units a self-check is answered: departments and townships, or villages. */
export type CheckLevel = 'unit' | 'village';

/** A unit as far as the self-check is concerned. */
export interface Respondent {
  kind: UnitKind;
  name: string;
}

/** Whether a unit leads an area (牵头) or is responsible in it (责任); undefined where the area isn't its own. */
export function roleIn(campaign: Campaign, unit: Respondent, area: Area): 'lead' | 'responsible' | undefined {
  if (unit.kind === 'village') return 'responsible';
  if (unit.kind === 'county') return undefined;
  if (unit.kind === 'township') return means(campaign, unit, area.responsible) ? 'responsible' : undefined;
  if (means(campaign, unit, area.lead)) return 'lead';
  return means(campaign, unit, area.responsible) ? 'responsible' : undefined;
}

function means(campaign: Campaign, unit: Respondent, written: readonly string[]): boolean {
  return unit.kind === 'township'
    ? written.some(campaign.meansTownships)
    : written.some((one) => campaign.meansDepartment(one, unit.name));
}

/** Whether a unit can know what an item asks. */
function concerns(campaign: Campaign, unit: Respondent, item: CheckItem): boolean {
  const area = campaign.areaOf(item.clause);
  if (area === undefined || roleIn(campaign, unit, area) === undefined) return false;
  return unit.kind === 'village' || item.asked === undefined || means(campaign, unit, item.asked);
}

/** The same thing was asked under another clause of the same level, which the unit answers as well. */
function askedElsewhere(campaign: Campaign, unit: Respondent, item: CheckItem): boolean {
  const other = item.sameAs === undefined ? undefined : itemOf(campaign, item.sameAs);
  return other !== undefined && concerns(campaign, unit, other);
}

/** The items of an area at this level; with a unit only those it can know, the same thing once. */
export function itemsOf(
  campaign: Campaign,
  area: number,
  level: CheckLevel,
  unit?: Respondent,
): readonly CheckItem[] {
  const { checkItems, areaOf, clauseOf } = campaign;
  return checkItems.filter(
    (item) =>
      areaOf(item.clause)?.no === area &&
      clauseOf(item.clause)?.level === level &&
      (unit === undefined || (concerns(campaign, unit, item) && !askedElsewhere(campaign, unit, item))),
  );
}

/** The item of the unit's self-check for a clause; undefined where the clause is a household's. */
export function itemOf({ checkItems }: Pick<Campaign, 'checkItems'>, clause: string): CheckItem | undefined {
  return checkItems.find((item) => item.clause === clause);
}

/** 12万元, 8个: a figure of an item as it is told. */
export function figureSaid(item: Exclude<CheckItem, { is: 'judged' }>, figure: number): string {
  return item.of === 'money' ? showMoney(figure) : `${figure}${item.measure}`;
}
