import { rolesFor } from '../../conversations/access/policy.ts';
import { scopeOf } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { OwnVisit } from '../../conversations/contract/needs.ts';
import { read, write } from '../../db/base/transaction.ts';
import { logAccess } from '../../db/households/write-looking.ts';
import { loadSession } from '../../db/turn/session.ts';
import { ownVisits } from '../../db/visits/own-visits.ts';
import type { WebPerson } from '../channels/web/people.ts';
import type { Workplace } from '../setting/workplace.ts';

/** What a helper has visited, and which day it is; empty for who visits nobody. */
export type VisitsOf = (visitor: WebPerson) => Promise<{ today: string; visits: OwnVisit[] }>;

const most = 100;

/** Reads them in the visitor's own scope; that he looked is written down. */
export function visitsOf(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  now: () => number,
): VisitsOf {
  return async ({ staffId, roles }) => {
    const at = now();
    const today = isoDate(at);
    if (!rolesFor('visit').some((role) => roles.includes(role))) return { today, visits: [] };
    const incoming = { channel: 'web', messageId: `visits:${crypto.randomUUID()}`, externalId: staffId };
    const { session } = await loadSession(database, county, incoming);
    if (session.speaker === null) return { today, visits: [] };
    const scope = scopeOf(county, session.speaker);
    const visits = await read(database, scope, (db) => ownVisits(db, most));
    const by = {
      staff: staffId,
      account: session.account?.id ?? null,
      room: null,
      channel: 'web',
      chat: session.chat.key,
      at,
    };
    const households = visits.map(({ id }) => id);
    await write(database, scope, (tx) =>
      logAccess(tx, by, { do: 'logAccess', households, what: '我的走访' }),
    );
    return { today, visits };
  };
}
