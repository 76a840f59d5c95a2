import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { composeReport } from '../../conversations/reports/report.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { listUnits } from '../../db/places/units.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import { backUp, restore } from '../../src/backup/backup.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { Rehearsal } from '../../src/county/rehearsal.ts';
import { makeLog } from '../../src/setting/log.ts';
import { documentFolder } from '../documents/files.ts';
import { seedCounty } from '../support/county.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { partitionByCounty } from '../support/partitions.ts';
import { testReceiver } from '../support/receiver.ts';

// The same day twice: in a database as the migrations make it, and in one whose tables are partitioned by county.

const plain = await testDatabase();
const parted = await testDatabase();
const to = await testDatabase();
const asOf = new Date('2021-12-16T00:00:00+08:00');
const at = documentFolder();
const scope = wholeCounty(rehearsalCounty);
let tables: string[];

/** A county's first day: a demo is loaded, the morning's pushes go out, robots visit, the evening's come. */
async function day(database: Database): Promise<{ told: string[]; report: string }> {
  await loadDemo({
    database,
    key: { bytes: Buffer.alloc(32, 1) },
    households: 40,
    visited: 0,
    county: rehearsalCounty,
    asOf,
  });
  const rehearsal = await Rehearsal.open({
    database,
    county: rehearsalCounty,
    log: makeLog('silent'),
    receiver: (staff) => testReceiver(database, rehearsalCounty, staff).receive,
  });
  const morning = await rehearsal.morning();
  await rehearsal.visits(() => undefined);
  const evening = await rehearsal.evening();
  const told = [...morning.runs, ...evening.runs].flatMap((run) =>
    [...run.queued, ...run.unreachable].map((push) => push.text),
  );
  return { told: told.sort(), report: await townReport(database) };
}

function townReport(database: Database): Promise<string> {
  return read(database, scope, async (db) => {
    const town = (await listUnits(db)).find(({ kind }) => kind === 'township');
    const settings = await readCampaign(db);
    if (town === undefined || settings === null) throw new Error('no township');
    const today = isoDate(asOf.getTime() + 60_000);
    const facts = await readReportFacts(db, { ...town, kind: 'township' }, today);
    return JSON.stringify(composeReport(facts, settings, today));
  });
}

async function rowsOf({ adminUrl }: TestDatabase): Promise<Record<string, number>> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  const counts: Record<string, number> = {};
  for (const table of tables)
    counts[table] = (await sql`select count(*)::int as n from ${sql(table)}`)[0]?.['n'];
  await sql.end();
  return counts;
}

beforeAll(async () => {
  tables = await partitionByCounty(parted.adminUrl, [rehearsalCounty]);
}, 60_000);

describe('LIST partitions by county', { timeout: 240_000 }, () => {
  it('hold a whole day of a county as the plain tables do: visits, pushes, problems, leads, a report', async () => {
    const expected = await day(plain.database);
    expect(expected.told.length).toBeGreaterThan(10);
    expect(await day(parted.database)).toEqual(expected);
    expect(await rowsOf(parted)).toEqual(await rowsOf(plain));
  });

  it('keep another county apart, in the partition of all others', async () => {
    await seedCounty(parted.database);
    const sql = postgres(parted.adminUrl, { max: 1 });
    const places = await sql<{ place: string; county: string }[]>`
      select distinct tableoid::regclass::text as place, county from household order by place`;
    await sql.end();
    expect(places).toEqual([
      { place: `household_of_${rehearsalCounty}`, county: rehearsalCounty },
      { place: 'household_of_others', county: '341322' },
    ]);
    const seen = await read(parted.database, scope, (db) => db.sql`select distinct county from household`);
    expect(seen).toEqual([{ county: rehearsalCounty }]);
  });

  it('go into a backup, and out of it into plain tables', async () => {
    const file = at('parted.ruhu');
    const keys = { file, backupKey: Buffer.alloc(32, 7) };
    await backUp({ url: parted.adminUrl, ...keys }, Buffer.alloc(32, 8), '1');
    await restore({ url: to.adminUrl, ...keys });
    expect(await rowsOf(to)).toEqual(await rowsOf(parted));
    await expect(restore({ url: parted.adminUrl, ...keys })).rejects.toThrow('已经有数据');
  });
});
