import { rolesFor } from '../../conversations/access/policy.ts';
import type { Needs, StaffBrief } from '../../conversations/contract/needs.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { coversPlace } from '../places/reach.ts';

const most = 20;

/** Who could go on with a visit there, by name, sound or initials; best first. */
export async function findStaff(
  db: Db,
  { speaker }: Asker,
  { words, place }: Needs['findStaff']['in'],
): Promise<StaffBrief[]> {
  if (speaker === null) return [];
  const rows = await db.sql<StaffBrief[]>`
    select s.id, s.name, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and s.id <> ${speaker.id} and s.roles && ${rolesFor('visit')}::text[]
      and ${coversPlace(db, place)} order by u.kind = 'village' desc, u.sort, s.name, s.id`;
  return nameFitting(rows, words).slice(0, most);
}

/** Rows whose name fits, best first; a few hundred at most, so the sound is compared here. */
export function nameFitting<Row extends { name: string }>(rows: readonly Row[], words: string): Row[] {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (said === '') return [];
  const sound = pinyinOf(said).full;
  return rows
    .map((row) => ({ row, rank: rankOf(row.name, said, sound) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

function rankOf(name: string, said: string, sound: string): number {
  if (name === said) return 0;
  if (name.includes(said)) return 1;
  const { full, initials } = pinyinOf(name);
  if (sound !== '' && full === sound) return 2;
  return initials === said ? 3 : Number.POSITIVE_INFINITY;
}
