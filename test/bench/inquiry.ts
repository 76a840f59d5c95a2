import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, sql } from 'drizzle-orm';
import fc from 'fast-check';
import postgres from 'postgres';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { countyCode, unitCode } from '../../conversations/contract/ids.ts';
import type { Condition, Inquiry } from '../../conversations/inquiry/inquiry.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { askedRows, counted, rowsFrom } from '../../db/inquiry/counted.ts';
import { benchCounty, fill } from './progress-data.ts';

// How long 200 generated inquiries take, warm, beside a plain count of rows with the same conditions and no rights:
// node test/bench/inquiry.ts [households …]; a BENCH_DIR filled with as many already is taken as it is.

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);
const dataDir = process.env['BENCH_DIR'] ?? mkdtempSync(join(tmpdir(), 'ruhu-bench-'));
const database = await openDatabase({ dataDir });
const admin = postgres(database.embedded?.adminUrl('ruhu') ?? '', { max: 2, onnotice: () => undefined });
const scope = wholeCounty(countyCode.parse(benchCounty));
const today = '2021-12-14';
const asker = { speaker: null, at: Date.parse('2021-12-14T10:00:00+08:00') };

const answer: fc.Arbitrary<Condition> = fc.constantFrom(...xiaoxian2021.householdForm.questions).map((q) => {
  if (q.kind === 'yesNo') return { on: 'answer', key: q.key, values: [true] };
  if (q.kind === 'choice' || q.kind === 'choices')
    return { on: 'answer', key: q.key, values: [q.choices[0]?.value ?? ''] };
  return q.kind === 'count' || q.kind === 'money'
    ? { on: 'amount', key: q.key, op: 'ge', than: 2 }
    : { on: 'unsure', key: q.key };
});
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: answer },
  { weight: 1, arbitrary: fc.constant<Condition>({ on: 'type', values: ['general'] }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('visited', 'remaining', 'withProblems', 'notHome')
      .map((v): Condition => ({ on: 'standing', values: [v] })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 5, 9).map((n): Condition => ({ on: 'group', values: [`${n}组`] })),
  },
);
const place = fc.constantFrom<Inquiry['place']>(
  { is: 'seen', name: '全县' },
  { is: 'unit', unit: unitCode.parse(`${benchCounty}103000`), name: '镇3', kind: 'township' },
  { is: 'unit', unit: unitCode.parse(`${benchCounty}103201`), name: '村3', kind: 'village' },
);
const inquiries = fc.sample(
  fc
    .record({
      want: fc.constant('count' as const),
      of: fc.constant('households' as const),
      where: fc.array(condition, { minLength: 1, maxLength: 3 }),
      place,
      by: fc.constantFrom(undefined, 'township' as const),
    })
    .map(({ by, ...rest }): Inquiry => (by === undefined ? rest : { ...rest, by })),
  { numRuns: 200, seed: 7 },
);

/** So many of the slowest are named. */
const shownSlow = 25;

async function timed(work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[1] ?? 0;
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;

for (const households of sizes.length > 0 ? sizes : [400_000]) {
  const [known] = await admin<{ n: number }[]>`select count(*)::int as n from household`;
  if (known?.n !== households) await fill(admin, households);
  const took: { ours: number; plain: number; inquiry: Inquiry; statement: string; values: unknown[] }[] = [];
  for (const inquiry of inquiries) {
    const ours = await timed(() => read(database, scope, (db) => counted(db, asker, inquiry, { today })));
    const plain = await read(database, scope, async (db) => {
      const asked = askedRows(inquiry, db, asker, { today });
      return rowsFrom(db, asked, { n: sql`count(*)` }).where(and(asked.base, asked.meant)).toSQL();
    });
    const values = plain.params as never[];
    await admin.unsafe(`select set_config('ruhu.campaign', 'bench', false)`);
    const bare = await timed(() => admin.unsafe(plain.sql, values, { prepare: true }));
    took.push({ ours, plain: bare, inquiry, statement: plain.sql, values });
  }
  const sorted = (pick: (t: (typeof took)[number]) => number) => took.map(pick).sort((a, b) => a - b);
  const ours = sorted((t) => t.ours);
  const plain = sorted((t) => t.plain);
  const ratios = sorted((t) => t.ours / t.plain);
  console.table([
    { households, what: 'inquiry, ms', median: at(ours, 0.5), p90: at(ours, 0.9), slowest: at(ours, 1) },
    {
      households,
      what: 'plain count, ms',
      median: at(plain, 0.5),
      p90: at(plain, 0.9),
      slowest: at(plain, 1),
    },
    {
      households,
      what: 'times the plain count',
      median: at(ratios, 0.5),
      p90: at(ratios, 0.9),
      slowest: at(ratios, 1),
    },
  ]);
  for (const { ours, plain, inquiry } of [...took].sort((a, b) => b.ours - a.ours).slice(0, shownSlow))
    console.log(
      `${Math.round(ours)} / ${Math.round(plain)} ms: ${inquiry.place.is === 'unit' ? inquiry.place.kind : 'county'} by ${inquiry.by ?? '—'} ${JSON.stringify(inquiry.where)}`,
    );
  const slowest = took.reduce((a, b) => (b.ours > a.ours ? b : a));
  console.log(`slowest: ${JSON.stringify(slowest.inquiry.where)} by ${slowest.inquiry.by ?? '—'}`);
  const plan = await admin.unsafe(
    `explain (analyze, costs off) ${slowest.statement}`,
    slowest.values as never[],
  );
  console.log(plan.map((row) => row['QUERY PLAN']).join('\n'));
}

await admin.end();
await database.close();
if (process.env['BENCH_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true });
