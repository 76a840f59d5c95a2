import { isoDate } from '../../conversations/calendar/days.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { lastDay } from '../base/holds.ts';
import { type BriefRow, briefColumns, briefVisit } from '../base/household-brief.ts';
import type { Db } from '../base/transaction.ts';
import { isInBase, isInHand, wasHandedIn } from '../facts/visits.ts';
import { householdUnits } from './row.ts';

/** Households `h` of the speaker: those he looks after today; one without any shares his village's. */
export function own(db: Db, { speaker, at }: Asker) {
  const { county } = db.scope;
  const mine = db.sql`select a.household_id from assignment a where a.county = ${county} and a.staff_id = ${speaker?.id ?? null}
    and ${stated(db, lastDay())} >= ${isoDate(at)}`;
  const village = speaker?.unitKind === 'village' ? speaker.unit : null;
  return db.sql`h.county = ${county} and h.active and h.id in (
    ${mine} union all
    select w.id from household w where w.county = ${county} and w.village = ${village} and not exists (${mine}))`;
}

/** To be visited: not begun, half done, or given back. */
const left = (db: Pick<Db, 'sql'>) => db.sql`(v.id is null or ${stated(db, isInHand)})`;

/**
 * The households to visit from behind `after` on, without `after` itself: first what was given back, then the
 * neighbours not begun yet, then what is half done, then the list from its beginning; who wasn't at home comes last.
 * Whoever comes from nowhere goes on with what is half done.
 * What became of `after` meanwhile doesn't matter, so that the next one announced is the next one begun.
 */
export async function nextHouseholds(
  db: Db,
  asker: Asker,
  { limit, after }: Needs['nextHouseholds']['in'],
): Promise<Needs['nextHouseholds']['out']> {
  const { sql } = db;
  // Names are looked up only for the few that are shown.
  const rows = await sql<(BriefRow & { place: number })[]>`
    with listed as (
      select h.id, row_number() over (order by h.village, h.grp_no, h.grp, h.sort, h.id) as door,
        v.id is null as fresh, v.status = 'returned' as returned, v.status = 'draft' and v.outcome is null as half
      from household h ${briefVisit({ sql })}
      where ${own(db, asker)} and (${left({ sql })} or h.id = ${after ?? null})
    ), queue as (
      select id, door, fresh, returned, half, door <= coalesce((select door from listed where id = ${after ?? null}), 0) as passed from listed
    ), shown as (
      select id, row_number() over (order by
        case when returned then 0 when fresh and not passed and ${after !== undefined} then 1 when half then 2 when fresh then 3 else 4 end, passed, door) as place
      from queue where id is distinct from ${after ?? null} order by 2 limit ${limit}
    )
    select ${briefColumns({ sql })}, shown.place from shown join household h on h.county = ${db.scope.county} and h.id = shown.id
    ${stated({ sql }, householdUnits)} ${briefVisit({ sql })} order by shown.place`;
  return rows.map(({ place: _, ...brief }) => brief);
}

/** The visits a helper has begun and not finished, the oldest first. */
export async function halfDone(
  db: Db,
  _asker: Asker,
  { limit }: Needs['halfDone']['in'],
): Promise<Needs['halfDone']['out']> {
  const { sql } = db;
  const { county, staff } = db.scope;
  const rows = await sql<(BriefRow & { total: number })[]>`
    select ${briefColumns({ sql })}, count(*) over ()::int as total
    from visit v join household h on h.county = v.county and h.id = v.household_id ${stated({ sql }, householdUnits)}
    where v.county = ${county} and v.helper = ${staff} and v.status = 'draft' and v.outcome is null and h.active
    order by v.started_at, v.id limit ${limit}`;
  return { total: rows[0]?.total ?? 0, first: rows.map(({ total: _, ...brief }) => brief) };
}

/** How far a helper is with the households he looks after. */
export async function ownProgress(db: Db, asker: Asker): Promise<Needs['ownProgress']['out']> {
  const { sql } = db;
  const [row] = await sql<Needs['ownProgress']['out'][]>`
    select count(*) filter (where ${stated({ sql }, isInBase)})::int as total,
      count(*) filter (where ${stated({ sql }, wasHandedIn())} and ${stated({ sql }, isInBase)})::int as done,
      count(*) filter (where ${stated({ sql }, isInHand)})::int as drafts,
      count(*) filter (where v.to_verify <> '{}')::int as "toVerify"
    from household h ${briefVisit({ sql })} where ${own(db, asker)}`;
  return row ?? { total: 0, done: 0, drafts: 0, toVerify: 0 };
}
