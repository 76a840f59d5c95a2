import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { unitCode } from '../../../conversations/contract/ids.ts';
import { openDatabase } from '../../../db/base/connect.ts';
import { analyse } from '../../../db/base/statistics.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { saveHouseholds } from '../../../db/households/households.ts';
import { saveStaff, staffIdsByPhone } from '../../../db/people/staff.ts';
import { saveUnits } from '../../../db/places/units.ts';
import { makeSentMarks } from '../../../src/messages/mark-sent.ts';
import { makeReceiver } from '../../../src/messages/receive-message.ts';
import { makeLog } from '../../../src/setting/log.ts';
import { county, registerHousehold, seedCounty, units } from '../../support/county.ts';
import type { Contender, Ground, Start } from '../contender.ts';

/** What a helper says from one household to the next, one answer in each message. */
const script = [
  '下一户',
  '对',
  '5万',
  '打工',
  '稳定',
  '都参保',
  '没大病慢病',
  '没适龄孩子',
  '房子安全',
  '没有老人住危房',
  '饮水没问题',
  '无',
  '没其他困难',
  '工作队满意',
  '村里满意',
  '提交',
];
const householdsEach = 40;

/** The real thing, from the channel's message to the committed reply, with replies marked as sent as usual. */
export const start: Start = (ground) => talk(ground, 'visits', [], script);

/** Everybody's phone begins with it: contenders that take turns have people and households of their own. */
const phones = { answers: 15_000_000_000, visits: 16_000_000_000 } as const;

/** The same receiver for any talk: `opening` is said by everybody before the measuring, `lines` go round. */
export async function talk(
  { dataDir, people }: Ground,
  who: keyof typeof phones,
  opening: readonly string[],
  lines: readonly string[],
): Promise<Contender> {
  const database = await openDatabase({ dataDir });
  await seed(database, who, people);
  const log = makeLog('warn');
  const marks = makeSentMarks({ database, county, log });
  const receive = makeReceiver({
    database,
    county,
    log,
    marks,
    outside: { hashOf: () => '' },
    preparePhoto: () => Promise.resolve({ is: 'refused' as const, why: 'unreadable' as const } as never),
    makeDocument: () => Promise.resolve(undefined),
  });
  const said = new Map<number, number>();
  const say = async (person: number, text: string): Promise<void> => {
    const received = await receive({
      channel: 'web',
      messageId: randomUUID(),
      at: Date.now(),
      from: { externalId: `${who} ${person}` },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
    if (received.replies.length === 0) throw new Error(`no reply to ${text}`);
    received.sent();
  };
  for (const text of opening) for (let person = 0; person < people; person += 1) await say(person, text);
  return {
    answer: (person) => {
      const n = said.get(person) ?? 0;
      said.set(person, n + 1);
      return say(person, (lines[n % lines.length] ?? '').replace('{sum}', String(sumOf(person, n))));
    },
    settle: () =>
      write(database, wholeCounty(county), (tx) =>
        analyse(tx, ['visit', 'dialogue', 'inbox', 'account', 'answer']),
      ),
    close: async () => {
      await marks.flush();
      await database.close();
    },
  };
}

/** Some tens of thousands of yuan, hardly ever the same twice. */
const sumOf = (person: number, n: number): number => 20_000 + ((person * 104_729 + n * 7_919) % 60_000);

type Db = Awaited<ReturnType<typeof openDatabase>>;

/** Two helpers in each village, as many villages as it takes. */
const villageOf = (person: number) => unitCode.parse(String(341322100300 + Math.floor(person / 2)));

/** A helper with households of his own for every conversation, bound to his account. */
async function seed(database: Db, who: keyof typeof phones, people: number): Promise<void> {
  const phone = (person: number): string => String(phones[who] + person);
  const everything = wholeCounty(county);
  await seedCounty(database);
  const staff = Array.from({ length: people }, (_, i) => ({
    name: `测${who}${i}`,
    phone: phone(i),
    duty: null,
    roles: ['helper' as const],
    unit: villageOf(i),
  }));
  await write(database, everything, async (tx) => {
    const village = { kind: 'village', name: '村', short: '村', parent: units.longcheng, sort: 9 } as const;
    const codes = new Set(staff.map(({ unit }) => unit));
    await saveUnits(
      tx,
      [...codes].map((code) => ({ ...village, code })),
    );
    await saveStaff(tx, staff);
  });
  const ids = await read(database, everything, staffIdsByPhone);
  await write(database, everything, async (tx) => {
    const households = Array.from({ length: people * householdsEach }, (_, i) =>
      registerHousehold({
        code: `${who}${i}`,
        headName: `户主${i}`,
        village: villageOf(i % people),
        population: 4,
        sort: i,
        helper: ids.get(phone(i % people)),
      }),
    );
    await saveHouseholds(tx, households, who);
    await tx.sql`insert into account (county, id, channel, external_id, staff_id, bound_at)
      select county, gen_random_uuid(), 'web', ${who} || ' ' || (phone::bigint - ${phones[who]}::bigint), id, now()
      from staff where phone::bigint >= ${phones[who]}::bigint and phone::bigint < ${phones[who] + people}::bigint on conflict do nothing`;
    await analyse(tx, ['household', 'assignment', 'staff', 'account', 'unit']);
  });
}
