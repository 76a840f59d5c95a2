import type { Needs, StaffBrief } from '../../conversations/dialogues/needs.ts';
import type { UnitCode } from '../../conversations/engine/ids.ts';
import type { Speaker } from '../../conversations/engine/session.ts';
import { pinyinOf } from '../../conversations/household/pinyin.ts';
import type { Asker } from '../asker.ts';
import type { Db } from '../transaction.ts';

const most = 20;

/** Colleagues of the same village, or of the township and its villages, by name, sound or initials; best first. */
export async function findStaff(
  db: Db,
  { speaker }: Asker,
  { words }: Needs['findStaff']['in'],
): Promise<StaffBrief[]> {
  if (speaker === null) return [];
  const { county } = db.scope;
  const around =
    speaker.unitKind === 'village'
      ? db.sql`u.code = ${speaker.unit}`
      : db.sql`(u.code = ${speaker.unit} or u.parent = ${speaker.unit})`;
  const rows = await db.sql<StaffBrief[]>`
    select s.id, s.name, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${county} and s.active and s.id <> ${speaker.id} and ${around} order by u.sort, s.name, s.id`;
  return fitting(rows, words).slice(0, most);
}

/** Staff below the speaker's unit, by name or unit; without words those not bound yet come first. */
export async function staffToBind(
  db: Db,
  { speaker }: Asker,
  { words, limit }: Needs['staffToBind']['in'],
): Promise<Needs['staffToBind']['out']> {
  if (speaker === null) return [];
  const said = words.trim();
  const rows = await db.sql<Needs['staffToBind']['out']>`
    select s.id, s.name, u.short as "unitName",
      exists (select 1 from account a where a.county = s.county and a.staff_id = s.id) as bound
    from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and ${below(db, speaker)}
    order by bound, u.sort, u.code, s.name, s.id`;
  const ofUnit = said === '' ? rows : rows.filter((row) => row.unitName.includes(said));
  return [...(ofUnit.length > 0 ? ofUnit : fitting(rows, said))].slice(0, limit);
}

function below(db: Db, speaker: Pick<Speaker, 'unit' | 'unitKind'> & { unit: UnitCode }) {
  return speaker.unitKind === 'county'
    ? db.sql`true`
    : db.sql`(u.code = ${speaker.unit} or u.parent = ${speaker.unit})`;
}

/** Rows whose name fits, best first; a few hundred at most, so the sound is compared here. */
function fitting<Row extends { name: string }>(rows: readonly Row[], words: string): Row[] {
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
