import sharp from 'sharp';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Finding, MonitoringFlag } from '../../conversations/contract/finding.ts';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import type { Inbound } from '../../src/channels/channel.ts';
import { makeDocument } from '../../src/documents-made/make-document.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import type { Workplace } from '../../src/setting/workplace.ts';
import { county, type SeededCounty, units } from '../support/county.ts';
import { unmarked } from '../support/receiver.ts';
import { message, open, save, saved, visitOf } from '../support/turns.ts';
import { placeOver } from './place.ts';

let messages = 0;

/** 10 December 2021, nine in the morning in Shanghai, plus minutes. */
export const morning = (day: number, minute = 0): number => Date.UTC(2021, 11, day, 1, minute);

export interface Extra {
  at?: number;
  photo?: boolean;
  room?: string;
  /** In the room without a mention of the bot. */
  aside?: boolean;
}

const between = '\n---\n';
/** What somebody asked in a group and is answered in private begins with this. */
const apartMark = '（私聊）';

/** Of all replies to something said in a group, what the group hears. */
export function heardByAll(told: string): string {
  return told
    .split(between)
    .filter((reply) => !reply.startsWith(apartMark))
    .join(between);
}

/** Binds the terminal's group of this name to a unit. */
export async function bindGroup(database: Database, externalId: string, unit: UnitCode): Promise<void> {
  await write(database, wholeCounty(county), (tx) =>
    saveRooms(tx, [{ channel: 'terminal', externalId, name: externalId, unit }]),
  );
}

/** People who talk to the bot through the real receiver; the state is stored and read back between turns. */
export function chatOf(database: Database, place: Workplace = placeOver(database)) {
  return async (staff: StaffId, text: string, extra: Extra = {}): Promise<string> => {
    messages += 1;
    const receive = makeReceiver({
      ...place,
      preparePhoto,
      marks: unmarked,
      makeDocument: (reply, session) => makeDocument(place, reply, session),
      staffId: staff,
    });
    const inbound: Inbound = {
      channel: 'terminal',
      messageId: `chat-${messages}`,
      at: extra.at ?? morning(10, messages % 60),
      from: { externalId: `phone of ${staff}` },
      chat:
        extra.room === undefined
          ? { kind: 'private' }
          : { kind: 'room', externalId: extra.room, mentioned: extra.aside !== true },
      content:
        extra.photo === true ? { type: 'image', data: await photo(messages), text } : { type: 'text', text },
    };
    const { replies } = await receive(inbound);
    return replies
      .map(({ content, to }) => {
        const apart = extra.room !== undefined && to.kind === 'private' ? apartMark : '';
        return `${apart}${content.type === 'text' ? content.text : `[${content.type}]`}`;
      })
      .join(between);
  };
}

/** A real JPEG, a different one for each number. */
function photo(n: number): Promise<Buffer> {
  return sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: { r: (n * 37) % 256, g: (n * 91) % 256, b: 120 },
    },
  })
    .jpeg()
    .toBuffer();
}

/** A visit submitted with these findings and flags, as the visit dialogue leaves it. */
export async function submitted(
  database: Database,
  seeded: SeededCounty,
  code: string,
  findings: readonly Finding[],
  flags: readonly MonitoringFlag[] = [],
): Promise<void> {
  const helper = seeded.staff.helper;
  const incoming = message(helper);
  const opened = await open(database, incoming);
  const visit = visitOf(
    seeded.households.get(code),
    helper,
    { population: { is: 'known', v: 4 }, allInsured: { is: 'known', v: true } },
    { status: 'submitted', outcome: 'answered', submittedAt: morning(10) },
  );
  const household = { id: visit.householdId, village: units.liuyuan, township: units.longcheng };
  const stored = await save(database, incoming, opened, {
    text: '已提交',
    at: morning(10),
    changes: [...saved(visit), { do: 'reconcile', visit, household, findings, flags }],
  });
  if (stored.is !== 'ok') throw new Error('the visit was not stored');
}

export const waterFinding: Finding = {
  key: 'water',
  category: 'water',
  clause: '5.13',
  description: '饮水：水量不够',
  leadUnit: '县水利局',
  from: ['waterProblem'],
};

export const roofFinding: Finding = {
  key: 'housing',
  category: 'housing',
  clause: '5.11',
  description: '住房：屋顶漏雨',
  leadUnit: '县住建局',
  from: ['housingSafe'],
};

export const rowsOf = <Row extends object>(database: Database, query: string): Promise<readonly Row[]> =>
  read(database, wholeCounty(county), async (db) => [...(await db.sql.unsafe<Row[]>(query))]);
