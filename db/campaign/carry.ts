import type { Scope } from '../../conversations/access/scope.ts';
import type { CampaignId } from '../../conversations/contract/ids.ts';
import type { Database } from '../base/connect.ts';
import { stated } from '../base/fact.ts';
import { write } from '../base/transaction.ts';
import { isVisited } from '../facts/visits.ts';

/**
 * Puts what the visits of an earlier campaign found beside what the register knows of each household, so that the
 * next campaign shows it to be confirmed. Only the named questions, only what was answered; gives the number of households.
 */
export function carryForward(
  database: Database,
  scope: Scope,
  earlier: CampaignId,
  keys: readonly string[],
): Promise<number> {
  return write(database, { ...scope, campaign: earlier }, async (tx) => {
    const rows = await tx.sql`
      update household h set known = h.known || v.said, updated_at = now()
      from (
        select v.household_id, jsonb_object_agg(k.key, v.answers -> k.key -> 'v') as said
        from visit v cross join unnest(${[...keys]}::text[]) as k(key)
        where v.county = ${scope.county} and ${stated(tx, isVisited())} and v.answers -> k.key ->> 'is' = 'known'
        group by v.household_id
      ) v
      where h.county = ${scope.county} and h.id = v.household_id`;
    return rows.count;
  });
}
