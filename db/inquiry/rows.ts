import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { type Inquiry, waited } from '../../conversations/inquiry/inquiry.ts';
import type { LeadLine } from '../../conversations/inquiry/result.ts';
import type { HouseholdLine, ProblemLine } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { type Moment, numberAnswered, perHeadSql } from './conditions.ts';
import { askedRows } from './counted.ts';
import { daysWaited } from './settled.ts';
import { h, householdVisit, ht, hv, l, p, s, v } from './tables.ts';

/** A page of the rows behind a number. */
export interface RowPage {
  offset: number;
  limit: number;
}

/** Township, village, group, address: the register's order. */
const registerOrder = [ht.sort, h.township, hv.sort, h.village, h.grpNo, h.grp, h.sort, h.id].map((c) =>
  asc(c),
);
/** Gross income of the year by heads, whole yuan. */
const total = sql<number>`(count(*) over ())::int`;

/** The number rows are put in order by, where the inquiry says so, and the order; else the register's. */
export function rowOrder(inquiry: Inquiry, { today }: Moment): { value: SQL | undefined; order: SQL[] } {
  if (inquiry.order === undefined || inquiry.key === undefined)
    return { value: undefined, order: registerOrder };
  const value = inquiry.key === 'perHead' ? perHeadSql : numberAnswered(inquiry.key, today);
  const first = inquiry.order === 'least' ? sql`${value} asc nulls last` : sql`${value} desc nulls last`;
  return { value, order: [first, ...registerOrder] };
}

/** The households behind a number, in the register's order or by a number of theirs. */
export async function householdsBehind(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
  { offset, limit: asked }: RowPage,
): Promise<{ rows: (HouseholdLine & { value: number | null })[]; total: number }> {
  const { base, meant } = askedRows(inquiry, db, asker, moment, true);
  const most = inquiry.limit ?? Number.POSITIVE_INFINITY;
  const limit = Math.max(0, Math.min(asked, most - offset));
  const { value, order } = rowOrder(inquiry, moment);
  const rows = await db.orm
    .select({
      id: h.id,
      headName: h.headName,
      villageName: hv.short,
      townshipName: ht.short,
      group: h.grp,
      tally: v.tally,
      helperName: s.name,
      submittedAt: v.submittedAt,
      problems: sql<number>`coalesce(${v.problemCount}, 0)`,
      value: value === undefined ? sql<number | null>`null` : sql<number | null>`(${value})::float8`,
      total,
    })
    .from(h)
    .innerJoin(hv, and(eq(hv.county, h.county), eq(hv.code, h.village)))
    .innerJoin(ht, and(eq(ht.county, h.county), eq(ht.code, h.township)))
    .leftJoin(v, householdVisit)
    .leftJoin(s, and(eq(s.county, v.county), eq(s.id, v.helper)))
    .where(and(base, meant))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return {
    total: Math.min(rows[0]?.total ?? offset, most),
    rows: rows.map(({ total: _, submittedAt, ...row }) => ({
      ...row,
      submittedAt: submittedAt?.getTime() ?? null,
    })),
  };
}

/** A page's rows, and how many there are in all; behind the last one nobody knows more than that. */
function paged<Row extends { total: number }>(
  rows: readonly Row[],
  offset: number,
): { rows: Omit<Row, 'total'>[]; total: number } {
  return { total: rows[0]?.total ?? offset, rows: rows.map(({ total: _, ...row }) => row) };
}

/** What a line of a problem says, on a page and in a spreadsheet; its tables are joined by `problemHome`. */
export const problemCells = {
  no: p.no,
  category: p.category,
  description: p.description,
  headName: h.headName,
  householdId: p.householdId,
  villageName: hv.short,
  group: sql<string>`coalesce(${h.grp}, '')`,
  leadUnit: p.leadUnit,
  due: p.due,
  status: p.status,
};

/** Where a problem is: its household and village, if it has any. */
export const problemHome = {
  household: and(eq(h.county, p.county), eq(h.id, p.householdId)),
  village: and(eq(hv.county, p.county), eq(hv.code, p.village)),
};

/** The most urgent first. */
const mostUrgent = [sql`${p.due} nulls last`, asc(p.no)];

/** The days problems are put in order by, where the inquiry says so, and the order; else the most urgent first. */
export function problemOrder(
  { key, order }: Inquiry,
  { today }: Moment,
): { value: SQL | undefined; order: SQL[] } {
  if (key !== waited || order === undefined) return { value: undefined, order: mostUrgent };
  const value = daysWaited(today);
  return { value, order: [order === 'least' ? sql`${value} asc` : sql`${value} desc`, ...mostUrgent] };
}

/** The problems behind a number, the most urgent first. */
export async function problemsBehind(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
  { offset, limit: asked }: RowPage,
): Promise<{ rows: (ProblemLine & { value: number | null })[]; total: number }> {
  const { base, meant } = askedRows(inquiry, db, asker, moment, true);
  const most = inquiry.limit ?? Number.POSITIVE_INFINITY;
  const limit = Math.max(0, Math.min(asked, most - offset));
  const { value, order } = problemOrder(inquiry, moment);
  const rows = await db.orm
    .select({
      ...problemCells,
      nextLook: p.nextLook,
      value: value === undefined ? sql<number | null>`null` : sql<number | null>`(${value})::int`,
      total,
    })
    .from(p)
    .leftJoin(h, problemHome.household)
    .leftJoin(v, householdVisit)
    .leftJoin(hv, problemHome.village)
    .where(and(base, meant))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const page = paged(rows, offset);
  return { ...page, total: Math.min(page.total, most) };
}

/** The leads behind a number, by their numbers. */
export async function leadsBehind(
  db: Db,
  asker: Asker,
  inquiry: Inquiry,
  moment: Moment,
  { offset, limit }: RowPage,
): Promise<{ rows: LeadLine[]; total: number }> {
  const { base, meant } = askedRows(inquiry, db, asker, moment, true);
  const rows = await db.orm
    .select({
      no: l.no,
      stage: l.stage,
      due: l.stageDue,
      headName: h.headName,
      householdId: l.householdId,
      villageName: hv.short,
      group: h.grp,
      total,
    })
    .from(l)
    .innerJoin(h, and(eq(h.county, l.county), eq(h.id, l.householdId)))
    .innerJoin(hv, and(eq(hv.county, l.county), eq(hv.code, l.village)))
    .leftJoin(v, householdVisit)
    .where(and(base, meant))
    .orderBy(l.no)
    .limit(limit)
    .offset(offset);
  return paged(rows, offset);
}
