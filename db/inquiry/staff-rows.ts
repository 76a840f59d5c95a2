import { and, sql } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { Inquiry } from '../../conversations/inquiry/inquiry.ts';
import type { StaffLine } from '../../conversations/inquiry/result.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import type { Moment } from './conditions.ts';
import { askedRows } from './counted.ts';
import type { RowPage } from './rows.ts';
import { isReachable, m, mu } from './tables.ts';

/** The people behind a number: by their units in the register's order, who isn't bound first. */
export async function staffBehind(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
  { offset, limit }: RowPage,
): Promise<{ rows: StaffLine[]; total: number }> {
  const { base, meant } = askedRows(inquiry, db, asker, moment, true);
  const bound = sql<boolean>`${isReachable}`;
  const rows = await db.orm
    .select({
      id: m.id,
      name: m.name,
      unitName: mu.short,
      bound,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(m)
    .innerJoin(mu, sql`${mu.county} = ${m.county} and ${mu.code} = ${m.unit}`)
    .where(and(base, meant))
    .orderBy(bound, mu.sort, mu.code, m.name, m.id)
    .limit(limit)
    .offset(offset);
  return {
    total: rows[0]?.total ?? offset,
    rows: rows.map(({ total: _, id, ...row }) => ({ ...row, id: id as StaffId })),
  };
}
