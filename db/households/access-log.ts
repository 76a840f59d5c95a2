import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { HouseholdId, StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { ProgressNeeds } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { ofUnit } from '../people/staff.ts';
import { staff } from '../people/table.ts';
import { unit } from '../places/table.ts';
import { accessLog } from './access-log-table.ts';
import { household } from './table.ts';

/** Who looked at a household's data, latest first; only who may see its village sees it. */
export async function looksAt(
  db: Db,
  _asker: Asker,
  { id, offset, limit }: ProgressNeeds['looksAt']['in'],
): Promise<ProgressNeeds['looksAt']['out']> {
  const l = accessLog;
  const rows = await db.orm
    .select({
      name: sql<string | null>`coalesce(${staff.name}, ${l.byOperator})`,
      unitName: unit.short,
      what: l.what,
      at: l.at,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(l)
    .leftJoin(household, and(eq(household.county, l.county), eq(household.id, id)))
    .leftJoin(staff, and(eq(staff.county, l.county), eq(staff.id, l.staffId)))
    .leftJoin(unit, ofUnit)
    .where(
      and(
        eq(l.county, db.scope.county),
        or(eq(l.householdId, id), and(isNull(l.householdId), eq(l.village, household.village))),
      ),
    )
    .orderBy(desc(l.at), desc(l.id))
    .limit(limit)
    .offset(offset);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, at, name, unitName, what }) => ({
      name: name ?? '系统',
      unitName: unitName ?? '',
      what,
      at: at.getTime(),
    })),
  };
}

/** Writes down that many households were handed out at once: a spreadsheet, a page. */
export async function logLooks(
  tx: Tx,
  look: { staff: StaffId; households: readonly HouseholdId[]; what: string; chat: string; at: number },
): Promise<void> {
  await tx.sql`
    insert into access_log (county, staff_id, household_id, village, what, chat, at)
    select ${tx.scope.county}, ${look.staff}::uuid, h.id, h.village, ${look.what}, ${look.chat}, ${new Date(look.at)}
    from household h where h.county = ${tx.scope.county} and h.id = any (${[...look.households]}::uuid[])`;
}

/** Who took whole tables along: a person, or the operator at the machine. */
type Looker = { staff: StaffId } | { operator: string };

/**
 * Writes down that everybody's data of a unit was handed out (a ledger, an archive): one line for each of its villages,
 * which stands for all households there. null = the whole county.
 */
export async function logPlace(
  tx: Tx,
  by: Looker,
  { unit, what, chat, at }: { unit: UnitCode | null; what: string; chat: string; at: number },
): Promise<void> {
  const staff = 'staff' in by ? by.staff : null;
  const operator = 'operator' in by ? by.operator : null;
  await tx.sql`
    insert into access_log (county, staff_id, by_operator, village, what, chat, at)
    select ${tx.scope.county}, ${staff}::uuid, ${operator}, u.code, ${what}, ${chat}, ${new Date(at)}
    from unit u left join unit top on top.county = u.county and top.code = ${unit}
    where u.county = ${tx.scope.county} and u.kind = 'village'
      and (${unit}::text is null or u.code = ${unit} or u.parent = ${unit} or top.kind in ('county', 'department'))`;
}

/** Writes down that somebody read again what he had been shown: his chat's history, a file of it. */
export async function logReading(
  tx: Tx,
  { staff, what, at }: { staff: StaffId; what: string; at: number },
): Promise<void> {
  await tx.orm
    .insert(accessLog)
    .values({ county: tx.scope.county, staffId: staff, what, chat: 'web', at: new Date(at) });
}
