import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import type { Received } from '../../src/channels/channel.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { makeSentMarks, type SentMarks } from '../../src/messages/mark-sent.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { type Delivery, deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { placeOver } from '../problems/place.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { holdUp } from './hold-up.ts';
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
async function sentByOthers(extra: Partial<Delivery> = {}): Promise<string[]> {
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
  for (let pass = 0; pass < 20; pass += 1, now += 5_000)
    await deliverOutbox({ ...delivery, ...extra, now: () => now });
  return channel.gone.map(({ key }) => key?.replace(/\d+\/0$/u, '') ?? '');
}

const inCounty = <T>(work: Parameters<typeof write<T>>[2]) => write(database, wholeCounty(county), work);

const carriers = async () => {
  const rows = await inCounty(
    (tx) => tx.sql<{ id: string }[]>`select id from carrier where county = ${county}`,
  );
  return rows.length;
};

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

  it('and one that took long to be stored is not given up before it is', async () => {
    let now = Date.now();
    const { say, marks } = await bot(() => now);
    const held = await holdUp(database, seeded.staff.helper);
    const late = say('进度');
    await held.waitedFor();
    // Another turn of the same process is noted meanwhile, much later.
    now += 61_000;
    marks.sent({ channel: 'pretend', messageId: 'of nobody' }, null);
    await marks.flush();
    await held.letGo();
    await late;
    marks.sent({ channel: 'pretend', messageId: 'of nobody' }, null);
    await marks.flush();
    expect(await sentByOthers()).toEqual(['进度']);
  });

  it('and counts the time for sending from before the commit, which it may learn of late', async () => {
    const { say } = await bot();
    const held = await holdUp(database, seeded.staff.helper);
    const asked = say('进度');
    await held.waitedFor();
    const committable = Date.now();
    while (Date.now() === committable) await new Promise((done) => setImmediate(done));
    await held.letGo();
    expect((await asked).committedAt).toBeLessThanOrEqual(committable);
  });

  it('and one that goes out after it was given up is marked by itself', async () => {
    let now = Date.now();
    const { say, marks } = await bot(() => now);
    const slow = await say('进度');
    now += 61_000;
    (await say('帮助')).sent();
    await marks.flush();
    slow.sent();
    await marks.flush();
    expect(await sentByOthers()).toEqual([]);
  });

  it('and notes what it sent before it looks for what others left', async () => {
    const { say, marks } = await bot();
    (await say('进度')).sent();
    expect(await sentByOthers({ noteSent: () => marks.flush() })).toEqual([]);
  });

  it('and looks for nothing while that can’t be noted', async () => {
    await bot();
    await expect(sentByOthers({ noteSent: () => Promise.resolve(false) })).rejects.toThrow('noted');
  });

  it('and keeps no list without end where a channel never says what it sent', async () => {
    let now = Date.now();
    const { marks } = await bot(() => now);
    for (let n = 0; n < 5_000; n += 1) {
      const carried = marks.carry();
      if (carried !== null) marks.settled(carried);
      if (n === 4_000) now += 61_000;
    }
    // The first note gives up what is overdue, the next no longer names it.
    await marks.flush();
    marks.sent({ channel: 'pretend', messageId: 'of nobody' }, null);
    await marks.flush();
    expect((await openAt(marks))?.length).toBeLessThan(1_010);
  });

  it('and leaves no row when it ends, unless something is still to be sent', async () => {
    const done = await bot();
    (await done.say('进度')).sent();
    await done.marks.close();
    expect(await carriers()).toBe(0);
    const busy = await bot();
    await busy.say('未排查');
    await busy.marks.close();
    expect(await carriers()).toBe(1);
    expect(await sentByOthers()).toEqual(['未排查']);
  });

  it('and is known again with its next note when it was forgotten', async () => {
    const { say, marks } = await bot();
    await say('进度');
    await inCounty((tx) => tx.sql`delete from carrier where county = ${county}`);
    (await say('帮助')).sent();
    await marks.flush();
    expect(await sentByOthers()).toEqual(['进度']);
  });

  it('and is not forgotten for the wrong clock of another machine', async () => {
    const { say } = await bot();
    await say('进度');
    await bot(() => Date.now() + 5 * 24 * 60 * 60_000);
    expect(await sentByOthers()).toEqual(['进度']);
  });

  it('and what a version before it stored unsent is sent, once', async () => {
    const marks = makeSentMarks(place);
    const { say } = await bot();
    await say('进度');
    // As it was before there were carriers.
    await inCounty(async (tx) => {
      await tx.sql`update inbox set carrier = null, carried = null where county = ${county}`;
      await tx.sql`delete from carrier where county = ${county}`;
      await tx.sql`update inbox set sent_at = now() where county = ${county} and message_id like '帮助%'`;
    });
    await marks.flush();
    expect(await sentByOthers()).toEqual(['进度']);
    expect(await sentByOthers()).toEqual([]);
  });
});
