import { lockedForMs, triesAllowed } from '../../conversations/dialogues/binding/code.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseProblem } from '../base/faults.ts';
import type { Tx } from '../base/transaction.ts';
import { withinReach } from '../places/reach.ts';
import { issueCodes, voidCodes } from './codes.ts';

/**
 * Uses up a code and binds the account to its person; a code used, revoked or expired meanwhile is a conflict.
 * Whoever binds anew on a channel leaves the account he had there (a platform may change ids at a login), and
 * what waits to be sent to that one goes to the new one.
 */
export async function bindAccount(
  tx: Tx,
  by: Actor,
  { codeHash, staffId }: ChangeOf<'bindAccount'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const used = await tx.sql`
    update bind_code set used_at = ${at}
    where county = ${county} and code_hash = ${codeHash} and staff_id = ${staffId} and used_at is null and revoked_at is null
      and expires_at > ${at} and exists (select 1 from staff s where s.county = bind_code.county and s.id = bind_code.staff_id and s.active)`;
  if (used.count === 0) throw new DatabaseProblem('conflict', 'The code was used in between.');
  await tx.sql`
    with left_behind as (
      update account set staff_id = null, bound_at = null
      where county = ${county} and channel = ${by.channel} and staff_id = ${staffId} and id <> ${by.account}
      returning external_id
    )
    update outbox o set address = jsonb_set(o.address, '{externalId}', to_jsonb(n.external_id))
    from left_behind l, account n
    where n.county = ${county} and n.id = ${by.account} and o.county = ${county} and o.channel = ${by.channel}
      and o.status = 'queued' and o.address->>'kind' = 'private' and o.address->>'externalId' = l.external_id`;
  await tx.sql`
    update account set staff_id = ${staffId}, bound_at = ${at}, last_seen_at = ${at}, tries = 0, locked_until = null
    where county = ${county} and id = ${by.account}`;
}

/** Counts a wrong code; the fifth in a row locks the account for an hour. */
export async function wrongCode(tx: Tx, by: Actor): Promise<void> {
  const at = new Date(by.at);
  await tx.sql`
    update account set
      tries = case when tries + 1 >= ${triesAllowed} then 0 else tries + 1 end,
      locked_until = case when tries + 1 >= ${triesAllowed} then ${new Date(by.at + lockedForMs)} else locked_until end,
      last_seen_at = ${at}
    where county = ${tx.scope.county} and id = ${by.account}`;
}

/** The account the message came from belongs to nobody any more. */
export async function unbindAccount(tx: Tx, by: Actor): Promise<void> {
  await tx.sql`update account set staff_id = null, bound_at = null where county = ${tx.scope.county} and id = ${by.account}`;
}

/** A new code for a person within the speaker's reach; older unused ones are void. */
export async function issueCode(tx: Tx, by: Actor, change: ChangeOf<'issueCode'>): Promise<void> {
  const code = { staffId: change.staffId, hash: change.codeHash };
  await issueCodes(tx, by.staff, [code], { at: new Date(by.at), expiresAt: new Date(change.expiresAt) });
}

/** Voids the unused codes of these people. */
export async function revokeCodes(tx: Tx, by: Actor, change: ChangeOf<'revokeCodes'>): Promise<void> {
  await voidCodes(tx, by.staff, change.staffIds, new Date(by.at));
}

/** Codes that were written in a group, by whomever. */
export async function voidShownCodes(tx: Tx, by: Actor, { hashes }: ChangeOf<'voidCodes'>): Promise<void> {
  await tx.sql`
    update bind_code set revoked_at = ${new Date(by.at)}
    where county = ${tx.scope.county} and code_hash = any (${[...hashes]}::text[]) and used_at is null and revoked_at is null`;
}

/** Binds the room to a unit within the speaker's reach; one that belongs to a unit outside it stays where it is. */
export async function bindRoom(tx: Tx, by: Actor, { unit }: ChangeOf<'bindRoom'>): Promise<void> {
  const { county } = tx.scope;
  const mine = (code: ReturnType<Tx['sql']>) =>
    tx.sql`exists (select 1 from unit u where u.county = ${county} and u.code = ${code} and ${withinReach(tx, by.staff)})`;
  const bound = await tx.sql`
    update room r set unit = ${unit}, bound_by = ${by.staff}, bound_at = ${new Date(by.at)}
    where r.county = ${county} and r.id = ${by.room} and ${mine(tx.sql`${unit}`)}
      and (r.unit is null or ${mine(tx.sql`r.unit`)})`;
  if (bound.count === 0) throw new DatabaseProblem('forbidden', 'The room or the unit is not the speaker’s.');
}
