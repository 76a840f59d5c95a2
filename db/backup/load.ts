import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Sql } from '../base/connection.ts';
import { DatabaseFault } from '../base/faults.ts';
import { withConnection } from '../base/with-connection.ts';
import type { CopiedTable } from './shape.ts';

/** What comes of a backup, in its order: a table, its rows in pieces, the next table; counts at the end. */
export type LoadPart =
  | { is: 'table'; name: string }
  | { is: 'rows'; chunk: Uint8Array }
  | { is: 'end'; counts: Readonly<Record<string, number>> };

/** Are there people's data? What a first start sets up (units, settings) is none. */
export async function holdsPeople(url: string): Promise<boolean> {
  return withConnection({ url }, 'long', async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname in ('household', 'staff', 'visit', 'inbox')`;
    for (const { name } of tables) {
      // Held by the policies the owner would see none: the pages of the table tell.
      const [row] = await sql<
        { bytes: string }[]
      >`select (pg_relation_size(t.oid) + coalesce((select sum(pg_relation_size(relid)) from pg_partition_tree(t.oid)), 0))::text as bytes
        from pg_class t where t.oid = ${name}::text::regclass`;
      if (Number(row?.bytes ?? 0) > 0) return true;
    }
    return false;
  });
}

/** Drops what the program's migrations made, so that they can be run from the first on. */
export async function clearSchema(url: string): Promise<void> {
  await withConnection({ url }, 'long', async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    const functions = await sql<{ name: string }[]>`
      select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and proname like 'ruhu\\_%'`;
    await sql.begin(async (tx) => {
      for (const { name } of tables) await tx`drop table if exists ${tx(name)} cascade`;
      for (const { name } of functions) await tx.unsafe(`drop function if exists ${name} cascade`);
      await tx`drop schema if exists drizzle cascade`;
    });
  });
}

/**
 * Loads all rows in one transaction: all of them or none. Policies, triggers and the order of what refers to what
 * stand aside for so long; numbers go on where they were.
 */
export async function load(
  url: string,
  tables: readonly CopiedTable[],
  parts: AsyncIterable<LoadPart>,
): Promise<Record<string, number>> {
  return withConnection({ url }, 'long', async (sql) => {
    await sql`begin`;
    for (const { name } of tables) {
      await sql`alter table ${sql(name)} no force row level security`;
      await sql`alter table ${sql(name)} disable trigger user`;
      // What the migrations themselves put there stands in the backup too.
      await sql`delete from ${sql(name)}`.catch(() => undefined);
    }
    const counts = await loadRows(sql, tables, parts);
    for (const { name } of tables) {
      await sql`alter table ${sql(name)} enable trigger user`;
      await sql`alter table ${sql(name)} force row level security`;
    }
    await goOnCounting(sql);
    const [ended] = await Promise.all([sql`commit`.simple().execute()]);
    if (ended.command !== 'COMMIT') throw new DatabaseFault('unexpected', 'The backup could not be loaded.');
    return counts;
  });
}

async function loadRows(
  sql: Sql,
  tables: readonly CopiedTable[],
  parts: AsyncIterable<LoadPart>,
): Promise<Record<string, number>> {
  let into: NodeJS.WritableStream | null = null;
  const close = async () => {
    if (into === null) return;
    into.end();
    await finished(into);
    into = null;
  };
  for await (const part of parts) {
    if (part.is === 'rows') {
      if (into === null) throw new DatabaseFault('badValue', 'The backup has rows of no table.');
      if (!(into as NodeJS.WritableStream).write(part.chunk)) await once(into, 'drain');
      continue;
    }
    await close();
    if (part.is === 'end') return checked(sql, part.counts);
    const table = tables.find(({ name }) => name === part.name);
    if (table === undefined)
      throw new DatabaseFault('badValue', 'The backup has a table that it did not name.');
    into = await sql`copy ${sql(table.name)} (${sql(table.columns)}) from stdin`.writable();
  }
  throw new DatabaseFault('badValue', 'The backup ends before its end.');
}

/** Every table has as many rows as it had. */
async function checked(sql: Sql, counts: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  for (const [name, expected] of Object.entries(counts)) {
    const [row] = await sql<{ n: number }[]>`select count(*)::float8 as n from ${sql(name)}`;
    if (row?.n !== expected)
      throw new DatabaseFault('badValue', `The backup has ${expected} rows of ${name}, ${row?.n} arrived.`);
  }
  return { ...counts };
}

/** Running numbers go on behind the highest that was given. */
async function goOnCounting(sql: Sql): Promise<void> {
  const numbers = await sql<{ table: string; column: string; sequence: string }[]>`
    select c.relname as "table", a.attname as "column", pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
    where c.relnamespace = 'public'::regnamespace`;
  for (const { table, column, sequence } of numbers)
    await sql`select setval(${sequence}::text::regclass, coalesce((select max(${sql(column)}) from ${sql(table)}), 0) + 1, false)`;
}
