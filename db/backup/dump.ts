import type { Sql } from '../base/connection.ts';
import { seeingAll } from './all-seeing.ts';
import { appliedMigrations, type CopiedTable, tablesInOrder } from './shape.ts';

/** What is told of a backup before its rows. */
interface Dumped {
  /** The moment that the rows are of. */
  at: Date;
  /** `when` of the migrations that made the tables. */
  migrations: number[];
  tables: CopiedTable[];
}

/** Where a dump goes; each call is waited for. */
interface DumpSink {
  begin(what: Dumped): Promise<void>;
  table(name: string): Promise<void>;
  /** Rows as the server's COPY writes them, cut anywhere. */
  rows(chunk: Uint8Array): Promise<void>;
  /** How many rows each table had. */
  end(counts: Readonly<Record<string, number>>): Promise<void>;
}

/**
 * Reads every row of every table in one snapshot, while the bot goes on, over the protocol alone: no program of the
 * server's is needed. Fails where the user doesn't see all rows.
 */
export function dump(url: string, sink: DumpSink): Promise<Record<string, number>> {
  return seeingAll(url, 'isolation level repeatable read read only', async (sql) => {
    const [now] = await sql<{ at: Date }[]>`select transaction_timestamp() as at`;
    const tables = await tablesInOrder(sql);
    await sink.begin({ at: now?.at ?? new Date(), migrations: await appliedMigrations(sql), tables });
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await sql<{ n: number }[]>`select count(*)::float8 as n from ${sql(table.name)}`;
      counts[table.name] = row?.n ?? 0;
      await sink.table(table.name);
      await copyOut(sql, table, sink);
    }
    await sink.end(counts);
    return counts;
  });
}

async function copyOut(sql: Sql, { name, columns }: CopiedTable, sink: DumpSink): Promise<void> {
  // A table that is partitioned can't be copied as such, only what is selected from it.
  const rows = await sql`copy (select ${sql(columns)} from ${sql(name)}) to stdout`.readable();
  for await (const chunk of rows) await sink.rows(chunk as Uint8Array);
  // The driver pauses its socket while rows come faster than they are taken, and goes on when more is asked for. Where
  // the last of them came while it was paused nothing more is, and the next statement would wait for ever.
  rows._read(0);
}
