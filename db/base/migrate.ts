import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { z } from 'zod';
import { DatabaseFault, faultOf } from './faults.ts';
import { ensureRoles, givenUser, ownerRole } from './roles.ts';
import { withConnection } from './with-connection.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Any number, the same in every process: who holds it migrates, the others wait. */
const migrationLock = 3_413_220_001;

/**
 * Brings the database to this program's schema. Safe from several processes at once. Runs as the owner role
 * when the given user is a superuser, else as the given user, who then owns the tables.
 */
export async function migrate(url: string): Promise<void> {
  await migrateFrom(url, folder);
}

/**
 * Makes the tables as they were after some of the migrations, given by their `when`: those of an older backup. Fails
 * where this program doesn't know one of them.
 */
export async function migrationsUpTo(url: string, whens: readonly number[]): Promise<void> {
  const known = journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  const entries = known.entries.filter(({ when }) => whens.includes(when));
  if (entries.length !== whens.length)
    throw new DatabaseFault('migration', 'The backup is of a newer version of this program.');
  const some = await mkdtemp(join(tmpdir(), 'ruhu-migrations-'));
  try {
    await mkdir(join(some, 'meta'));
    await writeFile(join(some, 'meta', '_journal.json'), JSON.stringify({ ...known, entries }));
    for (const { tag } of entries) await copyFile(join(folder, `${tag}.sql`), join(some, `${tag}.sql`));
    await migrateFrom(url, some);
  } finally {
    await rm(some, { recursive: true, force: true });
  }
}

const journal = z.looseObject({ entries: z.array(z.looseObject({ when: z.number(), tag: z.string() })) });

async function migrateFrom(url: string, migrationsFolder: string): Promise<void> {
  try {
    await withConnection({ url }, 'long', async (admin) => {
      const user = await givenUser(admin);
      if (user.isApplication) return;
      await locked(admin, () => ensureRoles(admin, user));
      await locked(admin, () =>
        withConnection({ url, ...(user.superuser ? { role: ownerRole } : {}) }, 'long', (owner) =>
          runMigrations(orm(owner), { migrationsFolder }),
        ),
      );
    });
  } catch (error) {
    const fault = faultOf(error);
    if (fault.is !== 'unexpected') throw fault;
    throw new DatabaseFault('migration', `The database can't be brought up to date. ${fault.message}`, {
      cause: error,
    });
  }
}

/** The lock goes with its transaction, also past a pooler, which would keep a session's for ever. */
async function locked(admin: postgres.Sql, work: () => Promise<void>): Promise<void> {
  await admin`begin`;
  await admin`select pg_advisory_xact_lock(${migrationLock}::bigint)`;
  await work();
  await admin`commit`;
}

function orm(client: postgres.Sql): PostgresJsDatabase {
  const dialect = new PgDialect();
  return new PostgresJsDatabase(dialect, new PostgresJsSession(client, dialect, undefined, {}), undefined);
}
