import type { Actor, ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';

/** Writes down whose data somebody looked at. */
export async function logAccess(
  tx: Tx,
  by: Actor,
  { households, what }: ChangeOf<'logAccess'>,
): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    insert into access_log (county, staff_id, household_id, village, what, chat, at)
    select ${county}, ${by.staff}::uuid, h.id, h.village, ${what}, ${by.chat}, ${new Date(by.at)}
    from household h where h.county = ${county} and h.id = any (${[...households]}::uuid[])`;
}

/** Ties photos that the speaker sent to a question of a visit. */
export async function attach(tx: Tx, by: Actor, { attachments, to }: ChangeOf<'attach'>): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    update attachment a set visit_id = ${to.visitId}, household_id = h.id, village = h.village, question = ${to.key}
    from household h
    where a.county = ${county} and a.id = any (${[...attachments]}::uuid[]) and a.staff_id = ${by.staff}
      and h.county = ${county} and h.id = ${to.householdId}`;
}
