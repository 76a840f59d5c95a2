import { randomBytes } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { testReceiver } from '../support/receiver.ts';

/** People of the demo by their role: its phone numbers are given out in this order (conversations/demo/staff.ts). */
export const phones = {
  helper: '19900002001',
  villageCadre: '19900001001',
  townshipCadre: '19900000201',
  leader: '19900000003',
  department: '19900000105',
} as const;
export type DemoRole = keyof typeof phones;

/** A demo county and its people, who talk to the real receiver; each message is a minute after the last. */
export async function demoChat(database: Database, households = 900) {
  const asOf = new Date('2021-12-16T10:00:00+08:00');
  await loadDemo({ database, key: { bytes: randomBytes(32) }, households, visited: 0.6, asOf });
  let minute = 0;
  return async (role: DemoRole, text: string, room?: string): Promise<string[]> => {
    minute += 1;
    const person = await read(database, wholeCounty(demoCounty), (db) =>
      findSpeaker(db, { phone: phones[role] }),
    );
    if (person === null) throw new Error(`The demo has no ${role}.`);
    const { receive } = testReceiver(database, demoCounty, person.id);
    const { replies } = await receive({
      channel: 'terminal',
      messageId: `demo-${minute}`,
      at: asOf.getTime() + minute * 60_000,
      from: { externalId: phones[role] },
      chat: room === undefined ? { kind: 'private' } : { kind: 'room', externalId: room, mentioned: true },
      content: { type: 'text', text },
    });
    return replies.map(({ content, to }) => {
      const apart = room !== undefined && to.kind === 'private' ? '（私聊）' : '';
      return `${apart}${content.type === 'text' ? content.text : `[${content.type}]`}`;
    });
  };
}
