import { and, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Place } from '../../conversations/inquiry/inquiry.ts';
import type { Asker } from '../base/asker.ts';
import { lastDay } from '../base/holds.ts';
import { household } from '../households/table.ts';
import { monitoringLead } from '../leads/table.ts';
import { staff } from '../people/table.ts';
import { unit } from '../places/table.ts';
import { problem } from '../problems/table.ts';
import { visit } from '../visits/table.ts';

// The aliases under which the conditions know the tables; fragments shared with other reads use the same letters.
export const h = alias(household, 'h');
export const v = alias(visit, 'v');
export const p = alias(problem, 'p');
export const l = alias(monitoringLead, 'l');
export const hv = alias(unit, 'hv');
export const ht = alias(unit, 'ht');
export const s = alias(staff, 's');
/** People of the inspection, where they themselves are counted, and their units. */
export const m = alias(staff, 'm');
export const mu = alias(unit, 'mu');

/** A visit of the household's questionnaire. */
export const householdVisit = and(
  eq(v.county, h.county),
  eq(v.householdId, h.id),
  eq(v.questionnaire, 'household'),
);

/** Rows of a table that lie in a place: a unit's own or those below it, or what the asker looks after. */
export function inPlace(
  table: { village: SQL.Aliased | unknown; township: unknown; household: unknown },
  place: Place,
  county: CountyCode,
  asker: Asker,
): SQL | undefined {
  if (place.is === 'seen') return undefined;
  if (place.is === 'own') return sql`${table.household} in (${own(county, asker)})`;
  if (place.kind === 'county') return undefined;
  if (place.kind === 'township') return sql`${table.township} = ${place.unit}`;
  return place.kind === 'village' ? sql`${table.village} = ${place.unit}` : sql`false`;
}

/** Households the asker looks after today; one without any shares his village's (as db/needs/own-households.ts). */
function own(county: CountyCode, { speaker, at }: Asker): SQL {
  const mine = sql`select a.household_id from assignment a where a.county = ${county} and a.staff_id = ${speaker?.id ?? null}
    and ${sql.raw(lastDay())} >= ${isoDate(at)}`;
  const village = speaker?.unitKind === 'village' ? speaker.unit : null;
  return sql`${mine} union all select w.id from household w where w.county = ${county} and w.village = ${village} and not exists (${mine})`;
}

/** People `m` of units `mu` that the scope reaches, in a place. */
export function staffIn(place: Place): SQL {
  const villages = sql`(select current_setting('ruhu.villages', true))`;
  const seen = sql`(${villages} = '*' or ${m.unit} = any (string_to_array(${villages}, ','))
    or ${m.unit} = any (string_to_array((select current_setting('ruhu.units', true)), ',')))`;
  if (place.is !== 'unit' || place.kind === 'county') return seen;
  return sql`(${seen} and (${m.unit} = ${place.unit} or ${mu.parent} = ${place.unit}))`;
}

/** An account of staff `m` in a chat program; the terminal and the page say nothing of whether he can be reached. */
export const isReachable = sql`exists (select 1 from account a where a.county = ${m.county} and a.staff_id = ${m.id}
  and a.channel not in ('terminal', 'web'))`;
