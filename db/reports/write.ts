import { and, eq } from 'drizzle-orm';
import type { Actor, ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';
import { activity as activities } from './activity-table.ts';
import { reportNote } from './report-note-table.ts';
import { selfReport } from './table.ts';

/** A paragraph of somebody's own under a part of his unit's report: the latest stands. */
export async function noteReport(
  tx: Tx,
  by: Actor,
  { unit, part, words }: ChangeOf<'noteReport'>,
): Promise<void> {
  const { county, campaign } = reportNote;
  const key = { county: tx.scope.county, unit, part: String(part) };
  if (words === null) {
    await tx.orm
      .delete(reportNote)
      .where(and(eq(county, key.county), eq(reportNote.unit, unit), eq(reportNote.part, key.part)));
    return;
  }
  const now = { words, staffId: by.staff, at: new Date(by.at) };
  await tx.orm
    .insert(reportNote)
    .values({ ...key, ...now })
    .onConflictDoUpdate({ target: [county, campaign, reportNote.unit, reportNote.part], set: now });
}

/** A meeting or training that was held. */
export async function holdActivity(tx: Tx, by: Actor, { activity }: ChangeOf<'holdActivity'>): Promise<void> {
  const { on, ...held } = activity;
  await tx.orm
    .insert(activities)
    .values({ ...held, heldOn: on, county: tx.scope.county, staffId: by.staff, at: new Date(by.at) });
}

/** A report is filed; its figures are filled in by whoever makes its document next. */
export async function fileReport(tx: Tx, by: Actor, { report }: ChangeOf<'fileReport'>): Promise<void> {
  const at = new Date(by.at);
  const { id, unit, asOf } = report;
  await tx.orm.insert(selfReport).values({
    ...{ county: tx.scope.county, id, unit, asOf, figures: {} },
    ...{ madeAt: at, madeBy: by.staff, filedAt: at, filedBy: by.staff },
  });
}
