import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { PendingQuery, Row } from 'postgres';
import type { Scope } from '../../conversations/access/scope.ts';
import type { Database } from './connect.ts';
import { DatabaseFault, faultOf } from './faults.ts';
import type { Line, Sql, Within } from './lines.ts';
import { beginIn } from './scope.ts';

type Orm = PostgresJsDatabase;

/** A transaction for reading within a scope. Functions that only read take this. */
export interface Db {
  readonly scope: Scope;
  /** Statements as tagged templates. */
  readonly sql: Sql;
  /** Statements built from the schema. */
  readonly orm: Pick<Orm, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | '$count'>;
}

/** A part of a statement, put into another one. */
export type Fragment = PendingQuery<Row[]>;

declare const writes: unique symbol;

/** A transaction for writing within a scope. Functions that change anything take this. */
export interface Tx extends Db {
  readonly orm: Pick<
    Orm,
    | 'select'
    | 'selectDistinct'
    | 'selectDistinctOn'
    | '$with'
    | 'with'
    | '$count'
    | 'insert'
    | 'update'
    | 'delete'
  >;
  readonly [writes]: true;
}

/** Reads within a scope; the database refuses any change. `within`: see base/deadlines.ts. */
export function read<T>(
  database: Database,
  scope: Scope,
  work: (db: Db) => Promise<T>,
  within: Within = 'long',
): Promise<T> {
  return database.lines.lend((line) => transact(line, scope, true, work), within);
}

/**
 * As `read`, on a standby where there is one that answers: for long reading that needn't be of this second, so that
 * it takes nothing from those who talk.
 */
export async function readFar<T>(database: Database, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  const lines = await farLines(database);
  return lines.lend((line) => transact(line, scope, true, work));
}

async function farLines({ farLines: far, lines }: Database): Promise<Database['lines']> {
  if (far === null) return lines;
  try {
    await far.lend(({ sql }) => sql`select 1`, 'turn');
    return far;
  } catch {
    // Without its standby the bot does it all alone, as it did before there was one.
    return lines;
  }
}

/** Reads and writes within a scope, all or nothing; resolves after the commit. `within`: see base/deadlines.ts. */
export function write<T>(
  database: Database,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  within: Within = 'long',
): Promise<T> {
  return database.lines.lend((line) => transact(line, scope, false, work), within);
}

/** As `write`, for the rows of one turn, which all are found by their keys (see connect.ts). */
export function writeByKeys<T>(database: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.hotLines.lend((line) => transact(line, scope, false, work), 'turn');
}

/**
 * The scope is set and the first statement sent in one go: beginning is not waited for, its failure is noticed
 * at the end at the latest. A transaction of one statement costs two round trips, one of which only commits.
 */
async function transact<T>(
  line: Line,
  scope: Scope,
  readOnly: boolean,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begun = beginIn(line.sql, scope, readOnly);
  // Reported below; here only so that it isn't taken for a forgotten error in the meantime.
  begun.catch(() => undefined);
  try {
    const result = await work(new Transaction(line.sql, scope));
    await begun;
    if (line.lost) throw new DatabaseFault('unreachable', 'The connection was lost within the transaction.');
    if (readOnly) {
      // Nothing depends on the end of a reading one; whoever gets the line next comes behind it.
      line.sql`commit`
        .simple()
        .execute()
        .catch(() => undefined);
      return result;
    }
    const [ended] = await Promise.all([line.sql`commit`.simple().execute()]);
    if (ended.command !== 'COMMIT')
      throw new DatabaseFault('unexpected', 'A failed statement was passed over: nothing was stored.');
    return result;
  } catch (error) {
    const fault = faultOf(error);
    // A connection that failed is given up as a whole; nothing more is sent on it.
    if (!line.lost && fault.is !== 'unreachable') await line.sql`rollback`.simple();
    throw fault;
  }
}

const dialect = new PgDialect({ casing: 'snake_case' });

class Transaction implements Tx {
  readonly sql: Sql;
  readonly scope: Scope;
  declare readonly [writes]: true;
  #orm: Orm | undefined;

  constructor(sql: Sql, scope: Scope) {
    this.sql = sql;
    this.scope = scope;
  }

  get orm(): Orm {
    this.#orm ??= ormOver(this.sql);
    return this.#orm;
  }
}

/** Drizzle over a line. Its own constructor would replace the client's parsers, so the session is made by hand. */
function ormOver(sql: Sql): Orm {
  const prepared = Object.assign(Object.create(sql) as Sql, {
    unsafe: (text: string, values?: never[]) => sql.unsafe(text, values, { prepare: true }),
  });
  return new PostgresJsDatabase(dialect, new PostgresJsSession(prepared, dialect, undefined, {}), undefined);
}
