import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import { DatabaseFault } from '../base/faults.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { mayGiveCodeTo } from '../places/reach.ts';
import { noteSecurity } from './security-log.ts';
import { askForSecond } from './tell-rebinding.ts';

export interface Unbound {
  id: StaffId;
  name: string;
  unitName: string;
}

/** Who hands out or takes back codes; null = the operator at the machine, who may everywhere. */
export type Giver = string | null;

interface NewCode {
  staffId: StaffId;
  /** Only the keyed hash is stored. */
  hash: string;
}

/**
 * A condition: an account of staff `s` in a chat program. The terminal trusts its operator and the page hands
 * out its own links: neither says that the person can be reached.
 */
export function isBound(db: Db) {
  return db.sql`exists (select 1 from account a where a.county = s.county and a.staff_id = s.id
    and a.channel not in ('terminal', 'web'))`;
}

/** One person, as far as `giver` may give him a code. */
export async function personToBind(db: Db, giver: Giver, id: StaffId): Promise<Unbound | null> {
  const [row] = await db.sql<Unbound[]>`
    select s.id, s.name, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and s.id = ${id} and ${mayGiveCodeTo(db, giver)}`;
  return row ?? null;
}

/** People of a unit and those below it who have no bound account yet, as far as `giver` may give them codes. */
export async function unboundStaff(db: Db, giver: Giver, unit: UnitCode, limit = 5000): Promise<Unbound[]> {
  return [
    ...(await db.sql<Unbound[]>`
      select s.id, s.name, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
      left join unit up on up.county = u.county and up.code = u.parent
      where s.county = ${db.scope.county} and s.active and ${unit} in (u.code, u.parent, up.parent)
        and ${mayGiveCodeTo(db, giver)} and not ${isBound(db)}
      order by u.kind = 'village', up.sort, u.sort, u.code, s.name, s.id limit ${limit}`),
  ];
}

/**
 * Gives each person a new code; older unused ones are void. One for somebody who is bound works only after he himself
 * or a second person agreed: they are asked. All or nothing: a person outside the giver's reach,
 * or no longer on the roster, makes it `forbidden`.
 */
export async function issueCodes(
  tx: Tx,
  giver: Giver,
  codes: readonly NewCode[],
  { at, expiresAt }: { at: Date; expiresAt: Date },
): Promise<void> {
  const { county } = tx.scope;
  await voidCodes(
    tx,
    giver,
    codes.map((c) => c.staffId),
    at,
  );
  const list = codes.map(({ staffId, hash }) => ({ staff_id: staffId, hash }));
  const made = await tx.sql<{ hash: string; staff: string; waits: boolean }[]>`
    insert into bind_code (county, code_hash, staff_id, issued_by, issued_at, expires_at, second_needed)
    select ${county}, c.hash, s.id, ${giver}::uuid, ${at}, ${expiresAt}, ${isBound(tx)}
    from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as c(staff_id uuid, hash text)
    join staff s on s.county = ${county} and s.id = c.staff_id and s.active
    join unit u on u.county = s.county and u.code = s.unit
    where ${mayGiveCodeTo(tx, giver)}
    returning code_hash as hash, staff_id as staff, second_needed as waits`;
  if (made.count !== codes.length)
    throw new DatabaseFault('forbidden', 'A code was asked for somebody outside the reach.');
  const moment = at.getTime();
  await noteSecurity(
    tx,
    made.map(({ staff }) => ({ kind: 'codeIssued', staff, by: giver, at: moment })),
  );
  await askForSecond(
    tx,
    giver,
    made.filter(({ waits }) => waits),
    moment,
  );
}

/** Voids unused codes of these people, as far as the giver reaches; how many there were. */
export async function voidCodes(
  tx: Tx,
  giver: Giver,
  staffIds: readonly StaffId[],
  at: Date,
): Promise<number> {
  const voided = await tx.sql`
    update bind_code b set revoked_at = ${at} from staff s join unit u on u.county = s.county and u.code = s.unit
    where b.county = ${tx.scope.county} and b.staff_id = any (${[...staffIds]}::uuid[]) and b.used_at is null
      and b.revoked_at is null and s.county = b.county and s.id = b.staff_id and ${mayGiveCodeTo(tx, giver)}`;
  if (voided.count > 0)
    await noteSecurity(tx, [{ kind: 'codesVoided', by: giver, detail: `${voided.count}`, at: at.getTime() }]);
  return voided.count;
}
