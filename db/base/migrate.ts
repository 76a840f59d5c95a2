import { fileURLToPath } from 'node:url';
import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { DatabaseProblem, problemOf } from './faults.ts';
import { ensureRoles, givenUser, ownerRole } from './roles.ts';
import { withConnection } from './with-connection.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Any number, the same in every process: who holds it migrates, the others wait. */
const migrationLock = 341322_0001;

/**
 * Brings the database to this program's schema. Safe from several processes at once. Runs as the owner role
 * when the given user is a superuser, else as the given user, who then owns the tables.
 */
export async function migrate(url: string): Promise<void> {
  try {
    await withConnection({ url }, 'long', async (admin) => {
      await admin`select pg_advisory_lock(${migrationLock}::bigint)`;
      const user = await givenUser(admin);
      if (user.isApplication) return;
      await ensureRoles(admin, user);
      await withConnection({ url, ...(user.superuser ? { role: ownerRole } : {}) }, 'long', (owner) =>
        runMigrations(orm(owner), { migrationsFolder: folder }),
      );
      // Ending the connection gives the lock back, also when the statement that would do so can't be sent.
    });
  } catch (error) {
    const problem = problemOf(error);
    if (problem.is !== 'unexpected') throw problem;
    throw new DatabaseProblem('migration', `The database can't be brought up to date. ${problem.message}`, {
      cause: error,
    });
  }
}

function orm(client: postgres.Sql): PostgresJsDatabase {
  const dialect = new PgDialect();
  return new PostgresJsDatabase(dialect, new PostgresJsSession(client, dialect, undefined, {}), undefined);
}
