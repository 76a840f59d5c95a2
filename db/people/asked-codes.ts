import type { Needs } from '../../conversations/contract/needs.ts';
import type { FoundCode } from '../../conversations/dialogues/binding/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { mayGiveCodeTo } from '../places/reach.ts';
import { fitting } from './asked.ts';
import { isBound } from './codes.ts';

/** Codes that were handed out, with what became of them. */
export async function bindCodes(
  db: Db,
  { at }: Asker,
  { hashes }: Needs['bindCodes']['in'],
): Promise<Needs['bindCodes']['out']> {
  return [
    ...(await db.sql<FoundCode[]>`
    select b.code_hash as hash, s.id as "staffId", s.name, u.short as "unitName",
      case when b.used_at is not null then 'used' when b.revoked_at is not null then 'revoked'
        when b.expires_at <= ${new Date(at)} then 'expired' else 'open' end as is
    from bind_code b
    join staff s on s.county = b.county and s.id = b.staff_id and s.active
    join unit u on u.county = s.county and u.code = s.unit
    where b.county = ${db.scope.county} and b.code_hash = any (${[...hashes]}::text[])`),
  ];
}

/** Wrong codes in a row from this account. */
export async function bindTries(
  db: Db,
  _: Asker,
  { account }: Needs['bindTries']['in'],
): Promise<Needs['bindTries']['out']> {
  const [row] = await db.sql<{ tries: number }[]>`
    select tries from account where county = ${db.scope.county} and id = ${account}`;
  return row?.tries ?? 0;
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
  const rows = await db.sql<Row[]>`
    select s.id, s.name, u.short as "unitName", ${isBound(db)} as bound
    from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and ${mayGiveCodeTo(db, speaker.id)}
    order by bound, u.sort, u.code, s.name, s.id`;
  const [first = '', ...rest] = words.trim().split(/\s+/u);
  const ofUnit = first.length < shortestUnit ? [] : rows.filter((row) => row.unitName.includes(first));
  if (rest.length > 0 && ofUnit.length > 0)
    return { by: 'name', staff: fitting(ofUnit, rest.join('')).slice(0, limit) };
  if (ofUnit.length > 0) return { by: 'unit', staff: ofUnit.slice(0, limit) };
  const named = fitting(rows, words);
  const exact = named.filter((row) => row.name === words.trim());
  return { by: 'name', staff: (exact.length > 0 ? exact : named).slice(0, limit) };
}
