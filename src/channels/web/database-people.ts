import { wholeCounty } from '../../../conversations/access/scope.ts';
import type { CountyCode } from '../../../conversations/contract/ids.ts';
import { staffId } from '../../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../../conversations/contract/session.ts';
import type { Database } from '../../../db/base/connect.ts';
import { read, write } from '../../../db/base/transaction.ts';
import {
  bindWebAccount,
  claimWebTicket,
  openWebRoom,
  webPerson,
  webPersonas,
  webRoomsOf,
} from '../../../db/web/people.ts';
import type { ChatPeople } from './people.ts';

/** The roster as the page sees it. Over a made-up county everyone gets a group of his unit to try. */
export function peopleInDatabase({
  database,
  county,
  mode,
}: {
  database: Database;
  county: CountyCode;
  mode: CampaignSettings['mode'];
}): ChatPeople {
  const scope = wholeCounty(county);
  return {
    mode: () => Promise.resolve(mode),
    personas: () => (mode === 'real' ? Promise.resolve([]) : read(database, scope, webPersonas)),
    person: async (id) => {
      if (!staffId.safeParse(id).success) return null;
      return read(database, scope, async (db) => {
        const [person, rooms] = await Promise.all([webPerson(db, id), webRoomsOf(db, id)]);
        return person === null ? null : { ...person, rooms };
      });
    },
    bind: (id, at) =>
      write(database, scope, async (tx) => {
        await bindWebAccount(tx, id, new Date(at));
        if (mode !== 'real') await openWebRoom(tx, id, (unit) => `${unit}排查群`);
      }),
    claimTicket: (id, until) =>
      write(database, scope, (tx) => claimWebTicket(tx, id, new Date(until), new Date())),
  };
}
