import type { Needs } from '../../conversations/dialogues/needs.ts';
import type { Asker } from '../asker.ts';
import { householdUnits } from '../rows.ts';
import type { Db } from '../transaction.ts';
import { type BriefRow, briefColumns, briefVisit } from './brief.ts';

/** Households `h` of the speaker: those he looks after today; one without any shares his village's. */
export function own(db: Db, { speaker, at }: Asker) {
  const { county } = db.scope;
  const today = db.sql`(${new Date(at)}::timestamptz at time zone 'Asia/Shanghai')::date`;
  const mine = db.sql`select a.household_id from assignment a where a.county = ${county} and a.staff_id = ${speaker?.id ?? null}
    and (a.until is null or a.until >= ${today})`;
  const village = speaker?.unitKind === 'village' ? speaker.unit : null;
  return db.sql`h.county = ${county} and h.active and h.id in (
    ${mine} union all
    select w.id from household w where w.county = ${county} and w.village = ${village} and not exists (${mine}))`;
}

/** To be visited: not begun, half done, or given back. A household that wasn't at home comes last. */
const left = `(v.id is null or v.status in ('draft', 'returned'))`;
const urgency = `case when v.status = 'returned' then 0 when v.status = 'draft' and v.outcome is null then 1 when v.id is null then 2 else 3 end`;

/** The queue from behind `after` on and round to its beginning, without `after` itself. */
export async function nextHouseholds(
  db: Db,
  asker: Asker,
  { limit, after }: Needs['nextHouseholds']['in'],
): Promise<Needs['nextHouseholds']['out']> {
  const { sql } = db;
  const order = sql.unsafe(`${urgency}, h.village, h.grp_no, h.grp, h.sort, h.id`);
  // Names are looked up only for the few that are shown.
  const rows = await sql<(BriefRow & { place: number })[]>`
    with queue as (
      select h.id, row_number() over (order by ${order}) as place from household h ${sql.unsafe(briefVisit)}
      where ${own(db, asker)} and (${sql.unsafe(left)} or h.id = ${after ?? null})
    ), shown as (
      select id, row_number() over (order by place <= coalesce((select place from queue where id = ${after ?? null}), 0), place) as place
      from queue where id is distinct from ${after ?? null} order by 2 limit ${limit}
    )
    select ${sql.unsafe(briefColumns)}, shown.place from shown join household h on h.county = ${db.scope.county} and h.id = shown.id
    ${sql.unsafe(householdUnits)} ${sql.unsafe(briefVisit)} order by shown.place`;
  return rows.map(({ place: _, ...brief }) => brief);
}

export async function ownProgress(db: Db, asker: Asker): Promise<Needs['ownProgress']['out']> {
  const { sql } = db;
  const [row] = await sql<Needs['ownProgress']['out'][]>`
    select count(*)::int as total,
      count(*) filter (where v.status in ('submitted', 'verified'))::int as done,
      count(*) filter (where v.status in ('draft', 'returned'))::int as drafts,
      count(*) filter (where v.to_verify <> '{}')::int as "toVerify"
    from household h ${sql.unsafe(briefVisit)} where ${own(db, asker)}`;
  return row ?? { total: 0, done: 0, drafts: 0, toVerify: 0 };
}
