import { and, eq, inArray, isNull } from 'drizzle-orm';
import { rolesFor } from '../../conversations/access/policy.ts';
import {
  alarmAt,
  lockedForMs,
  triesAllowed,
  triesWindowMs,
} from '../../conversations/dialogues/binding/code.ts';
import { toldCodesFail } from '../../conversations/dialogues/binding/told.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Tx } from '../base/transaction.ts';
import { queuePushes } from '../outbox/outbox-intake.ts';
import { mayGiveCodeTo, withinReach } from '../places/reach.ts';
import { account as accounts } from './account-table.ts';
import { bindCode } from './bind-code-table.ts';
import { caretakers } from './caretakers.ts';
import { issueCodes, voidCodes } from './codes.ts';
import { codesFailedSince, noteSecurity } from './security-log.ts';
import { otherAccountsOf, tellOfRebinding } from './tell-rebinding.ts';
import { endSessions, isInOnPages } from './web-sessions.ts';

// Every function here is the program's (base/scope.ts): who may what is in its own conditions.

/**
 * Uses up a code and binds the account to its person; a code used, revoked, expired or still waiting for a second
 * person is a conflict. Whoever binds anew on a channel leaves the account he had there (a platform may change ids at
 * a login), and what waits to be sent to that one goes to the new one. Nobody is bound anew in silence: the accounts
 * he had and his unit's cadres are told, and he is out on the pages.
 */
export async function bindAccount(
  tx: Tx,
  by: Actor,
  { codeHash, staffId }: ChangeOf<'bindAccount'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  await refuseLocked(tx, by);
  const used = await tx.sql`
    update bind_code set used_at = ${at}, used_account = ${by.account}, used_channel = ${by.channel}
    where county = ${county} and code_hash = ${codeHash} and staff_id = ${staffId} and used_at is null and revoked_at is null
      and (not second_needed or second_by is not null)
      and expires_at > ${at} and exists (select 1 from staff s where s.county = bind_code.county and s.id = bind_code.staff_id and s.active)`;
  if (used.count === 0) throw new DatabaseFault('conflict', 'The code was used in between.');
  const before = await otherAccountsOf(tx, staffId, by.account);
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
  const { account, channel } = by;
  if (account !== null)
    await ownAccount(tx, account, { staffId, boundAt: at, lastSeenAt: at, tries: 0, lockedUntil: null });
  await noteSecurity(tx, [{ kind: 'codeUsed', staff: staffId, account, channel, at: by.at }]);
  if (by.staff !== null && by.staff !== staffId) {
    await noteSecurity(tx, [{ kind: 'unbound', staff: by.staff, account, channel, at: by.at }]);
    await endSessions(tx, by.staff, at);
  }
  // Who has the page alone is somebody too: a code that opens it while he is in on it makes another one of him.
  const isIn = channel === 'web' && (await isInOnPages(tx, staffId, at));
  if (before.length === 0 && !isIn) return;
  await noteSecurity(tx, [{ kind: 'rebound', staff: staffId, account, channel, at: by.at }]);
  await endSessions(tx, staffId, at);
  await tellOfRebinding(tx, by, staffId, before);
}

function ownAccount(tx: Tx, id: string, now: Partial<typeof accounts.$inferInsert>) {
  return tx.orm
    .update(accounts)
    .set(now)
    .where(and(eq(accounts.county, tx.scope.county), eq(accounts.id, id)));
}

/**
 * Counts a wrong code; the fifth in a row locks the account for an hour. Where many are wrong, whoever tries them,
 * the administrators are told, once an hour.
 */
export async function wrongCode(tx: Tx, by: Actor): Promise<void> {
  const at = new Date(by.at);
  await refuseLocked(tx, by);
  await tx.sql`
    update account set
      tries = case when tries + 1 >= ${triesAllowed} then 0 else tries + 1 end,
      locked_until = case when tries + 1 >= ${triesAllowed} then ${new Date(by.at + lockedForMs)} else locked_until end,
      last_seen_at = ${at}
    where county = ${tx.scope.county} and id = ${by.account}`;
  const { account, channel } = by;
  await noteSecurity(tx, [{ kind: 'codeFailed', account, channel, at: by.at }]);
  const failed = await codesFailedSince(tx, new Date(by.at - triesWindowMs));
  if (failed < alarmAt) return;
  const hour = at.toISOString().slice(0, 13);
  const pushes = (await caretakers(tx)).map((staff) => ({
    key: `alarm:codes:${hour}:${staff}`,
    receiver: `staff:${staff}`,
    kind: 'reply' as const,
    body: { type: 'text' as const, text: toldCodesFail(failed) },
    dueAt: by.at,
    usefulUntil: null,
  }));
  await queuePushes(tx, pushes, by.at);
}

/**
 * Tries of one account are taken one after the other, wherever they are answered: whoever sends many at the same moment
 * finds himself locked after the fifth, though all of them began before it. A conflict, so that the turn is taken again.
 */
