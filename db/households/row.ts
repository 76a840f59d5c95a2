import type { Household } from '../../conversations/contract/household.ts';
import { fact, type SqlFact } from '../base/fact.ts';
import { type Selected, selected } from '../base/selected.ts';
import type { household } from './table.ts';

const names = {
  household_id: 'id',
  household_code: 'code',
  head_name: 'headName',
  type: 'type',
  monitored_kind: 'monitoredKind',
  tags: 'tags',
  household_population: 'population',
  members: 'members',
  village: 'village',
  township: 'township',
  grp: 'grp',
  last_year_income_per_head: 'lastYearIncomePerHead',
  known: 'known',
} as const;

/** Columns of a household `h` with its village `hv` and township `ht`. */
export const householdColumns: SqlFact =
  fact(`${selected<typeof household, typeof names>('h', names)}, hv.short as village_name, ht.short as township_name,
  coalesce(h.extra ->> '纳入监测前户属性', '') = 'povertyAlleviated' as once_poor`);

/** Joins that `householdColumns` needs. */
export const householdUnits: SqlFact = fact(`left join unit hv on hv.county = h.county and hv.code = h.village
  left join unit ht on ht.county = h.county and ht.code = h.township`);

type Columns = Selected<typeof household, typeof names>;

/** A joined row with the columns of a household. */
export type HouseholdRow = Omit<Columns, 'household_id'> & {
  household_id: Columns['household_id'] | null;
  village_name: string | null;
  township_name: string | null;
  once_poor: boolean;
};

/** The household of a joined row, or null where there is none. */
export function householdOf(row: HouseholdRow): Household | null {
  if (row.household_id === null) return null;
  return {
    id: row.household_id,
    code: row.household_code,
    headName: row.head_name,
    type: row.type,
    ...(row.monitored_kind === null ? {} : { monitoredKind: row.monitored_kind }),
    ...(row.once_poor && row.type === 'monitored' ? { oncePoor: true } : {}),
    tags: row.tags,
    ...(row.household_population === null ? {} : { population: row.household_population }),
    members: row.members,
    village: row.village,
    villageName: row.village_name ?? '',
    township: row.township,
    townshipName: row.township_name ?? '',
    group: row.grp,
    ...(row.last_year_income_per_head === null
      ? {}
      : { lastYearIncomePerHead: row.last_year_income_per_head }),
    known: row.known,
  };
}
