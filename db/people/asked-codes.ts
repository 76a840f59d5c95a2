import { and, eq } from 'drizzle-orm';
import type { Needs } from '../../conversations/contract/needs.ts';
import { triesWindowMs } from '../../conversations/dialogues/binding/code.ts';
import type { FoundCode, WaitingCode } from '../../conversations/dialogues/binding/needs.ts';
import type { Asker } from '../base/asker.ts';
import { asProgram } from '../base/scope.ts';
import type { Db } from '../base/transaction.ts';
import { mayGiveCodeTo } from '../places/reach.ts';
import { account as accounts } from './account-table.ts';
import { nameFitting } from './asked.ts';
import { isBound } from './codes.ts';
import { codesFailedSince } from './security-log.ts';

/** Codes that were handed out, with what became of them. */
export async function bindCodes(
  db: Db,
  { at }: Asker,
  { hashes }: Needs['bindCodes']['in'],
): Promise<Needs['bindCodes']['out']> {
  const found = await asProgram(
    db,
    () => db.sql<FoundCode[]>`
    select b.code_hash as hash, s.id as "staffId", s.name, u.short as "unitName",
      case when b.used_at is not null then 'used' when b.revoked_at is not null then 'revoked'
        when b.expires_at <= ${new Date(at)} then 'expired' else 'open' end as is,
      b.second_needed and b.second_by is null as waits
    from bind_code b
    join staff s on s.county = b.county and s.id = b.staff_id and s.active
    join unit u on u.county = s.county and u.code = s.unit
    where b.county = ${db.scope.county} and b.code_hash = any (${[...hashes]}::text[])`,
  );
  return [...found];
}

/** Codes that wait for a second person's word: the speaker's own, or (with a name) those of people in his reach. */
export async function codesWaiting(
  db: Db,
  { speaker, at }: Asker,
  { words }: Needs['codesWaiting']['in'],
): Promise<Needs['codesWaiting']['out']> {
  if (speaker === null) return [];
  const rows = await asProgram(
    db,
    () => db.sql<WaitingCode[]>`
    select b.code_hash as hash, s.id as "staffId", s.name, u.short as "unitName", g.name as "issuerName", b.issued_by as "issuedBy"
    from bind_code b
    join staff s on s.county = b.county and s.id = b.staff_id and s.active
    join unit u on u.county = s.county and u.code = s.unit
    left join staff g on g.county = b.county and g.id = b.issued_by
    where b.county = ${db.scope.county} and b.second_needed and b.second_by is null and b.used_at is null and b.revoked_at is null
      and b.expires_at > ${new Date(at)}
      and (${words} = '' and s.id = ${speaker.id} or ${words} <> '' and ${mayGiveCodeTo(db, speaker.id)})
    order by b.issued_at desc limit 200`,
  );
  return words === '' ? [...rows] : nameFitting(rows, words);
}

/** Wrong codes in a row from this account. */
export async function bindTries(
  db: Db,
  { at }: Asker,
  { account }: Needs['bindTries']['in'],
): Promise<Needs['bindTries']['out']> {
  const [row] =
    account === null
      ? []
      : await asProgram(db, () =>
          db.orm
            .select({ tries: accounts.tries })
            .from(accounts)
            .where(and(eq(accounts.county, db.scope.county), eq(accounts.id, account))),
        );
  const byAll = await codesFailedSince(db, new Date(at - triesWindowMs));
  return { own: row?.tries ?? 0, byAll };
}

type Row = Needs['staffToBind']['out']['staff'][number];

/** A unit's name is said with two characters or more: one alone is somebody's surname. */
const shortestUnit = 2;

/** Staff whom the speaker may give codes to, by unit (those not bound yet first), by name, or both. */
export async function staffToBind(
  db: Db,
  { speaker }: Asker,
  { words, limit }: Needs['staffToBind']['in'],
): Promise<Needs['staffToBind']['out']> {
  if (speaker === null) return { by: 'name', staff: [] };
  const rows = await asProgram(
    db,
    () => db.sql<Row[]>`
    select s.id, s.name, u.short as "unitName", ${isBound(db)} as bound
    from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and ${mayGiveCodeTo(db, speaker.id)}
    order by bound, u.sort, u.code, s.name, s.id`,
  );
  const [first = '', ...rest] = words.trim().split(/\s+/u);
  const ofUnit = first.length < shortestUnit ? [] : rows.filter((row) => row.unitName.includes(first));
  if (rest.length > 0 && ofUnit.length > 0)
    return { by: 'name', staff: nameFitting(ofUnit, rest.join('')).slice(0, limit) };
  if (ofUnit.length > 0) return { by: 'unit', staff: ofUnit.slice(0, limit) };
  const named = nameFitting(rows, words);
  const exact = named.filter((row) => row.name === words.trim());
  return { by: 'name', staff: (exact.length > 0 ? exact : named).slice(0, limit) };
}
