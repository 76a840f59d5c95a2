import type { Actor, ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';

/** A report is filed; its figures are filled in by whoever makes its document next. */
export async function fileReport(tx: Tx, by: Actor, { report }: ChangeOf<'fileReport'>): Promise<void> {
  const at = new Date(by.at);
  await tx.sql`
    insert into self_report (county, id, unit, as_of, made_at, made_by, filed_at, filed_by, figures)
    values (${tx.scope.county}, ${report.id}, ${report.unit}, ${report.asOf}, ${at}, ${by.staff}, ${at}, ${by.staff}, '{}'::jsonb)`;
}
