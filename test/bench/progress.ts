import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { readSummary, refreshSummary } from '../../db/progress/summary.ts';
import { benchCounty, fill, villages } from './progress-data.ts';

// How long a county's progress takes by different ways, at growing sizes, on one and the same PostgreSQL:
// node test/bench/progress.ts [households …]

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const dataDir = process.env['BENCH_DIR'] ?? mkdtempSync(join(tmpdir(), 'ruhu-bench-'));
const database = await openDatabase({ dataDir });
const admin = postgres(database.embedded?.adminUrl('ruhu') ?? '', { max: 40, onnotice: () => undefined });
const scope = wholeCounty(countyCode.parse(benchCounty));
const today = '2021-12-14';

/** Median of some runs, milliseconds; one run before to warm up. */
async function median(work: () => Promise<unknown>, runs = 7): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const perVillage = `group by v.village`;
const registered = `(select village, count(*) from household where county = '${benchCounty}' and active group by village) h`;
/** The same figures asked of other shapes of the same data; all return one row per village. */
const rivals = {
  jsonb: `select h.village, h.count, v.* from ${registered} left join (
    select v.village, count(*) filter (where answers #>> '{otherDifficulties,is}' = 'known' and answers #>> '{housingSafe,is}' = 'known'), count(*) filter (where answers @@ '$.*.is == "unsure"')
    from visit v where county = '${benchCounty}' ${perVillage}) v using (village)`,
  answerRows: `select h.village, h.count, v.* from ${registered} left join (
    select v.village, count(distinct v.visit_id) from answer v where county = '${benchCounty}' and question = 'q6' ${perVillage}) v using (village)`,
  wideRows: `select h.village, count(*), count(*) filter (where v.status in ('submitted', 'verified')), count(*) filter (where cardinality(v.to_verify) > 0),
    count(*) filter (where v.problem_count > 0) from household h left join visit v on v.county = h.county and v.household_id = h.id
    where h.county = '${benchCounty}' and h.active group by h.village`,
};

const table: Record<string, number | string>[] = [];
for (const households of sizes.length > 0 ? sizes : [10_000, 400_000]) {
  const from = performance.now();
  await fill(admin, households);
  const filled = Math.round((performance.now() - from) / 1000);
  const columns = await median(() => read(database, scope, (db) => countVillages(db, { today })));
  const refresh = await median(() => write(database, scope, (tx) => refreshSummary(tx)), 3);
  const summary = await median(() => read(database, scope, (db) => readSummary(db, { today })), 25);
  const others: Record<string, number> = {};
  for (const [name, sql] of Object.entries(rivals)) others[name] = await median(() => admin.unsafe(sql), 3);
  table.push({
    households,
    'ledger columns': columns,
    ...others,
    'refreshed summary': summary,
    'its refresh': refresh,
    'loading s': filled,
  });
  console.table(
    table.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([k, v]) => [
          k,
          typeof v === 'number' && k !== 'households' ? Math.round(v * 10) / 10 : v,
        ]),
      ),
    ),
  );
}

const answerOf = (sql: postgres.Sql | postgres.TransactionSql, id: string) => sql`
  update visit set answers = answers || '{"population":{"is":"known","v":4}}', version = version + 1
  where county = ${benchCounty} and id = ${id}`;

/** Thirty-two writers in one village, each answer one transaction: with and without a counter to keep. */
async function answersPerSecond(counter: boolean): Promise<number> {
  const [one] = await admin<
    { village: string }[]
  >`select village from visit where county = ${benchCounty} limit 1`;
  const rows = await admin<
    { id: string }[]
  >`select id from visit where county = ${benchCounty} and village = ${one?.village ?? ''} limit 32`;
  await admin.unsafe(
    'create table if not exists bench_counter (village text primary key, n int not null) with (fillfactor = 10)',
  );
  await admin`insert into bench_counter values (${one?.village ?? ''}, 0) on conflict do nothing`;
  const end = performance.now() + 3000;
  let done = 0;
  const writer = async (id: string): Promise<void> => {
    while (performance.now() < end) {
      if (counter)
        await admin.begin((tx) => [
          answerOf(tx, id),
          tx`update bench_counter set n = n + 1 where village = ${one?.village ?? ''}`,
        ]);
      else await answerOf(admin, id);
      done += 1;
    }
  };
  await Promise.all(rows.map((row) => writer(row.id)));
  return Math.round(done / 3);
}

const plain = await answersPerSecond(false);
const counted = await answersPerSecond(true);
await admin.unsafe('drop index visit_tally');
const withoutIndex = await answersPerSecond(false);
console.log(
  `${villages} villages; answers/s of 32 writers in one village: ${plain} as it is, ${withoutIndex} without the counting index, ${counted} with a counter row`,
);

await admin.end();
await database.close();
if (process.env['BENCH_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true });
