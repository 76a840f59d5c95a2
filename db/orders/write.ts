import type { Actor } from '../base/actor.ts';
import { asJson } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { orderLog } from './table.ts';

/** What an order found before it changed anything. `version` is the row's after the order. */
export type KeptOrder = Pick<typeof orderLog.$inferSelect, 'kind' | 'subject' | 'version' | 'before'>;

/** Keeps what stood there before, so that the speaker can take his order back. The program's own orders aren't kept. */
export async function keepOrder(tx: Tx, by: Actor, order: KeptOrder): Promise<void> {
  if (by.staff === null) return;
  await tx.orm.insert(orderLog).values({
    ...order,
    county: tx.scope.county,
    staffId: by.staff,
    at: new Date(by.at),
    before: asJson(order.before),
  });
}
