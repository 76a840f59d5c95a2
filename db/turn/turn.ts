import type { CountyCode } from '../../conversations/contract/ids.ts';
import { applyChange } from '../answering/changes.ts';
import type { Database } from '../base/connect.ts';
import { DatabaseFault, isFault } from '../base/faults.ts';
import { forwardNow } from '../base/forward-clock.ts';
import { asProgram } from '../base/scope.ts';
import { writeByKeys } from '../base/transaction.ts';
import { claimOf, type Other, type TurnWrite } from './claim.ts';
import { hotPath, prepared, withPatience } from './hot-path.ts';
import type { TurnClaim } from './turn-claim.ts';
import { writeParameters, writeStatementFor } from './turn-write.ts';

export type { TurnWrite } from './claim.ts';

/** `stale`: another turn or a redelivery came in between; load again and take the turn again. */
type Written =
  | {
      is: 'ok';
      /** When the write that succeeded was begun, by base/forward-clock.ts: it was stored no earlier. */
      begunAt: number;
    }
  | { is: 'stale' };

/**
 * Stores a turn, all or nothing: the claimed message with its replies, the dialogue, and what changed. Answers
 * alone go in one statement, together with other turns that wait at the same moment. A lost connection is
 * tried again; had it been stored after all, it comes back `stale` and the stored replies are found on loading.
 */
export async function writeTurn(database: Database, county: CountyCode, turn: TurnWrite): Promise<Written> {
  const { claim, others } = claimOf(county, turn);
  const path = hotPath(database, county);
  const { origin } = turn.versions;
  let begunAt = 0;
  const stored = await withPatience(database, () => {
    begunAt = forwardNow();
    return others.length === 0
      ? path.writes(claim.scope.campaign).add(claim)
      : storeAll(database, claim, others);
  }).catch((error: unknown) => {
    path.recall.forget(origin.incoming);
    if (isFault(error, 'conflict', 'duplicate')) return false;
    throw error;
  });
  // The other changes may touch anything, also who this is: what comes next is read again.
  if (stored && others.length === 0) path.recall.keep(origin, turn.turn, claim.visits);
  else path.recall.forget(origin.incoming);
  return stored ? { is: 'ok', begunAt } : { is: 'stale' };
}

/** A turn that changes more than answers: the same statement, then the other changes in their order. */
function storeAll(database: Database, claim: TurnClaim, others: readonly Other[]): Promise<boolean> {
  const { scope } = claim;
  return writeByKeys(database, scope, async (tx) => {
    const by = {
      staff: scope.staff,
      account: claim.accountId,
      room: claim.roomId,
      at: claim.at,
      channel: claim.channel,
      chat: claim.chatKey,
    };
    // A household added in this turn must be there before its visit.
    const isFirst = (change: Other) => change.do === 'addHousehold';
    for (const change of others.filter(isFirst)) await applyChange(tx, by, change);
    // It checks each row's scope itself, as in the hot path.
    const done = await asProgram(tx, () =>
      prepared(tx.sql, writeStatementFor([claim]), writeParameters(scope.county, [claim])),
    );
    if (done.length === 0) throw new DatabaseFault('conflict', 'The dialogue was changed in between.');
    for (const change of others) if (!isFirst(change)) await applyChange(tx, by, change);
    return true;
  });
}
