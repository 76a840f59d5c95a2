import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/transaction.ts';
import type { Received } from '../../src/channels/channel.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { deliverOutbox } from '../../src/services/deliver-outbox.ts';
import { makeSentMarks, type SentMarks } from '../../src/services/mark-sent.ts';
import { preparePhoto } from '../../src/services/photo.ts';
import { makeReceiver } from '../../src/services/receive-message.ts';
import { placeOver } from '../problems/place.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { giveAccount } from './people.ts';
import { PretendChannel } from './pretend-channel.ts';

const { database } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.helper, 'wang');
const place = placeOver(database, {});

let said = 0;

/** A process with marks of its own, that has answered once and so is known to the database as a carrier. */
async function bot(now: () => number = Date.now) {
  const marks = makeSentMarks(place, now);
  const receive = makeReceiver({
    ...place,
    preparePhoto,
    makeDocument: () => Promise.resolve(undefined),
    marks,
  });
  const say = (text: string): Promise<Received> => {
    said += 1;
    return receive({
      channel: 'pretend',
      messageId: `${text}${said}`,
      at: Date.now(),
      from: { externalId: 'wang' },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
  };
  (await say('帮助')).sent();
  await marks.flush();
  return { say, marks };
}

/** What the delivery loop of another process sends a minute later, by the words it answers. */
async function sentByOthers(): Promise<string[]> {
  let now = Date.now() + 60_000;
  const channel = new PretendChannel(() => now);
  const delivery = {
    ...place,
    log: silentLog,
    channels: [channel],
    worker: 'other',
    random: () => 0.5,
    making: {},
  };
  for (let pass = 0; pass < 20; pass += 1, now += 5_000) await deliverOutbox({ ...delivery, now: () => now });
  return channel.gone.map(({ key }) => key?.replace(/\d+\/0$/u, '') ?? '');
}

const openAt = (marks: SentMarks) => {
  const carried = marks.carry();
  return read(database, wholeCounty(county), async (db) => {
    const rows = await db.sql<{ open: number[] }[]>`
      select open::int[] as open from carrier where county = ${county} and id = ${carried?.carrier ?? null}`;
    return rows[0]?.open;
  });
};

describe('a process notes in one row which of its replies are sent', () => {
  beforeEach(() =>
    write(database, wholeCounty(county), async (tx) => {
      for (const table of ['outbox', 'send_pace', 'inbox', 'carrier'])
        await tx.sql`delete from ${tx.sql(table)} where county = ${county}`;
    }),
  );

  it('so that nobody sends them again', async () => {
    const { say, marks } = await bot();
    for (const text of ['进度', '帮助', '未排查']) (await say(text)).sent();
    await marks.flush();
    expect(await sentByOthers()).toEqual([]);
  });

  it('and one that it did not live to send is sent by another, once', async () => {
    const { say, marks } = await bot();
    await say('进度');
    (await say('帮助')).sent();
    await marks.flush();
    expect(await sentByOthers()).toEqual(['进度']);
    expect(await sentByOthers()).toEqual([]);
  });

  it('and so is one that came after its last note', async () => {
    const { say, marks } = await bot();
    (await say('进度')).sent();
    await marks.flush();
    await say('未排查');
    expect(await sentByOthers()).toEqual(['未排查']);
  });

  it('and carries nothing before the database knows it', async () => {
    const marks = makeSentMarks(place);
    expect(marks.carry()).toBeNull();
    await marks.flush();
    expect(marks.carry()).toMatchObject({ number: 1 });
  });

  it('and gives up after a while what it could not send, which is then marked by itself', async () => {
    let now = Date.now();
    const { say, marks } = await bot(() => now);
    await say('进度');
    now += 61_000;
    for (const text of ['帮助', '未排查']) {
      (await say(text)).sent();
      await marks.flush();
    }
    expect(await openAt(marks)).toEqual([]);
    expect(await sentByOthers()).toEqual(['进度']);
  });
});
