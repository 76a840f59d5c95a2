import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { VillageProgress } from '../../conversations/progress/rollup.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { countRows, type ProgressRow, villageOf, villagesWithin } from './progress.ts';

interface Summary {
  villages: VillageProgress[];
  /** Everything committed before it is in, milliseconds since 1970. */
  asOf: number;
  /** What the count cost, milliseconds. */
  tookMs: number;
}

/** The last count as stored: a few hundred rows, whatever the county's size. Null before the first. */
export async function readSummary(
  db: Db,
  options: { unit?: UnitCode; today: string },
): Promise<Summary | null> {
  const { sql, scope } = db;
  const rows = await sql<(ProgressRow & { asOf: Date; tookMs: number })[]>`
    select u.code as village, u.short as name, t.code as township, t.short as "townshipName", p.counts, p.days,
      p.as_of as "asOf", p.took_ms as "tookMs"
    from progress_summary p join unit u on u.county = p.county and u.code = p.village
    join unit t on t.county = u.county and t.code = u.parent
    where p.county = ${scope.county} and ${villagesWithin(db, options.unit)} order by t.sort, t.code, u.sort, u.code`;
  const [first] = rows;
  if (first === undefined) return null;
  return {
    villages: rows.map((row) => villageOf(row, options.today)),
    asOf: first.asOf.getTime(),
    tookMs: first.tookMs,
  };
}

/**
 * Counts anew and stores it, in the scope of the whole county. No answer ever waits for it: nothing of the
 * answers' path writes here. Two at once: the second leaves it to the first and returns false.
 */
export async function refreshSummary(tx: Tx): Promise<boolean> {
  const { sql, scope } = tx;
  const [free] = await sql<{ free: boolean; now: Date }[]>`
    select pg_try_advisory_xact_lock(hashtext('progress_summary'), hashtext(${scope.county})) as free, statement_timestamp() as now`;
  if (free?.free !== true) return false;
  const from = performance.now();
  const rows = await countRows(tx, undefined);
  const tookMs = Math.round(performance.now() - from);
  const list = jsonText(
    rows.map(({ village, township, counts, days }) => ({ village, township, counts, days: days ?? {} })),
  );
  await sql`
    insert into progress_summary (county, village, township, counts, days, as_of, took_ms)
    select ${scope.county}, r.*, ${free.now}::timestamptz, ${tookMs}::int
    from jsonb_to_recordset(${list}::text::jsonb) as r(village text, township text, counts jsonb, days jsonb)
    on conflict (county, campaign, village) do update set township = excluded.township, counts = excluded.counts, days = excluded.days,
      as_of = excluded.as_of, took_ms = excluded.took_ms`;
  return true;
}
