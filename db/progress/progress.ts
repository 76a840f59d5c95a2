import type { UnitCode } from '../../conversations/contract/ids.ts';
import { type Counts, noCounts } from '../../conversations/progress/definitions.ts';
import type { VillageProgress } from '../../conversations/progress/rollup.ts';
import { fact, type SqlFact, stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { isVisited, standingFacts } from '../facts/visits.ts';

export interface ProgressRow {
  village: UnitCode;
  name: string;
  township: UnitCode;
  townshipName: string;
  counts: Partial<Counts> | null;
  days: Record<string, number> | null;
}

/** Villages `u` within the scope and at or below one unit. */
export function villagesWithin(db: Db, unit: UnitCode | undefined) {
  const { sql, scope } = db;
  const below =
    unit === undefined
      ? sql``
      : sql`and (u.code = ${unit} or u.parent = ${unit} or exists (
          select 1 from unit top where top.county = ${scope.county} and top.code = ${unit} and top.kind = 'county'))`;
  const seen =
    scope.all && scope.room === undefined
      ? sql``
      : sql`and u.code = any (string_to_array((select current_setting('ruhu.villages', true)), ','))`;
  return sql`u.county = ${scope.county} and u.kind = 'village' and u.active ${seen} ${below}`;
}

/**
 * Counts every village within the scope, or of one unit: the one statement that chat, pictures, pages and exports
 * get their numbers from, by the definitions of conversations/progress/definitions.ts. Reads an index (visit_tally)
 * and the villages' sizes and no row of a visit, so it costs as many visits as there are, not as wide as they are.
 */
export async function countVillages(
  db: Db,
  options: { unit?: UnitCode; today: string },
): Promise<VillageProgress[]> {
  const rows = await countRows(db, options.unit);
  return rows.map((row) => villageOf(row, options.today));
}

const tallied: SqlFact = fact(
  Object.entries(standingFacts)
    .filter(([standing]) => !['all', 'remaining', 'untouched'].includes(standing))
    .map(([standing, is]) => `'${standing}', coalesce(sum(n) filter (where ${is}), 0)`)
    .join(', '),
);

/** One row per village: the statement that every number of progress comes from. */
export async function countRows(db: Db, unit: UnitCode | undefined): Promise<ProgressRow[]> {
  const { sql, scope } = db;
  const { county } = scope;
  return [
    ...(await sql<ProgressRow[]>`
    with wanted as materialized (
      select u.code from unit u where ${villagesWithin(db, unit)}
    ), counted as materialized (
      select w.code as village, v.tally, v.submitted_on, v.n from wanted w cross join lateral (
        select tally, submitted_on, count(*)::int as n from visit
        where county = ${county} and village = w.code and tally is not null group by tally, submitted_on) v
      union all
      -- A household that left the register counts no more, nor does its visit.
      select v.village, v.tally, v.submitted_on, -count(*)::int from household h
      join visit v on v.county = h.county and v.household_id = h.id
      where h.county = ${county} and not h.active and v.tally is not null group by 1, 2, 3
    ), registered as (
      select village, sum(households)::int as total from village_size
      where county = ${county} and village in (select code from wanted) group by village
    ), tallied as (
      select village, jsonb_build_object(
        ${stated(db, tallied)}) as counts
      from counted v group by village
    ), daily as (
      select village, jsonb_object_agg(submitted_on, n) as days from (
        select village, submitted_on, sum(n) as n from counted v where ${stated(db, isVisited())} and submitted_on is not null group by 1, 2) d
      where n > 0 group by village
    )
    select u.code as village, u.short as name, t.code as township, t.short as "townshipName",
      coalesce(c.counts, '{}'::jsonb) || jsonb_build_object('total', coalesce(r.total, 0) - coalesce((c.counts ->> 'explained')::int, 0)) as counts, d.days
    from unit u join unit t on t.county = u.county and t.code = u.parent
    left join registered r on r.village = u.code
    left join tallied c on c.village = u.code
    left join daily d on d.village = u.code
    where u.county = ${county} and u.code in (select code from wanted) order by t.sort, t.code, u.sort, u.code`),
  ];
}

/**
 * A counted row with what follows from it: the households not begun, and today's visits.
 * @param today ISO date
 */
export function villageOf(row: ProgressRow, today: string): VillageProgress {
  const counted = { ...noCounts, ...row.counts };
  const begun = counted.visited + counted.draft + counted.notHome + counted.refused + counted.returned;
  const days = Object.entries(row.days ?? {})
    .map(([date, visited]) => ({ date, visited }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    village: row.village,
    name: row.name,
    township: row.township,
    townshipName: row.townshipName,
    counts: { ...counted, untouched: counted.total - begun, visitedToday: row.days?.[today] ?? 0 },
    days,
  };
}
