import { createHmac, randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { type CountyCode, type StaffId, unitCode } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { unboundStaff } from '../../db/people/codes.ts';
import { removeFromRoster } from '../../db/people/roster.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import type { Inbound, Receive } from '../../src/channels/channel.ts';
import { handOutCodes } from '../../src/county/hand-out-codes.ts';
import { testReceiver } from '../support/receiver.ts';
import { makeWorld } from '../transcripts/world.ts';

/** The village of the transcripts, people of another township, and a chat program for anybody who speaks. */
export interface BindingWorld {
  database: Database;
  county: CountyCode;
  staff: ReadonlyMap<string, StaffId>;
  receive: Receive;
  hashOf(text: string): string;
  say(said: Said): Promise<string[]>;
  /** Binds somebody by a code of the operator's, as the first thing he does. */
  bind(who: string, channel: string, at: number): Promise<void>;
  remove(who: string, at: number): Promise<void>;
}

export interface Said {
  channel: string;
  from: string;
  text: string;
  at: number;
  room?: { name: string; mentioned: boolean } | undefined;
}

/** Somebody of the chats: name, roles, the unit's code within the county. */
export type Person = [name: string, roles: Role[], unit: string];

const usual: readonly Person[] = [
  ['钱外乡', ['helper'], '102200'],
  ['郑外镇', ['townshipCadre'], '102000'],
  ['冯管理', ['admin'], '103000'],
  ['李伟', ['helper'], '103200'],
  ['李伟', ['helper'], '103201'],
];

/** @param more people beside the usual ones */
export async function bindingWorld(database: Database, more: readonly Person[] = []): Promise<BindingWorld> {
  const others = [...usual, ...more];
  const { county, phones } = await makeWorld(database);
  const everything = wholeCounty(county);
  await write(database, everything, (tx) =>
    saveStaff(
      tx,
      others.map(([name, roles, unit], i) => ({
        name,
        roles,
        phone: `1991000${String(i).padStart(4, '0')}`,
        duty: null,
        unit: unitCode.parse(`${county}${unit}`),
      })),
    ),
  );
  // Groups that were bound before; those that a test binds itself have other names.
  await write(database, everything, (tx) =>
    saveRooms(
      tx,
      ['柳元村工作群', '帮扶工作群'].map((name) => ({
        channel: 'wechaty',
        externalId: name,
        name,
        unit: unitCode.parse(`${county}103200`),
      })),
    ),
  );
  const byPhone = await read(database, everything, staffIdsByPhone);
  const named: [string, string][] = [
    ...phones,
    ...others.map(([name], i): [string, string] => [name, `1991000${String(i).padStart(4, '0')}`]),
  ];
  const staff = new Map(named.flatMap(([name, phone]) => entry(name, byPhone.get(phone))));
  const hashOf = (text: string) => createHmac('sha256', 'test').update(text).digest('hex');
  const { receive } = testReceiver(database, county);

  const say = async (said: Said): Promise<string[]> => {
    const { replies } = await receive(inboundOf(said));
    return replies.flatMap(({ content }) =>
      content.type === 'text' ? content.text.split('\n') : [`[${content.type}]`],
    );
  };
  const world = { database, county, staff, receive, hashOf, say };
  return {
    ...world,
    bind: async (who, channel, at) => {
      const root = unitCode.parse(`${county}000000`);
      const people = await read(database, everything, (db) => unboundStaff(db, null, root));
      const person = people.find((p) => p.id === staff.get(who));
      if (person === undefined) throw new Error(`${who} is bound already or unknown`);
      const { codes } = await handOutCodes({ database, county, outside: { hashOf } }, null, [person], at);
      await say({ channel, from: who, text: `绑定 ${codes[0]?.code}`, at });
    },
    remove: (who, at) =>
      write(database, everything, (tx) => removeFromRoster(tx, null, idOf(staff, who), new Date(at))),
  };
}

export function idOf(staff: ReadonlyMap<string, StaffId>, who: string): StaffId {
  const id = staff.get(who);
  if (id === undefined) throw new Error(`nobody is called ${who}`);
  return id;
}

function entry(name: string, id: StaffId | undefined): [string, StaffId][] {
  return id === undefined ? [] : [[name, id]];
}

export function inboundOf(said: Said): Inbound {
  return {
    channel: said.channel,
    messageId: randomUUID(),
    at: said.at,
    from: { externalId: said.from },
    chat:
      said.room === undefined
        ? { kind: 'private' }
        : {
            kind: 'room',
            externalId: said.room.name,
            name: said.room.name,
            mentioned: said.room.mentioned,
          },
    content: { type: 'text', text: said.text },
  };
}
