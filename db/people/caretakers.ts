import { and, arrayOverlaps, eq } from 'drizzle-orm';
import type { Db } from '../base/transaction.ts';
import { staff } from './table.ts';

/** Who is told of what could not be delivered: the administrators, or the county office where there are none. */
export async function caretakers(db: Db): Promise<string[]> {
  const rows = await db.orm
    .select({ id: staff.id, roles: staff.roles })
    .from(staff)
    .where(
      and(
        eq(staff.county, db.scope.county),
        staff.active,
        arrayOverlaps(staff.roles, ['admin', 'countyOffice']),
      ),
    )
    .orderBy(staff.id);
  const admins = rows.filter(({ roles }) => roles.includes('admin'));
  return (admins.length > 0 ? admins : rows).map((row) => row.id);
}