async function refuseLocked(tx: Tx, by: Actor): Promise<void> {
  const [row] = await tx.sql<{ locked: boolean }[]>`
    select coalesce(locked_until > ${new Date(by.at)}, false) as locked from account
    where county = ${tx.scope.county} and id = ${by.account} for update`;
  if (row?.locked === true) throw new DatabaseFault('conflict', 'The account was locked in between.');
}

/** The account the message came from belongs to nobody any more; on the pages its person is out. */
export async function unbindAccount(tx: Tx, by: Actor): Promise<void> {
  const { staff, account, channel, at } = by;
  if (account !== null) await ownAccount(tx, account, { staffId: null, boundAt: null });
  await noteSecurity(tx, [{ kind: 'unbound', staff, by: staff, account, channel, at }]);
  if (staff !== null) await endSessions(tx, staff, new Date(at));
}

/** A new code for a person within the speaker's reach; older unused ones are void. */
export async function issueCode(tx: Tx, by: Actor, change: ChangeOf<'issueCode'>): Promise<void> {
  const code = { staffId: change.staffId, hash: change.codeHash };
  await issueCodes(tx, by.staff, [code], { at: new Date(by.at), expiresAt: new Date(change.expiresAt) });
}

/** The holder's or a second person's word on a code: it works from now on, or never. Its giver's doesn't count. */
export async function agreeToCode(
  tx: Tx,
  by: Actor,
  { codeHash, agreed }: ChangeOf<'agreeToCode'>,
): Promise<void> {
  const at = new Date(by.at);
  const done = agreed ? tx.sql`second_by = ${by.staff}, second_at = ${at}` : tx.sql`revoked_at = ${at}`;
  const gives = tx.sql`${mayGiveCodeTo(tx, by.staff)} and exists (select 1 from staff i where i.county = b.county
    and i.id = ${by.staff} and i.active and i.roles && ${rolesFor('codes')}::text[])`;
  const may = agreed
    ? tx.sql`(b.staff_id = ${by.staff} or (b.issued_by is distinct from ${by.staff} and ${gives}))`
    : tx.sql`(b.staff_id = ${by.staff} or ${gives})`;
  const changed = await tx.sql<{ staffId: string }[]>`
    update bind_code b set ${done} from staff s join unit u on u.county = s.county and u.code = s.unit
    where b.county = ${tx.scope.county} and b.code_hash = ${codeHash} and b.second_needed and b.second_by is null
      and b.used_at is null and b.revoked_at is null and s.county = b.county and s.id = b.staff_id and ${may}
    returning b.staff_id as "staffId"`;
  const [row] = changed;
  if (row === undefined) throw new DatabaseFault('conflict', 'The code is not waiting for this person.');
  const kind = agreed ? 'codeAgreed' : 'codeRefused';
  await noteSecurity(tx, [{ kind, staff: row.staffId, by: by.staff, channel: by.channel, at: by.at }]);
}

/** Voids the unused codes of these people. */
export async function revokeCodes(tx: Tx, by: Actor, change: ChangeOf<'revokeCodes'>): Promise<void> {
  await voidCodes(tx, by.staff, change.staffIds, new Date(by.at));
}

/** Codes that were written in a group, by whomever. */
export async function voidShownCodes(tx: Tx, by: Actor, { hashes }: ChangeOf<'voidCodes'>): Promise<void> {
  const { county, codeHash, usedAt, revokedAt } = bindCode;
  const voided = await tx.orm
    .update(bindCode)
    .set({ revokedAt: new Date(by.at) })
    .where(
      and(eq(county, tx.scope.county), inArray(codeHash, [...hashes]), isNull(usedAt), isNull(revokedAt)),
    );
  const { staff, account, channel, at } = by;
  const detail = `shown in a group: ${voided.count}`;
  await noteSecurity(tx, [{ kind: 'codesVoided', by: staff, account, channel, detail, at }]);
}

/** Binds the room to a unit within the speaker's reach; one that belongs to a unit outside it stays where it is. */
export async function bindRoomToUnit(tx: Tx, by: Actor, { unit }: ChangeOf<'bindRoom'>): Promise<void> {
  const { county } = tx.scope;
  const mine = (code: ReturnType<Tx['sql']>) =>
    tx.sql`exists (select 1 from unit u where u.county = ${county} and u.code = ${code} and ${withinReach(tx, by.staff)})`;
  const bound = await tx.sql`
    update room r set unit = ${unit}, bound_by = ${by.staff}, bound_at = ${new Date(by.at)}
    where r.county = ${county} and r.id = ${by.room} and ${mine(tx.sql`${unit}`)}
      and (r.unit is null or ${mine(tx.sql`r.unit`)})`;
  if (bound.count === 0) throw new DatabaseFault('forbidden', 'The room or the unit is not the speaker’s.');
  await noteSecurity(tx, [{ kind: 'roomBound', by: by.staff, channel: by.channel, detail: unit, at: by.at }]);
}
