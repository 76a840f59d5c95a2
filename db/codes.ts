import type { StaffId, UnitCode } from '../conversations/engine/ids.ts';
import type { Db, Tx } from './transaction.ts';

export interface Unbound {
  id: StaffId;
  name: string;
  unitName: string;
}

/** People of a unit and those below it who have no bound account yet. */
export async function unboundStaff(db: Db, unit: UnitCode): Promise<Unbound[]> {
  return [
    ...(await db.sql<Unbound[]>`
      select s.id, s.name, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
      left join unit up on up.county = u.county and up.code = u.parent
      where s.county = ${db.scope.county} and s.active and ${unit} in (u.code, u.parent, up.parent)
        and not exists (select 1 from account a where a.county = s.county and a.staff_id = s.id and a.channel not in ('terminal', 'web'))
      order by u.sort, u.code, s.name, s.id`),
  ];
}

/** Gives each person a new code; older unused ones are void. Only hashes are stored. */
export async function issueCodes(
  tx: Tx,
  codes: readonly { staffId: StaffId; hash: string }[],
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await voidCodes(
    tx,
    codes.map((c) => c.staffId),
    at,
  );
  for (const { staffId, hash } of codes)
    await tx.sql`
      insert into bind_code (county, code_hash, staff_id, issued_at, expires_at)
      values (${tx.scope.county}, ${hash}, ${staffId}, ${at}, ${expiresAt})`;
}

/** Voids unused codes; how many there were. */
export async function voidCodes(tx: Tx, staffIds: readonly StaffId[], at: Date): Promise<number> {
  const voided = await tx.sql`
    update bind_code set revoked_at = ${at}
    where county = ${tx.scope.county} and staff_id = any (${[...staffIds]}::uuid[]) and used_at is null and revoked_at is null`;
  return voided.count;
}
