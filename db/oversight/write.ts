import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Tx } from '../base/transaction.ts';

/** A task of the unit's year under the unit's next number. */
export async function addYearTask(tx: Tx, by: Actor, { task }: ChangeOf<'addYearTask'>): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    insert into year_task (county, id, unit, no, title, due, staff_id, at)
    select ${county}, ${task.id}::uuid, ${task.unit}, coalesce(max(t.no), 0) + 1, ${task.title}, ${task.due}::date, ${by.staff}::uuid,
      ${new Date(by.at)}::timestamptz from year_task t where t.county = ${county} and t.unit = ${task.unit}`;
}

/** A task is done; one that is done already is left. */
export async function closeYearTask(
  tx: Tx,
  by: Actor,
  { unit, no, how }: ChangeOf<'closeYearTask'>,
): Promise<void> {
  await tx.sql`
    update year_task set how = ${how}, done_at = ${new Date(by.at)}, staff_id = ${by.staff}
    where county = ${tx.scope.county} and unit = ${unit} and no = ${no} and how is null`;
}

/** A written order to hurry under the county's next number. */
export async function urge(tx: Tx, by: Actor, { order }: ChangeOf<'urge'>): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    insert into urging_order (county, id, no, unit, words, reply_by, staff_id, at)
    select ${county}, ${order.id}::uuid, coalesce(max(o.no), 0) + 1, ${order.unit}, ${order.words}, ${order.replyBy}::date,
      ${by.staff}::uuid, ${new Date(by.at)}::timestamptz from urging_order o where o.county = ${county}`;
}

/** The unit's answer to an order: the first one stands. */
export async function answerUrging(
  tx: Tx,
  by: Actor,
  { unit, no, words }: ChangeOf<'answerUrging'>,
): Promise<void> {
  const written = await tx.sql`
    update urging_order set answer = ${words}, answered_by = ${by.staff}, answered_at = ${new Date(by.at)}
    where county = ${tx.scope.county} and unit = ${unit} and no = ${no} and answer is null`;
  if (written.count === 0) throw new DatabaseFault('conflict', 'The order was answered in between.');
}

/** Somebody's result of the training test: the best one stands. */
export async function noteTraining(
  tx: Tx,
  by: Actor,
  { correct, questions }: ChangeOf<'noteTraining'>,
): Promise<void> {
  if (by.staff === null) return;
  await tx.sql`
    insert into training_result (county, staff_id, correct, questions, at)
    values (${tx.scope.county}, ${by.staff}, ${correct}, ${questions}, ${new Date(by.at)})
    on conflict (county, campaign, staff_id) do update set correct = excluded.correct, questions = excluded.questions, at = excluded.at
    where training_result.correct < excluded.correct`;
}
