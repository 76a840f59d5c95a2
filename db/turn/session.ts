import type { AccountId, CountyCode } from '../../conversations/contract/ids.ts';
import {
  type CampaignSettings,
  type Chat,
  campaignSettings,
  type Session,
} from '../../conversations/contract/session.ts';
import { emptyDialogue, restoreDialogue } from '../../conversations/contract/state.ts';
import type { Reply } from '../../conversations/contract/turn.ts';
import type { Database } from '../base/connect.ts';
import { DatabaseFault } from '../base/faults.ts';
import { beginAt } from '../base/scope.ts';
import { householdOf } from '../households/row.ts';
import { speakerInRow } from '../people/speaker-row.ts';
import { visitOf } from '../visits/row.ts';
import type { Versions } from './claim.ts';
import { type HotPath, hotPath, prepared, withPatience } from './hot-path.ts';
import type { Origin } from './recall.ts';
import { firstContactStatement, type Incoming, type LoadedRow } from './session-load.ts';

export type { Versions } from './claim.ts';
export type { Incoming } from './session-load.ts';

/** What was read for a message: everything a turn needs, and its stored replies when it was answered already. */
export type Loaded =
  | { is: 'already'; replies: readonly Reply[]; session: Session }
  | {
      is: 'session';
      session: Session;
      versions: Versions;
      /** Parts of the stored dialogue that could not be read and start anew. */
      damaged: readonly string[];
    };

/**
 * Loads everything one message needs in one round trip; messages that come at the same time are loaded together.
 * An account or room met for the first time is made (a second round trip, once). For somebody this process just
 * answered there is nothing to load: it is recalled, and the write makes sure that it was still so.
 */
export async function loadSession(
  database: Database,
  county: CountyCode,
  incoming: Incoming,
): Promise<Loaded> {
  const path = hotPath(database, county);
  const recalled = path.recall.find(incoming, path.settings?.version);
  if (recalled !== undefined) return loadedFrom(path, { incoming, row: recalled, recalled: true });
  return withPatience(database, async () => {
    let row = await path.loads.add(incoming);
    if (isNew(row, incoming)) {
      await firstContact(database, county, incoming);
      row = await path.loads.add(incoming);
    }
    return loadedFrom(path, { incoming, row, recalled: false });
  });
}

function loadedFrom(path: HotPath, origin: Origin): Loaded {
  const { row } = origin;
  const { state, damaged } = dialogueOf(origin);
  const session = sessionOf(origin, settingsOf(path, row), state);
  if (row.replies !== null) return { is: 'already', replies: row.replies, session };
  return { is: 'session', session, versions: { dialogue: row.dialogue_version ?? 0, origin }, damaged };
}

function isNew(row: LoadedRow, incoming: Incoming): boolean {
  return row.account_id === null || (incoming.room !== undefined && row.room_id === null);
}

async function firstContact(database: Database, county: CountyCode, incoming: Incoming): Promise<void> {
  const { channel, externalId, name, staffId, room } = incoming;
  const values = [
    county,
    channel,
    externalId,
    name ?? null,
    staffId ?? null,
    room?.externalId ?? null,
    room?.name ?? null,
  ];
  await database.lines.lend(
    ({ sql }) =>
      Promise.all([
        sql.unsafe(beginAt(county, null, [])).execute(),
        prepared(sql, firstContactStatement, values),
        sql`commit`.simple().execute(),
      ]),
    'turn',
  );
}

/** The settings come along only when they changed; else the process has them. */
function settingsOf(path: HotPath, row: LoadedRow): CampaignSettings {
  if (row.settings_version === null) throw new DatabaseFault('notSetUp', 'The county has no campaign yet.');
  if (row.settings !== null)
    path.settings = { version: row.settings_version, value: campaignSettings.parse(row.settings) };
  if (path.settings === null) throw new DatabaseFault('unexpected', 'The settings did not come along.');
  return path.settings.value;
}

function dialogueOf({ row, recalled }: Origin): ReturnType<typeof restoreDialogue> {
  if (row.state === null) return { state: emptyDialogue, damaged: [] };
  return recalled ? { state: row.state, damaged: [] } : restoreDialogue(row.state);
}

function sessionOf(
  { row, incoming }: Origin,
  settings: CampaignSettings,
  dialogue: Session['dialogue'],
): Session {
  const visit = visitOf(row);
  return {
    settings,
    account:
      row.account_id === null
        ? null
        : { id: row.account_id as AccountId, lockedUntil: row.locked_until?.getTime() ?? null },
    speaker: speakerInRow(row),
    chat: chatOf(row, incoming),
    dialogue,
    visit,
    household: visit === null ? null : householdOf(row),
  };
}

function chatOf(row: LoadedRow, incoming: Incoming): Chat {
  const { channel, room } = incoming;
  if (room === undefined) return { kind: 'private', key: `private:${channel}`, channel };
  if (row.room_id === null) throw new DatabaseFault('unexpected', 'The room was not made.');
  const facts = {
    id: row.room_id,
    name: row.room_name,
    unit: row.room_unit,
    unitName: row.room_unit_name,
    unitKind: row.room_unit_kind,
  };
  return { kind: 'room', key: `room:${row.room_id}`, channel, mentioned: room.mentioned, room: facts };
}
