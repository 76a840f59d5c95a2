import type { ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';
import { settleFact } from './read.ts';

/** Which side of a conflict with the national system was found right. */
export function settleConflict(
  tx: Tx,
  { household, field, side }: ChangeOf<'settleConflict'>,
): Promise<void> {
  return settleFact(tx, household, field, side);
}
