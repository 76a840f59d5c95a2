import type { UnitCode } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { followToVillage } from './households.ts';

/** How much went along. */
export interface MergedRows {
  households: number;
  people: number;
}

/** Brings households, people and groups of a village into the one it was merged into; what was found goes along. */
export async function mergeVillages(
  tx: Tx,
  merges: readonly { from: UnitCode; into: UnitCode }[],
): Promise<MergedRows> {
  const { county } = tx.scope;
  if (merges.length === 0) return { households: 0, people: 0 };
  const list = jsonText(merges);
  const pairs = tx.sql`jsonb_to_recordset(${list}::text::jsonb) as m("from" text, "into" text)`;
  const moved = await tx.sql<{ code: string }[]>`
    update household h set village = u.code, township = u.parent, updated_at = now()
    from ${pairs} join unit u on u.county = ${county} and u.code = m."into" and u.kind = 'village'
    where h.county = ${county} and h.village = m."from" returning h.code`;
  if (moved.length > 0) await followToVillage(tx, jsonText(moved));
  const people =
    await tx.sql`update staff s set unit = m."into" from ${pairs} where s.county = ${county} and s.unit = m."from"`;
  await tx.sql`update room r set unit = m."into" from ${pairs} where r.county = ${county} and r.unit = m."from"`;
  return { households: moved.length, people: people.count };
}
