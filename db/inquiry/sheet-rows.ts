import { and, eq, sql } from 'drizzle-orm';
import type { Inquiry } from '../../conversations/inquiry/inquiry.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import type { SheetHousehold, SheetProblem } from '../progress/list-rows.ts';
import type { Moment } from './conditions.ts';
import { askedRows } from './counted.ts';
import { problemCells, problemHome, problemOrder, rowOrder } from './rows.ts';
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
      .orderBy(...rowOrder(inquiry, moment).order)
      .limit(portion)
      .offset(offset);
    return rows;
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
      .select({ ...problemCells, townshipName: ht.short })
      .from(p)
      .leftJoin(h, problemHome.household)
      .leftJoin(v, householdVisit)
      .leftJoin(hv, problemHome.village)
      .leftJoin(ht, and(eq(ht.county, p.county), eq(ht.code, p.township)))
      .where(and(base, meant))
      .orderBy(...problemOrder(inquiry, moment).order)
      .limit(portion)
      .offset(offset);
    return rows;
  });
}
