import { type Scope, scopeOf, stranger } from '../../conversations/access/scope.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Session } from '../../conversations/contract/session.ts';
import type { Change, Turn } from '../../conversations/contract/turn.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Carried } from './carriers.ts';
import type { Origin } from './recall.ts';
import type { LoggedIn, Recalled, SaveVisit, TurnClaim } from './turn-claim.ts';

/** A turn to be stored. */
export interface TurnWrite {
  message: { channel: string; messageId: string /** Milliseconds since 1970. */; at: number };
  /** Where to answer, as the channel needs it: stored with the replies for the delivery loop. */
  answerTo: Record<string, unknown>;
  carried: Carried | null;
  session: Session;
  versions: Versions;
  turn: Turn;
}

/** Row versions as loaded: a write under stale ones is refused. 0 = not there yet. */
export interface Versions {
  dialogue: number;
  /** The rows it all came from; for the write, which may have to check them. */
  origin: Origin;
}

/** A change that the hot statement doesn't write. */
export type Other = Exclude<Change, { do: 'saveVisit' | 'logAnswers' }>;

/** What the hot statement writes of a turn, and the changes it leaves to others, in their order. */
export function claimOf(county: CountyCode, turn: TurnWrite): { claim: TurnClaim; others: Other[] } {
  const { message, session, versions } = turn;
  const changes = turn.turn.changes;
  const visits = changes.filter((change): change is SaveVisit => change.do === 'saveVisit');
  const villageOf = villagesIn(visits, session);
  const own: Scope = session.speaker === null ? stranger(county) : scopeOf(county, session.speaker);
  const scope = { ...own, campaign: session.settings.id };
  const claim: TurnClaim = {
    scope,
    channel: message.channel,
    messageId: message.messageId,
    accountId: session.account?.id ?? null,
    roomId: session.chat.kind === 'room' ? session.chat.room.id : null,
    chat: turn.answerTo,
    chatKey: session.chat.key,
    replies: turn.turn.replies,
    at: message.at,
    carried: turn.carried,
    dialogue:
      session.speaker === null
        ? null
        : { staffId: session.speaker.id, version: versions.dialogue, state: turn.turn.state },
    visits,
    answers: changes.flatMap((c) =>
      c.do === 'logAnswers' ? c.answers.map((a) => placed(a, villageOf)) : [],
    ),
    looked: changes.flatMap((c) => lookedAt(c, villageOf) ?? []),
    recalled: recalledOf(versions),
  };
  const isOther = (c: Change): c is Other =>
    c.do !== 'saveVisit' && c.do !== 'logAnswers' && lookedAt(c, villageOf) === null && !isIdle(c, session);
  return { claim, others: changes.filter(isOther) };
}

type VillageOf = (household: string) => string | undefined;

/** Villages of the households that this turn holds. */
function villagesIn(visits: readonly SaveVisit[], { household }: Session): VillageOf {
  return (id) =>
    visits.find((v) => v.household.id === id)?.household.village ??
    (household?.id === id ? household.village : undefined);
}

function placed(answer: Omit<LoggedIn, 'village'>, villageOf: VillageOf): LoggedIn {
  const village = villageOf(answer.householdId);
  if (village === undefined) {
    throw new DatabaseFault('badValue', 'An answer was logged for a household that this turn does not hold.');
  }
  return { ...answer, village };
}

/** A look at households that the turn holds; null for another change, or where one's village isn't known here. */
function lookedAt(change: Change, villageOf: VillageOf): TurnClaim['looked'] | null {
  if (change.do !== 'logAccess') return null;
  const looked = change.households.flatMap((household) => {
    const village = villageOf(household);
    return village === undefined ? [] : [{ household, village, what: change.what }];
  });
  return looked.length === change.households.length ? looked : null;
}

/** Nothing was found in a visit that is submitted for the first time: there is nothing to reconcile. */
function isIdle(change: Change, { visit }: Session): boolean {
  if (change.do !== 'reconcile' || change.findings.length > 0 || change.flags.length > 0) return false;
  return visit?.id === change.visit.id && visit.submittedAt === null;
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
