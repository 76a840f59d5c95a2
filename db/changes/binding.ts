import { DatabaseProblem } from '../problems.ts';
import type { Tx } from '../transaction.ts';
import type { Actor, ChangeOf } from './actor.ts';

const triesAllowed = 5;
const lockedFor = 3_600_000;

/** Uses up a code and binds the account to its person; a code used, revoked or expired meanwhile is a conflict. */
export async function bindAccount(
  tx: Tx,
  by: Actor,
  { codeHash, staffId }: ChangeOf<'bindAccount'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const used = await tx.sql`
    update bind_code set used_at = ${at}
    where county = ${county} and code_hash = ${codeHash} and staff_id = ${staffId} and used_at is null and revoked_at is null and expires_at > ${at}`;
  if (used.count === 0) throw new DatabaseProblem('conflict', 'The code was used in between.');
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
      locked_until = case when tries + 1 >= ${triesAllowed} then ${new Date(by.at + lockedFor)} else locked_until end,
      last_seen_at = ${at}
    where county = ${tx.scope.county} and id = ${by.account}`;
}

export async function unbindAccount(tx: Tx, by: Actor): Promise<void> {
  await tx.sql`update account set staff_id = null, bound_at = null where county = ${tx.scope.county} and id = ${by.account}`;
}

/** A new code for a person; older unused ones are void. */
export async function issueCode(tx: Tx, by: Actor, change: ChangeOf<'issueCode'>): Promise<void> {
  const { county } = tx.scope;
  await voidCodes(tx, by, [change.staffId]);
  await tx.sql`
    insert into bind_code (county, code_hash, staff_id, issued_by, issued_at, expires_at)
    values (${county}, ${change.codeHash}, ${change.staffId}, ${by.staff}, ${new Date(by.at)}, ${new Date(change.expiresAt)})`;
}

export async function revokeCodes(tx: Tx, by: Actor, change: ChangeOf<'revokeCodes'>): Promise<void> {
  await voidCodes(tx, by, change.staffIds);
}

async function voidCodes(tx: Tx, by: Actor, staffIds: readonly string[]): Promise<void> {
  await tx.sql`
    update bind_code set revoked_at = ${new Date(by.at)}
    where county = ${tx.scope.county} and staff_id = any (${[...staffIds]}::uuid[]) and used_at is null and revoked_at is null`;
}

export async function bindRoom(tx: Tx, by: Actor, { unit }: ChangeOf<'bindRoom'>): Promise<void> {
  await tx.sql`
    update room set unit = ${unit}, bound_by = ${by.staff}, bound_at = ${new Date(by.at)}
    where county = ${tx.scope.county} and id = ${by.room}`;
}
