import type { Sql } from '../base/connection.ts';

/** A table as it is copied. */
export interface CopiedTable {
  name: string;
  /** Without those that the server computes itself. */
  columns: string[];
}

/** The program's tables in an order in which each comes behind those it refers to. */
export async function tablesInOrder(sql: Sql): Promise<CopiedTable[]> {
  const tables = await sql<CopiedTable[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`;
  const references = await sql<{ name: string; to: string }[]>`
    select conrelid::regclass::text as name, confrelid::regclass::text as "to" from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`;
  const ordered: CopiedTable[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const next = left.findIndex(({ name }) =>
      references.every((r) => r.name !== name || !left.some((other) => other.name === r.to)),
    );
    ordered.push(...left.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

/** Names of the migrations that were applied, oldest first. */
export async function appliedMigrations(sql: Sql): Promise<number[]> {
  const rows = await sql<
    { at: string }[]
  >`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ at }) => Number(at));
}
