import type { Actor, ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';

/** A paragraph of somebody's own under a part of his unit's report: the latest stands. */
export async function noteReport(
  tx: Tx,
  by: Actor,
  { unit, part, words }: ChangeOf<'noteReport'>,
): Promise<void> {
  const { county } = tx.scope;
  if (words === null) {
    await tx.sql`delete from report_note where county = ${county} and unit = ${unit} and part = ${String(part)}`;
    return;
  }
  await tx.sql`
    insert into report_note (county, unit, part, words, staff_id, at)
    values (${county}, ${unit}, ${String(part)}, ${words}, ${by.staff}, ${new Date(by.at)})
    on conflict (county, campaign, unit, part) do update set words = excluded.words, staff_id = excluded.staff_id, at = excluded.at`;
}

/** A meeting or training that was held. */
export async function holdActivity(tx: Tx, by: Actor, { activity }: ChangeOf<'holdActivity'>): Promise<void> {
  await tx.sql`
    insert into activity (county, id, unit, kind, held_on, times, people, words, staff_id, at)
    values (${tx.scope.county}, ${activity.id}, ${activity.unit}, ${activity.kind}, ${activity.on}, ${activity.times}, ${activity.people},
      ${activity.words}, ${by.staff}, ${new Date(by.at)})`;
}

/** A report is filed; its figures are filled in by whoever makes its document next. */
export async function fileReport(tx: Tx, by: Actor, { report }: ChangeOf<'fileReport'>): Promise<void> {
  const at = new Date(by.at);
  await tx.sql`
    insert into self_report (county, id, unit, as_of, made_at, made_by, filed_at, filed_by, figures)
    values (${tx.scope.county}, ${report.id}, ${report.unit}, ${report.asOf}, ${at}, ${by.staff}, ${at}, ${by.staff}, '{}'::jsonb)`;
}
