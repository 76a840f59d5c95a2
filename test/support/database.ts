import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../../db/base/connect.ts';
import { migrate } from '../../db/base/migrate.ts';
import { appRole } from '../../db/base/roles.ts';
import { isAlive } from '../../db/embedded/process.ts';
import type { EmbeddedServer } from '../../db/embedded/server.ts';
import { startTestServer, testData } from './server.ts';

export interface TestDatabase {
  /** The application's view: role ruhu_app, under row-level security. */
  database: Database;
  appUrl: string;
  /** Superuser, to look behind the policies. */
  adminUrl: string;
  close(): Promise<void>;
}

/** A fresh, migrated database for one test file; dropped when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const made = await makeDatabase();
  afterAll(() => made.close());
  return made;
}

/** As `testDatabase`, to be closed by hand. */
export async function makeDatabase(): Promise<TestDatabase> {
  const { server, stop } = await startTestServer();
  const name = `test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(server, async (admin) => {
    const template = await readyTemplate(admin, server);
    await dropLeftovers(admin);
    await admin.unsafe(`create database ${name} template ${template}`);
  });
  const appUrl = urlOf(server, name, true);
  const database = await openDatabase({ dataDir: testData, databaseUrl: appUrl, migrate: false });
  return {
    database,
    appUrl,
    adminUrl: urlOf(server, name, false),
    close: async () => {
      await database.close();
      await onServer(server, (admin) => admin.unsafe(`drop database if exists ${name} with (force)`));
      await stop();
    },
  };
}

/** Work on the maintenance database, one process at a time: a template can't be copied while it is being made. */
async function onServer(
  server: EmbeddedServer,
  work: (admin: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const admin = postgres(server.adminUrl(), { max: 1, onnotice: () => undefined, fetch_types: false });
  try {
    await admin`select pg_advisory_lock(2)`;
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** The migrated database that all others are copied from; a new one whenever the migrations change. */
async function readyTemplate(admin: postgres.Sql, server: EmbeddedServer): Promise<string> {
  const name = `template_${migrationsHash()}`;
  const known = await admin<
    { datname: string }[]
  >`select datname from pg_database where datname like 'template\\_%'`;
  if (known.some((row) => row.datname === name)) return name;
  for (const { datname } of known) await admin.unsafe(`drop database if exists ${datname} with (force)`);
  await admin.unsafe(`drop database if exists making with (force)`);
  await admin.unsafe('create database making');
  await migrate(server.adminUrl('making'));
  await admin.unsafe(`alter role ${appRole} login password '${server.applicationPassword}'`);
  await admin.unsafe(`alter database making rename to ${name}`);
  return name;
}

async function dropLeftovers(admin: postgres.Sql): Promise<void> {
  const found = await admin<
    { datname: string }[]
  >`select datname from pg_database where datname like 'test\\_%'`;
  for (const { datname } of found) {
    if (!isAlive(Number(datname.split('_')[1])))
      await admin.unsafe(`drop database if exists ${datname} with (force)`);
  }
}

/** Of all migrations: another value means another database. */
export function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../../db/migrations', import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

function urlOf(server: EmbeddedServer, name: string, asApplication: boolean): string {
  const url = new URL(server.adminUrl(name));
  if (asApplication) {
    url.username = appRole;
    url.password = server.applicationPassword;
  }
  return url.href;
}
