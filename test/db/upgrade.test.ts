import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { type Database, openDatabase } from '../../db/base/connect.ts';
import { migrate } from '../../db/base/migrate.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// A demo of 60 households as the program before migration 0010 stored it, with an unfinished visit, a self-check,
// a draw, a filed report and two days of pushes: one line a row, generated columns left out.
const stored = readStored();
const first = 'xiaoxian-2021';
const migrations = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const name = `test_${process.pid}_upgrade`;

let server: TestServer;
let admin: postgres.Sql;
let sql: postgres.Sql;
let database: Database;

beforeAll(async () => {
  server = await startTestServer();
  admin = postgres(server.server.adminUrl(), { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = server.server.adminUrl(name);
  sql = postgres(url, { max: 1, onnotice: () => undefined });
  await asItWas(url);
  await fill();
  await sql`insert into setting (county, key, value) values (${demoCounty}, 'problemDeadlines', ${sql.json({ housing: 30, water: 0, nothing: 5 })})`;
  await migrate(url);
  database = await openDatabase({ dataDir: '', databaseUrl: url });
});

afterAll(async () => {
  await database?.close();
  await sql?.end();
  await admin?.unsafe(`drop database if exists ${name} with (force)`);
  await admin?.end();
  await server?.stop();
});

describe('upgrading a county that was begun with an earlier version', () => {
  it.each(stored.map(({ table, rows }) => [table, rows] as const))(
    'loses nothing of %s: every row is there, and every column says what it said',
    async (table, rows) => {
      const now = await sql<{ row: Record<string, unknown> }[]>`
        select to_jsonb(x) as row from ${sql(table)} x where county = ${demoCounty}`;
      expect(now).toHaveLength(rows.length);
      const left = now.map(({ row }) => row);
      for (const before of rows) {
        const expected = table === 'setting' ? settingNow(before) : before;
        expect(left).toContainEqual(expect.objectContaining(expected));
      }
    },
  );

  it('leaves ids and numbers of problems as people know them', async () => {
    const before = stored.find(({ table }) => table === 'problem')?.rows ?? [];
    const now = await sql`select id, no::int from problem order by no`;
    expect(now.map(({ id, no }) => [no, id])).toEqual(
      before.map(({ id, no }) => [no, id]).sort(([a], [b]) => Number(a) - Number(b)),
    );
  });

  it('puts all of it into the first campaign, which the settings name', async () => {
    const settings = await read(database, wholeCounty(demoCounty), readCampaign);
    expect(settings?.id).toBe(first);
    for (const table of [
      'visit',
      'answer',
      'assignment',
      'problem',
      'self_check',
      'self_report',
      'spot_check',
      'push_run',
      'outbox',
    ])
      expect(await sql`select distinct campaign from ${sql(table)}`, table).toEqual([{ campaign: first }]);
  });

  it('keeps the deadlines the county had set itself, as far as they were days of a category', async () => {
    const settings = await read(database, wholeCounty(demoCounty), readCampaign);
    expect(settings?.deadlineDays).toEqual({ housing: 30 });
    expect(await sql`select key from setting where key = 'problemDeadlines'`).toEqual([]);
  });

  it('shows the application all it showed before', async () => {
    const counts = await read(database, wholeCounty(demoCounty), async (db) => {
      const [row] = await db.sql`
        select (select count(*)::int from visit) as visit, (select count(*)::int from problem) as problem,
          (select count(*)::int from problem_event) as problem_event, (select count(*)::int from assignment) as assignment,
          (select count(*)::int from self_check) as self_check, (select count(*)::int from spot_check) as spot_check`;
      return row;
    });
    expect(counts).toEqual(
      Object.fromEntries(
        ['visit', 'problem', 'problem_event', 'assignment', 'self_check', 'spot_check'].map((table) => [
          table,
          stored.find((s) => s.table === table)?.rows.length,
        ]),
      ),
    );
  });
});

/** What the campaign's settings gained: which campaign they are. */
function settingNow(before: Record<string, unknown>): Record<string, unknown> {
  if (before['key'] !== 'campaign') return before;
  return {
    ...before,
    version: Number(before['version']) + 2,
    value: { ...(before['value'] as Record<string, unknown>), id: first, deadlineDays: { housing: 30 } },
  };
}

/** The database as the earlier version made it: the migrations up to 0009. */
async function asItWas(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-upgrade-'));
  try {
    cpSync(migrations, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = z
      .looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })
      .parse(JSON.parse(readFileSync(path, 'utf8')));
    const entries = journal.entries.filter(({ tag }) => tag < '0010');
    writeFileSync(path, JSON.stringify({ ...journal, entries }));
    await admin.unsafe(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'ruhu_app') then create role ruhu_app; end if;
      if not exists (select 1 from pg_roles where rolname = 'ruhu_owner') then create role ruhu_owner; end if; end $$`);
    await admin.unsafe(`grant create on database ${name} to ruhu_owner`);
    await sql.unsafe('grant create, usage on schema public to ruhu_owner');
    const owner = postgres(url, { max: 1, onnotice: () => undefined, connection: { role: 'ruhu_owner' } });
    await runMigrations(drizzle(owner), { migrationsFolder: folder });
    await owner.end();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts the stored rows in as they are, with their ids and numbers, whatever refers to what. */
async function fill(): Promise<void> {
  await sql`set session_replication_role = replica`;
  for (const { table, rows } of stored) {
    const columns = Object.keys(rows[0] ?? {});
    await sql`
      insert into ${sql(table)} (${sql(columns)}) overriding system value
      select ${sql(columns)} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})`;
    if (table === 'problem') await sql`select setval('problem_no_seq', (select max(no) from problem))`;
  }
  await sql`set session_replication_role = default`;
}

function readStored(): { table: string; rows: Record<string, unknown>[] }[] {
  const packed = readFileSync(new URL('./upgrade/demo-0009.jsonl.gz', import.meta.url));
  const tables: { table: string; rows: Record<string, unknown>[] }[] = [];
  for (const line of gunzipSync(packed).toString('utf8').trim().split('\n')) {
    const row = z.record(z.string(), z.unknown()).parse(JSON.parse(line));
    if (typeof row['table'] === 'string' && Object.keys(row).length === 1)
      tables.push({ table: row['table'], rows: [] });
    else tables.at(-1)?.rows.push(row);
  }
  return tables;
}
