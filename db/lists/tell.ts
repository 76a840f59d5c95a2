import type { StaffId } from '../../conversations/contract/ids.ts';
import { listCame } from '../../conversations/lists/list-came.ts';
import type { Actor } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { holdsToday } from '../base/holds.ts';
import type { Tx } from '../base/transaction.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { push } from '../pushes/write.ts';

/** Whose visits are done already is told of their rows once: no visit will ask them any more. */
export async function tellOfList(
  tx: Tx,
  by: Actor,
  { id, no, name }: { id: string; no: number; name: string },
): Promise<void> {
  const { county } = tx.scope;
  const helpers = await tx.sql<{ staff: StaffId; households: number }[]>`
    select a.staff_id as staff, count(distinct r.household_id)::int as households
    from outside_row r
    join visit v on v.county = r.county and v.household_id = r.household_id and v.questionnaire = 'household' and ${stated(tx, wasHandedIn())}
    join assignment a on a.county = r.county and a.household_id = r.household_id and ${stated(tx, holdsToday('a'))}
    where r.county = ${county} and r.list_id = ${id} and r.becomes = 'question' and r.result is null group by a.staff_id`;
  for (const { staff, households } of helpers)
    await push(tx, by, {
      do: 'push',
      key: `list:${no}:${staff}`,
      to: { staff },
      kind: 'reminder',
      text: listCame(name, households),
    });
}
