import type { ChangeOf } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Tx } from '../base/transaction.ts';

/**
 * A household that was added by chat and not answered for is taken out again: it stays in the table, inactive, for
 * the trace. Whatever has been said or found of it since keeps it.
 */
export async function withdrawHousehold(
  tx: Tx,
  { household, visit }: ChangeOf<'withdrawHousehold'>,
): Promise<void> {
  const { county } = tx.scope;
  const gone = await tx.sql`
    update household h set active = false, updated_at = now()
    where h.county = ${county} and h.id = ${household} and h.source = 'chat' and h.active
      and not exists (select 1 from answer a where a.county = ${county} and a.visit_id = ${visit})
      and not exists (select 1 from problem p where p.county = ${county} and p.household_id = h.id)
    returning 1`;
  if (gone.length === 0) throw new DatabaseFault('conflict', 'The household was worked on in between.');
  await tx.sql`delete from visit where county = ${county} and id = ${visit}`;
  await tx.sql`delete from assignment where county = ${county} and household_id = ${household}`;
}
