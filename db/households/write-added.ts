import type { Household } from '../../conversations/contract/household.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import type { Actor } from '../base/actor.ts';
import { groupNo } from '../base/group-no.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';

/** A household the register didn't have; who adds it looks after it. */
export async function insertHousehold(tx: Tx, by: Actor, household: Household): Promise<void> {
  const { county } = tx.scope;
  const { full, initials } = pinyinOf(household.headName);
  const at = new Date(by.at);
  await tx.sql`
    insert into household (county, id, code, head_name, head_pinyin, head_initials, type, monitored_kind, tags, population, members, village,
      township, grp, grp_no, sort, last_year_income_per_head, known, source, created_at, updated_at)
    select ${county}, ${household.id}::uuid, ${household.code}, ${household.headName}, ${full}, ${initials}, ${household.type},
      ${household.monitoredKind ?? null}, ${[...household.tags]}::text[], ${household.population ?? null}, ${jsonText(household.members)}::text::jsonb,
      u.code, u.parent, ${household.group}, ${groupNo(household.group)}, 2000000000, ${household.lastYearIncomePerHead ?? null},
      ${jsonText(household.known)}::text::jsonb, 'chat', ${at}, ${at}
    from unit u where u.county = ${county} and u.code = ${household.village} and u.kind = 'village'`;
  if (by.staff === null) return;
  await tx.sql`
    insert into assignment (county, household_id, staff_id, village, created_by, created_at)
    values (${county}, ${household.id}, ${by.staff}, ${household.village}, ${by.staff}, ${at})`;
}
