import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../base/transaction.ts';
import { unit } from '../places/table.ts';
import { ht } from './tables.ts';

/** Units of the county, for their names in a question, with which of them the asker may see. */
export async function unitNames(db: Db) {
  const { scope } = db;
  const t = ht;
  const seen: SQL =
    scope.all || scope.department !== null
      ? sql`true`
      : sql`((${unit.kind} = 'village' and ${unit.code} = any (string_to_array((select current_setting('ruhu.villages', true)), ',')))
        or (${unit.kind} = 'township' and ${unit.code} = any (string_to_array((select current_setting('ruhu.units', true)), ','))))`;
  return db.orm
    .select({
      code: unit.code,
      name: unit.short,
      kind: unit.kind,
      parent: unit.parent,
      townshipName: sql<string | null>`case when ${unit.kind} = 'village' then ${t.short} end`,
      seen: sql<boolean>`coalesce(${seen}, false)`,
    })
    .from(unit)
    .leftJoin(t, and(eq(t.county, unit.county), eq(t.code, unit.parent)))
    .where(and(eq(unit.county, scope.county), unit.active, sql`${unit.kind} <> 'department'`))
    .orderBy(unit.sort, unit.code);
}
