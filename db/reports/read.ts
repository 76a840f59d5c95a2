import { type ReportFacts, reportFacts } from '../../conversations/reports/report-facts.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** A report as it was made, and whether it was filed and sent. `facts` is null until its document was made. */
export interface StoredReport {
  id: string;
  unit: string;
  asOf: string;
  madeAt: Date;
  filedAt: Date | null;
  filedByName: string | null;
  sentAt: Date | null;
  facts: ReportFacts | null;
}

interface StoredRow extends Omit<StoredReport, 'facts'> {
  figures: Record<string, unknown>;
}

const storedColumns = ({
  sql,
}: Pick<
  Db,
  'sql'
>) => sql`r.id, r.unit, r.as_of as "asOf", r.made_at as "madeAt", r.filed_at as "filedAt", s.name as "filedByName",
  r.sent_at as "sentAt", r.figures`;

function storedOf({ figures, ...row }: StoredRow): StoredReport {
  return { ...row, facts: Object.keys(figures).length === 0 ? null : reportFacts.parse(figures) };
}

/** The unit's last report, filed ones first. */
export async function latestReport(db: Db, unit: string): Promise<StoredReport | null> {
  const [row] = await db.sql<StoredRow[]>`
    select ${storedColumns(db)} from self_report r left join staff s on s.county = r.county and s.id = r.filed_by
    where r.county = ${db.scope.county} and r.unit = ${unit} order by r.filed_at desc nulls last, r.made_at desc limit 1`;
  return row === undefined ? null : storedOf(row);
}

/** A report as it was made, or null where there is none within the scope. */
export async function storedReport(db: Db, id: string): Promise<StoredReport | null> {
  const [row] = await db.sql<StoredRow[]>`
    select ${storedColumns(db)} from self_report r left join staff s on s.county = r.county and s.id = r.filed_by
    where r.county = ${db.scope.county} and r.id = ${id}`;
  return row === undefined ? null : storedOf(row);
}

/** Keeps a report that was made, with its figures. */
export async function saveReport(
  tx: Tx,
  report: { id: string; facts: ReportFacts; at: number; by: string | null },
): Promise<void> {
  await tx.sql`
    insert into self_report (county, id, unit, as_of, made_at, made_by, figures)
    values (${tx.scope.county}, ${report.id}, ${report.facts.unit.code}, ${report.facts.asOf}, ${new Date(report.at)}, ${report.by},
      ${jsonText(report.facts)}::text::jsonb)`;
}

/** Keeps the figures of a filed report; the first ones stay, since they are what was filed. */
export async function keepFigures(tx: Tx, id: string, facts: ReportFacts): Promise<void> {
  await tx.sql`
    update self_report set figures = ${jsonText(facts)}::text::jsonb
    where county = ${tx.scope.county} and id = ${id} and figures = '{}'::jsonb`;
}

const leaseMinutes = 10;
const mostTries = 8;

/** Takes filed reports that wait to be sent; for the lease's time nobody else takes them. */
export async function claimUnsent(tx: Tx, now: number): Promise<StoredReport[]> {
  const at = new Date(now);
  const rows = await tx.sql<{ id: string }[]>`
    update self_report set send_lease = ${new Date(now + leaseMinutes * 60_000)}, send_tries = send_tries + 1
    where county = ${tx.scope.county} and filed_at is not null and sent_at is null and send_tries < ${mostTries}
      and (send_lease is null or send_lease <= ${at})
    returning id`;
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
