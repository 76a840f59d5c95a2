import { rolesFor } from '../../conversations/access/policy.ts';
import { scopeOf } from '../../conversations/access/scope.ts';
import { campaignOf } from '../../conversations/campaigns/all.ts';
import type { HouseholdOpened } from '../../conversations/contract/needs.ts';
import { type Kit, mostTaken } from '../../conversations/offline/kit.ts';
import { answerNeed } from '../../db/answering/needs.ts';
import { read, write } from '../../db/base/transaction.ts';
import { logAccess } from '../../db/households/write-looking.ts';
import { loadSession } from '../../db/turn/session.ts';
import type { WebPerson } from '../channels/web/people.ts';
import type { Workplace } from '../setting/workplace.ts';

/** What a visitor of the page takes along for where there is no network; null for who visits nobody. */
export type TakeAlong = (visitor: WebPerson) => Promise<Kit | null>;

/** Reads it from the database, in the visitor's own scope; whose data he took is written down. */
export function takeAlong(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  now: () => number,
): TakeAlong {
  return async ({ staffId, roles }) => {
    if (!rolesFor('visit').some((role) => roles.includes(role))) return null;
    const incoming = { channel: 'web', messageId: `kit:${crypto.randomUUID()}`, externalId: staffId };
    const loaded = await loadSession(database, county, incoming);
    const { session } = loaded;
    const { speaker } = session;
    if (speaker === null) return null;
    const at = now();
    const asker = { speaker, at };
    const questionnaire = campaignOf(session.settings).householdForm.id;
    const scope = scopeOf(county, speaker);
    const households = await read(database, scope, async (db) => {
      const next = await answerNeed(db, asker, { need: 'nextHouseholds', args: { limit: mostTaken } });
      const opened: HouseholdOpened[] = [];
      for (const { id } of next) {
        const one = await answerNeed(db, asker, { need: 'openHousehold', args: { id, questionnaire } });
        // A colleague's visit is his to go on with.
        if (one !== null && one.helperName === null) opened.push(one);
      }
      return opened;
    });
    const by = {
      staff: staffId,
      account: session.account?.id ?? null,
      room: null,
      channel: 'web',
      chat: session.chat.key,
      at,
    };
    const ids = households.map(({ household }) => household.id);
    await write(database, scope, (tx) =>
      logAccess(tx, by, { do: 'logAccess', households: ids, what: '离线带走' }),
    );
    return { session, households };
  };
}
