import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { DatabaseFault } from '../../db/base/faults.ts';
import { migrate } from '../../db/base/migrate.ts';
import { read } from '../../db/base/transaction.ts';
import { county } from '../support/county.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const journal = z
  .object({ entries: z.array(z.object({ idx: z.number(), when: z.number(), tag: z.string() })) })
  .parse(JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')));

let server: TestServer;
let admin: postgres.Sql;
const databases: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  admin = postgres(server.server.adminUrl(), { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  for (const name of databases) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe('drop role if exists test_owner, test_plain');
  await admin.end();
  await server.stop();
});

async function emptyDatabase(owner = 'postgres'): Promise<string> {
  const name = `test_${process.pid}_migrate${databases.length}`;
  databases.push(name);
  await admin.unsafe(`create database ${name} owner ${owner}`);
  return server.server.adminUrl(name);
}

function as(url: string, user: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = 'secret';
  return changed.href;
}

describe('the journal', () => {
  it('lists every migration once, in the order of its number and time: an older one merged later would be skipped silently', () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
    expect(journal.entries.map((entry) => `${entry.tag}.sql`)).toEqual(files);
    expect(journal.entries.map((entry) => entry.idx)).toEqual(files.map((_, i) => i));
    const times = journal.entries.map((entry) => entry.when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });
});

describe('migrating', () => {
  it('happens once when several processes open a new database at the same moment', async () => {
    const url = await emptyDatabase();
    await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    const sql = postgres(url, { max: 1 });
    const [count] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
    await sql.end();
    expect(count?.count).toBe(journal.entries.length);
  });

  it('works for a plain owner who may create roles, and the application acts as a role that owns nothing', async () => {
    await admin.unsafe(`create role test_owner login createrole password 'secret'`);
    const url = as(await emptyDatabase('test_owner'), 'test_owner');
    // The role is the server's and there already: its administrator grants it.
    await admin.unsafe('grant ruhu_app to test_owner');
    const database = await openDatabase({ dataDir: '', databaseUrl: url });
    const [row] = await read(
      database,
      wholeCounty(county),
      (db) => db.sql`
      select current_user as who, (select count(*)::int from pg_class where relowner = current_user::regrole) as owns`,
    );
    expect(row).toEqual({ who: 'ruhu_app', owns: 0 });
    await database.close();
  });

  it('tells in plain words what is missing when the given user may neither create the role nor act as it', async () => {
    await admin.unsafe(`create role test_plain login password 'secret'`);
    const url = as(await emptyDatabase('test_plain'), 'test_plain');
    const failure = await openDatabase({ dataDir: '', databaseUrl: url }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseFault);
    expect((failure as DatabaseFault).message).toContain('GRANT ruhu_app TO "test_plain"');
  });

  it.each([
    [
      'a wrong password',
      (url: string) => as(url, 'postgres'),
      'refuses this user, password or database name',
    ],
    ['a server that is not there', () => 'postgres://x:y@127.0.0.1:1/ruhu', 'does not answer'],
  ])('explains %s', async (_, change, words) => {
    const url = change(server.server.adminUrl());
    await expect(openDatabase({ dataDir: '', databaseUrl: url })).rejects.toThrow(words);
  });
});
