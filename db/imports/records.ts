import { desc, eq } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { asJson } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { staff } from '../people/table.ts';
import { registerImport } from './table.ts';

interface ImportRecord {
  id: string;
  kind: string;
  fileName: string;
  rows: number;
  at: Date;
  /** Who brought it in on the page; null at the command line. */
  by: StaffId | null;
  summary: Record<string, unknown>;
}

/**
 * To be called first in a transaction that stores many rows: a plan made while the tables were nearly empty must
 * not be kept when they have grown.
 */
export async function beginBulk(tx: Tx): Promise<void> {
  await tx.sql`set local plan_cache_mode = force_custom_plan`;
}

/** As `beginBulk`; what the transaction changes from here on is noted under this id, to be undone. */
export async function beginImport(tx: Tx, id: string): Promise<void> {
  await beginBulk(tx);
  await tx.sql`select set_config('ruhu.import', ${id}, true)`;
}

/** Keeps what came from where and when. */
export async function saveImportRecord(tx: Tx, record: ImportRecord): Promise<void> {
  const { by, summary, ...rest } = record;
  await tx.orm
    .insert(registerImport)
    .values({ ...rest, county: tx.scope.county, byStaff: by, summary: asJson(summary) });
}

/** The latest imports, newest first, with who brought them in. */
export async function recentImports(db: Db, limit: number) {
  const { id, kind, fileName, rows, at, undoneAt } = registerImport;
  return db.orm
    .select({ id, kind, fileName, rows, at, undoneAt, by: staff.name, byId: registerImport.byStaff })
    .from(registerImport)
    .leftJoin(staff, eq(staff.id, registerImport.byStaff))
    .where(eq(registerImport.county, db.scope.county))
    .orderBy(desc(at))
    .limit(limit);
}

export type RecentImport = Awaited<ReturnType<typeof recentImports>>[number];

/** A row that an import put in or changed: as it stood before (null = it is new) and as it stands now. */
interface ChangedRow {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/**
 * What the import of this transaction did to a table so far, the changed rows first. Only those that are shown are
 * looked up: of rows written in the same transaction the database has no statistics, and would look for all of them
 * one after the other.
 */
export async function changesSoFar(
  tx: Tx,
  { importId, table, limit }: { importId: string; table: 'household' | 'staff' | 'room'; limit: number },
): Promise<ChangedRow[]> {
  return [
    ...(await tx.sql<ChangedRow[]>`
      select f.before, to_jsonb(t) as after from (
        select d.key, d.before from (
          select distinct on (c.key) c.key, c.before from import_change c
          where c.county = ${tx.scope.county} and c.import_id = ${importId} and c.relation = ${table} order by c.key, c.no) d
        order by d.before is null limit ${limit}) f
      left join ${tx.sql(table)} t on t.county = ${tx.scope.county} and t.id = (f.key ->> 'id')::uuid
      order by f.before is null`),
  ];
}
