import { and, eq, sql } from 'drizzle-orm';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import type { Inquiry } from '../../conversations/inquiry/inquiry.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import type { SheetHousehold, SheetProblem } from '../progress/list-rows.ts';
import type { Moment } from './conditions.ts';
import { askedRows } from './counted.ts';
import { rowOrder } from './rows.ts';
import { h, householdVisit, ht, hv, l, p, s, v } from './tables.ts';

const portion = 1000;

/** All rows of a query, a portion at a time. */
async function* portions<Row>(
  page: (offset: number) => Promise<Row[]>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row[]> {
  for (let offset = 0; ; offset += portion) {
    const rows = (await page(offset)).slice(0, most - offset);
    if (rows.length > 0) yield rows;
    if (rows.length < portion) return;
  }
}

/** Every household behind an inquiry (of leads too), in the register's order, as a spreadsheet has it. */
export function sheetHouseholds(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
): AsyncGenerator<SheetHousehold[]> {
  const { base, meant, source } = askedRows(inquiry, db, asker, moment, true);
  return portions(async (offset) => {
    const rows = await db.orm
      .select({
        id: h.id,
        code: h.code,
        headName: h.headName,
        type: h.type,
        monitoredKind: h.monitoredKind,
        townshipName: ht.short,
        villageName: hv.short,
        group: h.grp,
        tally: v.tally,
        helperName: s.name,
        submittedAt: v.submittedAt,
        problems: sql<number>`coalesce(${v.problemCount}, 0)`,
      })
      .from(h)
      .innerJoin(hv, and(eq(hv.county, h.county), eq(hv.code, h.village)))
      .innerJoin(ht, and(eq(ht.county, h.county), eq(ht.code, h.township)))
      .leftJoin(v, householdVisit)
      .leftJoin(s, and(eq(s.county, v.county), eq(s.id, v.helper)))
      .leftJoin(l, source === 'leads' ? and(eq(l.county, h.county), eq(l.householdId, h.id)) : sql`false`)
      .where(and(base, meant))
      .orderBy(...rowOrder(inquiry).order)
      .limit(portion)
      .offset(offset);
    return rows.map((row) => ({ ...row, id: row.id as HouseholdId }));
  }, inquiry.limit);
}

/** Every problem behind an inquiry, the most urgent first, as a spreadsheet has it. */
export function sheetProblems(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
): AsyncGenerator<SheetProblem[]> {
  const { base, meant } = askedRows(inquiry, db, asker, moment, true);
  return portions(async (offset) => {
    const rows = await db.orm
      .select({
        no: p.no,
        townshipName: ht.short,
        villageName: hv.short,
        group: sql<string>`coalesce(${h.grp}, '')`,
        headName: h.headName,
        householdId: p.householdId,
        category: p.category,
        description: p.description,
        leadUnit: p.leadUnit,
        due: p.due,
        status: p.status,
      })
      .from(p)
      .leftJoin(h, and(eq(h.county, p.county), eq(h.id, p.householdId)))
      .leftJoin(v, householdVisit)
      .leftJoin(hv, and(eq(hv.county, p.county), eq(hv.code, p.village)))
      .leftJoin(ht, and(eq(ht.county, p.county), eq(ht.code, p.township)))
      .where(and(base, meant))
      .orderBy(sql`${p.due} nulls last`, p.no)
      .limit(portion)
      .offset(offset);
    return rows.map((row) => ({ ...row, householdId: row.householdId as HouseholdId | null }));
  });
}
