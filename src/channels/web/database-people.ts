import { wholeCounty } from '../../../conversations/access/scope.ts';
import type { CountyCode } from '../../../conversations/contract/ids.ts';
import { staffId } from '../../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../../conversations/contract/session.ts';
import type { Database } from '../../../db/base/connect.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { logReading } from '../../../db/households/access-log.ts';
import { noteSecurity } from '../../../db/people/security-log.ts';
import {
  beginSession,
  endSessions,
  sessionSeen,
  sessionsOf,
  touchSession,
} from '../../../db/people/web-sessions.ts';
import {
  bindWebAccount,
  claimWebTicket,
  openWebRoom,
  takeDoorAccount,
  webPerson,
  webPersonas,
  webRoomsOf,
} from '../../../db/web/people.ts';
import type { ChatPeople, WebPerson } from './people.ts';

const MINUTE_MS = 60_000;
/** How long a cookie lives at most (http/session.ts): older rows open nothing. */
const SESSION_MS = 2 * 24 * 60 * MINUTE_MS;
/** That a session is in use is noted this often at most. */
const NOTED_EVERY_MS = MINUTE_MS;

/** Who looks after the whole county is out after half an hour without use, others after a working day. */
function idleMs({ roles, unitKind }: Pick<WebPerson, 'roles' | 'unitKind'>): number {
  const countywide = roles.some(
    (role) =>
      role === 'countyOffice' ||
      role === 'inspector' ||
      role === 'admin' ||
      (role === 'leader' && unitKind === 'county'),
  );
  return countywide ? 30 * MINUTE_MS : 8 * 60 * MINUTE_MS;
}

/** The roster as the page sees it. Over a made-up county everyone gets a group of his unit to try. */
export function peopleInDatabase({
  database,
  county,
  mode,
  now = Date.now,
}: {
  database: Database;
  county: CountyCode;
  mode: CampaignSettings['mode'];
  now?: () => number;
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
    visitor: async ({ id, staff }, active) => {
      const at = now();
      const found = await read(database, scope, async (db) => {
        const [person, rooms, seenAt] = await Promise.all([
          webPerson(db, staff),
          webRoomsOf(db, staff),
          sessionSeen(db, id, staff),
        ]);
        return person === null || seenAt === null ? null : { person: { ...person, rooms }, seenAt };
      });
      if (found === null) return null;
      const { person, seenAt } = found;
      const unused = at - seenAt.getTime();
      if (unused > idleMs(person)) {
        await write(database, scope, (tx) => endSessions(tx, staff, new Date(at), id));
        return null;
      }
      if (active && unused > NOTED_EVERY_MS)
        await write(database, scope, (tx) => touchSession(tx, id, new Date(at)));
      return person;
    },
    beginSession: (session) => write(database, scope, (tx) => beginSession(tx, { ...session, at: now() })),
    noteReading: (staff, what) => write(database, scope, (tx) => logReading(tx, { staff, what, at: now() })),
    sessionsOf: (staff) => read(database, scope, (db) => sessionsOf(db, staff, new Date(now() - SESSION_MS))),
    endSessions: async (staff, id) => {
      const at = now();
      await write(database, scope, async (tx) => {
        const count = await endSessions(tx, staff, new Date(at), id);
        await noteSecurity(tx, [{ kind: 'sessionsEnded', staff, by: staff, detail: `${count}`, at }]);
      });
    },
    bind: (id, at) =>
      write(database, scope, async (tx) => {
        await bindWebAccount(tx, id, new Date(at));
        if (mode !== 'real') await openWebRoom(tx, id, (unit) => `${unit}排查群`);
      }),
    boundAtTheDoor: (device) => write(database, scope, (tx) => takeDoorAccount(tx, device)),
    claimTicket: (id, until) =>
      write(database, scope, (tx) => claimWebTicket(tx, id, new Date(until), new Date())),
  };
}
