import { and, desc, eq, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { type ReportFacts, reportFacts } from '../../conversations/reports/report-facts.ts';
import { asJson } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { staff } from '../people/table.ts';
import { selfReport } from './table.ts';

/** A report as it was made, and whether it was filed and sent. `facts` is null until its document was made. */
export interface StoredReport
  extends Pick<typeof selfReport.$inferSelect, 'id' | 'unit' | 'asOf' | 'madeAt' | 'filedAt' | 'sentAt'> {
  filedByName: string | null;
  facts: ReportFacts | null;
}

/** Reports that hold by a condition, filed ones and the latest first. */
async function storedReports(db: Db, which: SQL | undefined): Promise<StoredReport[]> {
  const { id, unit, asOf, madeAt, filedAt, sentAt, figures } = selfReport;
  const rows = await db.orm
    .select({ id, unit, asOf, madeAt, filedAt, filedByName: staff.name, sentAt, figures })
    .from(selfReport)
    .leftJoin(staff, and(eq(staff.county, selfReport.county), eq(staff.id, selfReport.filedBy)))
    .where(and(eq(selfReport.county, db.scope.county), which))
    .orderBy(sql`${filedAt} desc nulls last`, desc(madeAt))
    .limit(1);
  return rows.map(({ figures, ...row }) => ({
    ...row,
    facts: Object.keys(figures).length === 0 ? null : reportFacts.parse(figures),
  }));
}

/** The unit's last report, filed ones first. */
export async function latestReport(db: Db, unit: string): Promise<StoredReport | null> {
  const [found] = await storedReports(db, eq(selfReport.unit, unit));
  return found ?? null;
}

/** A report as it was made, or null where there is none within the scope. */
export async function storedReport(db: Db, id: string): Promise<StoredReport | null> {
  const [found] = await storedReports(db, eq(selfReport.id, id));
  return found ?? null;
}

/** Keeps a report that was made, with its figures. */
export async function saveReport(
  tx: Tx,
  report: { id: string; facts: ReportFacts; at: number; by: string | null },
): Promise<void> {
  const { id, facts, at, by } = report;
  await tx.orm.insert(selfReport).values({
    ...{
      county: tx.scope.county,
      id,
      unit: facts.unit.code,
      asOf: facts.asOf,
      madeAt: new Date(at),
      madeBy: by,
    },
    figures: asJson(facts),
  });
}

/** Keeps the figures of a filed report; the first ones stay, since they are what was filed. */
export async function keepFigures(tx: Tx, id: string, facts: ReportFacts): Promise<void> {
  const { county, figures } = selfReport;
  await tx.orm
    .update(selfReport)
    .set({ figures: asJson(facts) })
    .where(and(eq(county, tx.scope.county), eq(selfReport.id, id), sql`${figures} = '{}'::jsonb`));
}

const leaseMinutes = 10;
const mostTries = 8;

/** Takes filed reports that wait to be sent; for the lease's time nobody else takes them. */
export async function claimUnsent(tx: Tx, now: number): Promise<StoredReport[]> {
  const at = new Date(now);
  const { county, filedAt, sentAt, sendTries, sendLease } = selfReport;
  const rows = await tx.orm
    .update(selfReport)
    .set({ sendLease: new Date(now + leaseMinutes * 60_000), sendTries: sql`${sendTries} + 1` })
    .where(
      and(
        eq(county, tx.scope.county),
        and(isNotNull(filedAt), isNull(sentAt), lt(sendTries, mostTries)),
        or(isNull(sendLease), lte(sendLease, at)),
      ),
    )
    .returning({ id: selfReport.id });
  const found: StoredReport[] = [];
  for (const { id } of rows) {
    const report = await storedReport(tx, id);
    if (report !== null) found.push(report);
  }
  return found;
}

/** What became of a sending: done, or to be tried again after a while that doubles. */
export async function noteSending(tx: Tx, id: string, now: number, error: string | null): Promise<void> {
  await tx.sql`
    update self_report set sent_at = case when ${error}::text is null then ${new Date(now)}::timestamptz end, send_error = ${error},
      send_lease = ${new Date(now)}::timestamptz + interval '5 minutes' * power(2, least(send_tries, 6))
    where county = ${tx.scope.county} and id = ${id}`;
}
