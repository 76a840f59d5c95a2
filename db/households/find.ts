import type { Needs } from '../../conversations/contract/needs.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { sameGroup } from '../base/group-no.ts';
import { type BriefRow, briefColumns, briefVisit } from '../base/household-brief.ts';
import type { Db } from '../base/transaction.ts';
import { householdUnits } from './row.ts';

/**
 * Households by what a person types: a name or part of one, a name that sounds alike, pinyin, initials, the
 * household's code or its last digits. Best first; among equals the speaker's own, then in the register's order.
 */
export async function findHouseholds(
  db: Db,
  asker: Asker,
  { words, village, group, limit }: Needs['findHouseholds']['in'],
): Promise<Needs['findHouseholds']['out']> {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '').slice(0, 40);
  if (said === '') return [];
  const rank = rankOf(db, said);
  const { sql } = db;
  const { county, staff } = db.scope;
  const rows = await sql<(BriefRow & { rank: number })[]>`
    select ${briefColumns({ sql })}, ${rank} as rank
    from household h ${stated({ sql }, householdUnits)} ${briefVisit({ sql })}
    where h.county = ${county} and h.active and ${rank} is not null
      ${village === undefined ? sql`` : sql`and h.village = ${village}`}
      ${group === undefined ? sql`` : sql`and ${sameGroup(db, group)}`}
    order by rank,
      (select count(*) from assignment a where a.county = ${county} and a.household_id = h.id and a.staff_id = ${staff}) desc,
      h.village <> ${asker.speaker?.unit ?? ''}, h.village, h.grp_no, h.grp, h.sort, h.id
    limit ${limit}`;
  return rows.map(({ rank: _, ...brief }) => brief);
}

/** How well household `h` fits, 0 best; null = not at all. */
function rankOf({ sql }: Db, said: string) {
  if (/^[a-z]+$/i.test(said)) {
    const letters = said.toLowerCase().replaceAll('ü', 'v');
    return sql`case when h.head_pinyin = ${letters} then 0 when h.head_initials = ${letters} then 1
      when starts_with(h.head_pinyin, ${letters}) then 2 when starts_with(h.head_initials, ${letters}) then 3
      when h.code = ${said} then 4 end`;
  }
  if (/^[\w-]*\d[\w-]*$/.test(said)) {
    // Two last digits fit every hundredth household: too many to be meant.
    return sql`case when h.code = ${said} then 0 when length(${said}) >= 3 and right(h.code, length(${said})) = ${said} then 1 end`;
  }
  const { full } = pinyinOf(said);
  return sql`case when h.head_name = ${said} then 0 when starts_with(h.head_name, ${said}) then 1 when strpos(h.head_name, ${said}) > 0 then 2
    when h.head_pinyin = ${full} and ${full} <> '' then 3 end`;
}
