import { settle } from '../comparison.ts';
import type { Tx } from '../transaction.ts';
import type { ChangeOf } from './actor.ts';

/** Which side of a conflict with the national system was found right. */
export function settleConflict(
  tx: Tx,
  { household, field, side }: ChangeOf<'settleConflict'>,
): Promise<void> {
  return settle(tx, household, field, side);
}
