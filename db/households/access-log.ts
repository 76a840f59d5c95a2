import type { HouseholdId, StaffId } from '../../conversations/contract/ids.ts';
import type { ProgressNeeds } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** Who looked at a household's data, latest first; only who may see its village sees it. */
export async function looksAt(
  db: Db,
  _asker: Asker,
  { id, offset, limit }: ProgressNeeds['looksAt']['in'],
): Promise<ProgressNeeds['looksAt']['out']> {
  const rows = await db.sql<
    { name: string | null; unitName: string | null; what: string; at: Date; total: number }[]
  >`
    select s.name, u.short as "unitName", l.what, l.at, (count(*) over ())::int as total
    from access_log l left join staff s on s.county = l.county and s.id = l.staff_id
    left join unit u on u.county = s.county and u.code = s.unit
    where l.county = ${db.scope.county} and l.household_id = ${id} order by l.at desc, l.id desc limit ${limit} offset ${offset}`;
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, at, name, unitName, what }) => ({
      name: name ?? '系统',
      unitName: unitName ?? '',
      what,
      at: at.getTime(),
    })),
  };
}

/** Writes down that many households were handed out at once: a spreadsheet, a page. */
export async function logLooks(
  tx: Tx,
  look: { staff: StaffId; households: readonly HouseholdId[]; what: string; chat: string; at: number },
): Promise<void> {
  await tx.sql`
    insert into access_log (county, staff_id, household_id, village, what, chat, at)
    select ${tx.scope.county}, ${look.staff}::uuid, h.id, h.village, ${look.what}, ${look.chat}, ${new Date(look.at)}
    from household h where h.county = ${tx.scope.county} and h.id = any (${[...look.households]}::uuid[])`;
}
