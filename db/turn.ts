import { type Scope, scopeOf, stranger } from '../conversations/access/scope.ts';
import type { CountyCode } from '../conversations/engine/ids.ts';
import type { Session } from '../conversations/engine/session.ts';
import type { Change, Turn } from '../conversations/engine/turn.ts';
import { applyChange } from './changes.ts';
import type { Database } from './connect.ts';
import { hotPath, prepared, withPatience } from './hot-path.ts';
import { DatabaseProblem, isProblem } from './problems.ts';
import type { Versions } from './session.ts';
import { writeByKeys } from './transaction.ts';
import {
  type Claim,
  type LoggedIn,
  type Recalled,
  type SaveVisit,
  writeParameters,
  writeStatement,
} from './turn-write.ts';

export interface TurnWrite {
  message: { channel: string; messageId: string /** Milliseconds since 1970. */; at: number };
  /** Where to answer, as the channel needs it: stored with the replies for the delivery loop. */
  answerTo: Record<string, unknown>;
  session: Session;
  versions: Versions;
  turn: Turn;
}

/** `stale`: another turn or a redelivery came in between; load again and take the turn again. */
export type Written = { is: 'ok' } | { is: 'stale' };

type Other = Exclude<Change, { do: 'saveVisit' | 'logAnswers' }>;

/**
 * Stores a turn, all or nothing: the claimed message with its replies, the dialogue, and what changed. Answers
 * alone go in one statement, together with other turns that wait at the same moment. A lost connection is
 * tried again; had it been stored after all, it comes back `stale` and the stored replies are found on loading.
 */
export async function writeTurn(database: Database, county: CountyCode, turn: TurnWrite): Promise<Written> {
  const claim = claimOf(county, turn);
  const others = turn.turn.changes.filter(
    (change): change is Other =>
      change.do !== 'saveVisit' && change.do !== 'logAnswers' && !isIdle(change, turn.session),
  );
  const path = hotPath(database, county);
  const { origin } = turn.versions;
  const stored = await withPatience(database, () =>
    others.length === 0 ? path.writes.add(claim) : storeAll(database, claim, turn, others),
  ).catch((error: unknown) => {
    path.recall.forget(origin.incoming);
    if (isProblem(error, 'conflict', 'duplicate')) return false;
    throw error;
  });
  // The other changes may touch anything, also who this is: what comes next is read again.
  if (stored && others.length === 0) path.recall.keep(origin, turn.turn, claim.visits);
  else path.recall.forget(origin.incoming);
  return { is: stored ? 'ok' : 'stale' };
}

/** Nothing was found in a visit that is submitted for the first time: there is nothing to reconcile. */
function isIdle(change: Change, { visit }: Session): boolean {
  if (change.do !== 'reconcile' || change.findings.length > 0 || change.flags.length > 0) return false;
  return visit?.id === change.visit.id && visit.submittedAt === null;
}

/** A turn that changes more than answers: the same statement, then the other changes in their order. */
function storeAll(
  database: Database,
  claim: Claim,
  turn: TurnWrite,
  others: readonly Other[],
): Promise<boolean> {
  const { scope } = claim;
  return writeByKeys(database, scope, async (tx) => {
    const by = {
      staff: scope.staff,
      account: claim.accountId,
      room: claim.roomId,
      at: claim.at,
      channel: claim.channel,
      chat: turn.session.chat.key,
    };
    // A household added in this turn must be there before its visit.
    const isFirst = (change: Other) => change.do === 'addHousehold';
    for (const change of others.filter(isFirst)) await applyChange(tx, by, change);
    const done = await prepared(tx.sql, writeStatement, writeParameters(scope.county, [claim]));
    if (done.length === 0) throw new DatabaseProblem('conflict', 'The dialogue was changed in between.');
    for (const change of others) if (!isFirst(change)) await applyChange(tx, by, change);
    return true;
  });
}

function recalledOf({ origin: { row, recalled } }: Versions): Recalled | null {
  if (!recalled) return null;
  return {
    accountRow: row.account_row,
    staffRow: row.staff_row,
    roomRow: row.room_row,
    settingsVersion: row.settings_version,
    visit: row.visit_id === null ? null : { id: row.visit_id, version: row.visit_version },
    household:
      row.household_id === null || row.household_row === null
        ? null
        : { id: row.household_id, village: row.village, row: row.household_row },
  };
}

function claimOf(county: CountyCode, { message, answerTo, session, versions, turn }: TurnWrite): Claim {
  const scope: Scope = session.speaker === null ? stranger(county) : scopeOf(county, session.speaker);
  const visits = turn.changes.filter((change): change is SaveVisit => change.do === 'saveVisit');
  return {
    scope,
    channel: message.channel,
    messageId: message.messageId,
    accountId: session.account?.id ?? null,
    roomId: session.chat.kind === 'room' ? session.chat.room.id : null,
    chat: answerTo,
    replies: turn.replies,
    at: message.at,
    dialogue:
      session.speaker === null
        ? null
        : { staffId: session.speaker.id, version: versions.dialogue, state: turn.state },
    visits,
    answers: turn.changes.flatMap((change) =>
      change.do === 'logAnswers' ? change.answers.map((a) => placed(a, visits, session)) : [],
    ),
    recalled: recalledOf(versions),
  };
}

/** An answer with the village of its visit, which is either saved in this turn or the one that was loaded. */
function placed(answer: Omit<LoggedIn, 'village'>, visits: readonly SaveVisit[], session: Session): LoggedIn {
  const saved = visits.find((v) => v.visit.id === answer.visitId)?.household.village;
  const village = saved ?? (session.visit?.id === answer.visitId ? session.household?.village : undefined);
  if (village === undefined)
    throw new DatabaseProblem('badValue', 'An answer was logged for a visit that this turn does not hold.');
  return { ...answer, village };
}
