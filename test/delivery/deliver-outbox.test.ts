import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { outboxState } from '../../db/outbox/outbox-intake.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { type Delivery, deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { giveAccount, queue, queueTo } from './people.ts';
import { mostWithin, PretendChannel } from './pretend-channel.ts';

const { database } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.helper, 'wang');
await giveAccount(database, seeded.staff.office, 'zheng');

const START = Date.UTC(2021, 11, 9, 1, 0, 0);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('the delivery of the outbox', () => {
  let now = START;
  let channel: PretendChannel;
  let delivery: Delivery;

  beforeEach(async () => {
    now = START;
    channel = new PretendChannel(() => now);
    delivery = deliveryOf('one', channel);
    await write(database, wholeCounty(county), async (tx) => {
      await tx.sql`delete from outbox where county = ${county}`;
      await tx.sql`delete from send_pace where county = ${county}`;
      await tx.sql`delete from inbox where county = ${county}`;
    });
  });

  function deliveryOf(worker: string, over: PretendChannel, part: Partial<Delivery> = {}): Delivery {
    const base = { database, county, log: silentLog, channels: [over], worker };
    return { ...base, now: () => now, random: () => 0.5, making: {}, ...part };
  }

  /** Passes one after another, the clock moving on between them. */
  async function deliverFor(ms: number, step = SECOND, done = () => false): Promise<void> {
    for (const end = now + ms; now <= end && !done(); now += step) await deliverOutbox(delivery);
  }

  const rows = () =>
    read(database, wholeCounty(county), async (db) => [
      ...(await db.sql<{ key: string; status: string; attempts: number; last_error: string | null }[]>`
        select key, status, attempts, last_error from outbox where county = ${county} order by key`),
    ]);

  it('sends a message once, however often the outbox is looked at', async () => {
    await queueTo(database, [{ key: 'a', to: 'wang' }], START);
    await deliverFor(MINUTE);
    expect(channel.texts).toEqual(['a']);
    expect(await rows()).toMatchObject([{ status: 'sent', attempts: 1 }]);
  });

  it('sends what is queued for a person to the account used last, and only once under its key', async () => {
    const push = {
      kind: 'reminder',
      body: { type: 'text', text: '今天 3 户。' },
      dueAt: START,
      usefulUntil: null,
    } as const;
    const helper = `staff:${seeded.staff.helper}`;
    const twice = [0, 1].map(() =>
      queue(database, [{ ...push, key: 'morning/wang', receiver: helper }], START),
    );
    expect((await Promise.all(twice)).flat()).toEqual(['morning/wang']);
    expect(
      await queue(
        database,
        [{ ...push, key: 'morning/li', receiver: `staff:${seeded.staff.colleague}` }],
        START,
      ),
    ).toEqual([]);
    await deliverFor(10 * SECOND);
    expect(channel.gone).toMatchObject([{ to: 'wang', text: '今天 3 户。', key: 'morning/wang' }]);
  });

  it('lets replies go before reminders and digests last', async () => {
    const wanted = [
      { key: 'digest', to: 'wang', priority: 8 },
      { key: 'reminder', to: 'wang', priority: 5 },
      { key: 'reply', to: 'wang', priority: 0 },
    ];
    await queueTo(database, wanted, START);
    await deliverFor(MINUTE);
    expect(channel.texts).toEqual(['reply', 'reminder', 'digest']);
  });

  it('waits until a message is due', async () => {
    await queueTo(database, [{ key: 'later', to: 'wang' }], START + MINUTE);
    await deliverFor(50 * SECOND);
    expect(channel.texts).toEqual([]);
    await deliverFor(20 * SECOND);
    expect(channel.texts).toEqual(['later']);
  });

  it('keeps the limit of a receiver and the limit of the channel in any window', async () => {
    const many = Array.from({ length: 400 }, (_, n) => ({
      key: `m${n}`,
      to: n % 4 === 0 ? 'room' : `person${n % 37}`,
    }));
    await queueTo(database, many, START);
    await deliverFor(20 * MINUTE, SECOND, () => channel.gone.length === 400);
    expect(channel.gone).toHaveLength(400);
    expect(new Set(channel.gone.map(({ key }) => key)).size).toBe(400);
    expect(mostWithin(channel.gone, MINUTE)).toBeLessThanOrEqual(100);
    for (const to of new Set(channel.gone.map((one) => one.to))) {
      expect(
        mostWithin(
          channel.gone.filter((one) => one.to === to),
          MINUTE,
        ),
      ).toBeLessThanOrEqual(6);
    }
  }, 60_000);

  it('keeps the limits also when sends are slow and two processes share the work', async () => {
    const many = Array.from({ length: 150 }, (_, n) => ({ key: `m${n}`, to: `person${n}` }));
    await queueTo(database, many, START);
    // Each send takes the clock on: what was claimed too long ago is given back.
    channel.answer = () => {
      now += 700;
      return { is: 'sent' };
    };
    const other = deliveryOf('two', channel);
    for (let n = 0; n < 400 && channel.gone.length < 150; n++, now += 300) {
      await Promise.all([deliverOutbox(delivery), deliverOutbox(other)]);
    }
    expect(new Set(channel.texts).size).toBe(150);
    expect(channel.gone).toHaveLength(150);
    expect(mostWithin(channel.gone, MINUTE)).toBeLessThanOrEqual(100);
  }, 60_000);

  it('sends a long text in parts, in order, at the receiver’s pace and before anything else to him', async () => {
    const sentence = '李庄村第三组还有四户没有走访，请今天去。';
    await queueTo(
      database,
      [
        { key: 'long', to: 'wang', text: sentence.repeat(12) },
        { key: 'next', to: 'wang', priority: 0 },
      ],
      START,
    );
    channel.answer = () => ({ is: 'sent' });
    await deliverOutbox(delivery);
    expect(channel.texts).toEqual(['next']);
    await deliverFor(2 * MINUTE);
    expect(channel.texts.slice(1).join('')).toBe(sentence.repeat(12));
    expect(channel.gone.slice(1).map(({ key }) => key)).toEqual(['long/0', 'long/1', 'long/2']);
    expect(mostWithin(channel.gone, MINUTE)).toBeLessThanOrEqual(6);
  });

  it('goes on with the second part where the process that sent the first has died', async () => {
    const sentence = '李庄村第三组还有四户没有走访，请今天去。';
    await queueTo(database, [{ key: 'long', to: 'wang', text: sentence.repeat(6) }], START);
    await deliverOutbox(delivery);
    now += MINUTE;
    const other = deliveryOf('two', channel);
    await deliverOutbox(other);
    expect(channel.gone.map(({ key }) => key)).toEqual(['long/0', 'long/1']);
  });

  it('takes up a message whose process died with it, when its lease is over', async () => {
    await queueTo(database, [{ key: 'a', to: 'wang' }], START);
    // The send never comes back: that process is gone.
    channel.answer = () => new Promise(() => {});
    void deliverOutbox(delivery);
    await expect.poll(async () => (await rows())[0]?.attempts).toBe(1);
    const healthy = new PretendChannel(() => now);
    const other = deliveryOf('two', healthy);
    now += 2 * MINUTE;
    await deliverOutbox(other);
    expect(healthy.texts).toEqual([]);
    now += 2 * MINUTE;
    await deliverOutbox(other);
    expect(healthy.texts).toEqual(['a']);
  });

  it('tries again with growing pauses, parks after ten attempts and tells the office once', async () => {
    await queueTo(
      database,
      [
        { key: 'a', to: 'wang' },
        { key: 'b', to: 'li' },
      ],
      START,
    );
    const tries: number[] = [];
    channel.answer = ({ key }) => {
      if (key?.startsWith('undelivered/')) return { is: 'sent' };
      if (key === 'a') tries.push(now);
      return { is: 'retry', afterMs: 0, why: '999 never seen' };
    };
    await deliverFor(3 * 60 * MINUTE, 20 * SECOND);
    expect(tries).toHaveLength(10);
    const pauses = tries.slice(1).map((at, n) => at - (tries[n] ?? 0));
    expect(pauses.every((pause, n) => pause >= (pauses[n - 1] ?? 0))).toBe(true);
    expect((await rows()).filter(({ status }) => status === 'dead').map(({ key }) => key)).toEqual([
      'a',
      'b',
    ]);
    expect(channel.gone).toMatchObject([{ to: 'zheng', text: expect.stringContaining('没能送到') }]);
    const state = await read(database, wholeCounty(county), (db) => outboxState(db, new Date(0)));
    expect(state).toMatchObject([{ channel: 'pretend', queued: 0, dead: 2 }]);
  }, 60_000);

  it('parks at once what the platform refuses, and goes on with the rest', async () => {
    await queueTo(
      database,
      [
        { key: 'bad', to: 'gone' },
        { key: 'good', to: 'wang' },
      ],
      START,
    );
    channel.answer = ({ to }) =>
      to.externalId === 'gone' ? { is: 'refused', why: '81013' } : { is: 'sent' };
    await deliverFor(10 * SECOND);
    expect(channel.texts).toEqual(expect.arrayContaining(['good', expect.stringContaining('81013')]));
    expect((await rows()).find(({ key }) => key === 'bad')).toMatchObject({
      status: 'dead',
      last_error: '81013',
    });
  });

  it('holds the whole channel back when the platform is out of reach, and counts that against no message', async () => {
    await queueTo(
      database,
      Array.from({ length: 30 }, (_, n) => ({ key: `m${n}`, to: `p${n}` })),
      START,
    );
    let down = true;
    let calls = 0;
    channel.answer = () => {
      calls++;
      return down
        ? { is: 'retry', afterMs: 5 * SECOND, why: 'ECONNREFUSED', fault: 'channel' }
        : { is: 'sent' };
    };
    await deliverFor(3 * 60 * MINUTE, 30 * SECOND);
    expect(calls).toBeLessThan(3_000);
    expect((await rows()).every(({ status, attempts }) => status === 'queued' && attempts === 0)).toBe(true);
    down = false;
    await deliverFor(2 * MINUTE);
    expect(new Set(channel.texts).size).toBe(30);
  }, 60_000);

  it('leaves messages alone while their channel is offline', async () => {
    await queueTo(database, [{ key: 'a', to: 'wang' }], START);
    channel.online = false;
    await deliverFor(10 * MINUTE, 10 * SECOND);
    expect(await rows()).toMatchObject([{ attempts: 0 }]);
    channel.online = true;
    await deliverOutbox(delivery);
    expect(channel.texts).toEqual(['a']);
  });

  it('drops quietly what would mislead by now', async () => {
    const push = {
      kind: 'reminder',
      body: { type: 'text', text: '今天 3 户。' },
      dueAt: START,
      usefulUntil: START + MINUTE,
    } as const;
    await queue(
      database,
      [{ ...push, key: 'morning/wang', receiver: `staff:${seeded.staff.helper}` }],
      START,
    );
    channel.online = false;
    await deliverOutbox(delivery);
    now += 2 * MINUTE;
    channel.online = true;
    await deliverFor(MINUTE);
    expect(channel.gone).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'dead', last_error: 'no longer useful' }]);
  });

  it('shows the picture after the text, made smaller where it is too large', async () => {
    const document = { kind: 'progressPicture', args: { data: '{}' }, fileName: '龙城镇进度.png' };
    const push = {
      kind: 'digest',
      body: { type: 'text', text: '进度：', document },
      dueAt: START,
      usefulUntil: null,
    } as const;
    await queue(
      database,
      [{ ...push, key: 'digest/zheng', receiver: `staff:${seeded.staff.office}` }],
      START,
    );
    delivery = deliveryOf('one', channel, {
      making: {
        document: async ({ fileName }) => ({
          type: 'image',
          mime: 'image/png',
          data: new Uint8Array(5_000),
          name: fileName,
        }),
        shrink: async (_, maxBytes) => ({
          type: 'image',
          mime: 'image/jpeg',
          data: new Uint8Array(maxBytes),
          name: '',
        }),
      },
    });
    await deliverFor(MINUTE);
    expect(channel.texts).toEqual(['进度：', '[image 1000]']);
  });

  it('still says the text where no picture can be made', async () => {
    const document = { kind: 'progressPicture', args: { data: '{}' }, fileName: 'a.png' };
    const push = {
      kind: 'digest',
      body: { type: 'text', text: '进度：', document },
      dueAt: START,
      usefulUntil: null,
    } as const;
    await queue(
      database,
      [{ ...push, key: 'digest/zheng', receiver: `staff:${seeded.staff.office}` }],
      START,
    );
    await deliverFor(MINUTE);
    expect(channel.texts).toEqual(['进度：']);
    expect(await rows()).toMatchObject([{ status: 'sent' }]);
  });

  it('parks a message it can’t read instead of stumbling over it for ever', async () => {
    await queueTo(
      database,
      [
        { key: 'broken', to: '' },
        { key: 'good', to: 'wang' },
      ],
      START,
    );
    await deliverFor(3 * 60 * MINUTE, 30 * SECOND);
    expect(channel.texts).toContain('good');
    expect((await rows()).find(({ key }) => key === 'broken')).toMatchObject({
      status: 'dead',
      attempts: 10,
    });
  }, 60_000);

  describe('replies that their process did not live to send', () => {
    const claimed = (
      messageId: string,
      replies: unknown[],
      sentAt: Date | null = null,
      chat: unknown = { kind: 'private', externalId: 'wang' },
    ) =>
      write(database, wholeCounty(county), async (tx) => {
        await tx.sql`
          insert into inbox (county, channel, message_id, account_id, chat, replies, received_at, sent_at)
          select ${county}, 'pretend', ${messageId}, id, ${JSON.stringify(chat)}::text::jsonb, ${JSON.stringify(replies)}::text::jsonb,
            ${new Date(START)}, ${sentAt} from account where county = ${county} and external_id = 'wang'`;
      });

    it('are sent after a while, once, under the message they answer', async () => {
      await claimed('m1', [{ text: '记下了。' }, { text: '下一题。' }]);
      await deliverFor(40 * SECOND, 10 * SECOND);
      expect(channel.texts).toEqual([]);
      await Promise.all([deliverOutbox(delivery), deliverOutbox(deliveryOf('two', channel))]);
      await deliverFor(2 * MINUTE, 10 * SECOND);
      expect(channel.gone.map(({ key, text }) => [key, text])).toEqual([
        ['m1/0', '记下了。'],
        ['m1/1', '下一题。'],
      ]);
    });

    it('are not sent again when they had gone', async () => {
      await claimed('m2', [{ text: '记下了。' }], new Date(START));
      await deliverFor(5 * MINUTE, 10 * SECOND);
      expect(channel.texts).toEqual([]);
    });

    it('go in private where they were meant so, although the question was put in a group', async () => {
      await claimed('m3', [{ text: '私下说。', privately: true }, { text: '群里说。' }], null, {
        kind: 'room',
        externalId: 'room1',
      });
      await deliverFor(5 * MINUTE, 10 * SECOND);
      expect(channel.gone.map(({ to, text }) => [to, text]).sort()).toEqual([
        ['room1', '群里说。'],
        ['wang', '私下说。'],
      ]);
    });
  });
});
