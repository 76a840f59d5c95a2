import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import type { Inbound, Received } from '../../src/channels/channel.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { makeDocument, makePushDocument } from '../../src/documents-made/make-document.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import type { Making } from '../../src/pushes/outbox-message.ts';
import { placeOver } from '../problems/place.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { unmarked } from '../support/receiver.ts';
import { giveAccount } from './people.ts';
import { PretendChannel } from './pretend-channel.ts';

const { database } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.office, 'zheng');
const place = placeOver(database, { PUBLIC_URL: 'https://ruhu.test' });

/** A bot just started: it has nothing in memory. */
function bot(make = (...asked: Parameters<typeof makeDocument>) => makeDocument(...asked)) {
  let made = 0;
  const receive = makeReceiver({
    ...place,
    preparePhoto,
    marks: unmarked,
    makeDocument: (reply, session) => {
      made++;
      return make(place, reply, session);
    },
  });
  return { receive, made: () => made };
}

let messages = 0;
const said = (text: string): Inbound => ({
  channel: 'pretend',
  messageId: `left-${++messages}`,
  at: Date.now(),
  from: { externalId: 'zheng' },
  chat: { kind: 'private' },
  content: { type: 'text', text },
});

const kinds = ({ replies }: Received) => replies.map(({ content }) => content.type);
const texts = ({ replies }: Received) =>
  replies.flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));

describe('the document of a reply whose process did not live to send it', () => {
  let now = Date.now();
  let channel: PretendChannel;

  beforeEach(async () => {
    now = Date.now() + 60_000;
    channel = new PretendChannel(() => now, { file: true, maxImageBytes: 10_000_000 });
    await write(database, wholeCounty(county), async (tx) => {
      await tx.sql`delete from outbox where county = ${county}`;
      await tx.sql`delete from send_pace where county = ${county}`;
      await tx.sql`delete from inbox where county = ${county}`;
    });
  });

  const deliver = async () => {
    const making = {
      document: (...asked: Parameters<NonNullable<Making['document']>>) => makePushDocument(place, ...asked),
    };
    for (let n = 0; n < 20; n++, now += 5_000)
      await deliverOutbox({
        ...place,
        log: silentLog,
        channels: [channel],
        worker: 'one',
        now: () => now,
        random: () => 0.5,
        making,
      });
  };

  it('is sent by the delivery loop: the link to the page', async () => {
    await bot().receive(said('网页'));
    await deliver();
    expect(channel.texts[0]).toContain('点下面的链接');
    expect(channel.texts[1]).toContain('https://ruhu.test/');
  });

  it('is sent by the delivery loop: the report', async () => {
    expect(kinds(await bot().receive(said('报告')))).toEqual(['text', 'file']);
    await deliver();
    expect(channel.texts.at(-1)).toMatch(/^\[file \d+\]$/u);
  });

  it('is sent by the delivery loop: a list, and who saw it stands in the log', async () => {
    await bot().receive(said('未排查 刘园村'));
    await bot().receive(said('表格'));
    const looks = () =>
      read(database, wholeCounty(county), async (db) => {
        const rows = await db.sql<{ chat: string }[]>`
          select chat from access_log where county = ${county} and what = '名单表格'`;
        return rows.map(({ chat }) => chat);
      });
    const before = await looks();
    await deliver();
    expect(channel.texts.at(-1)).toMatch(/^\[file \d+\]$/u);
    const after = await looks();
    expect(after).toHaveLength(before.length * 2);
    expect(new Set(after)).toEqual(new Set(['private:pretend']));
  });

  it('is not made for somebody who is no longer on the roster; he is told', async () => {
    await bot().receive(said('网页'));
    const active = (is: boolean) =>
      write(database, wholeCounty(county), async (tx) => {
        await tx.sql`update staff set active = ${is} where county = ${county} and id = ${seeded.staff.office}`;
      });
    await active(false);
    await deliver();
    await active(true);
    expect(channel.texts).toHaveLength(2);
    expect(channel.texts[1]).toBe('附件没发成，请再回一次刚才的话。');
  });
});

describe('the document of a reply to a message that comes again', () => {
  it('is given again, by a bot that had not made it', async () => {
    const message = said('报告');
    await bot().receive(message);
    const again = await bot().receive(message);
    expect([again.repeated, kinds(again)]).toEqual([true, ['text', 'file']]);
  });

  it('is made once by one bot', async () => {
    const { receive, made } = bot();
    const message = said('报告');
    const first = await receive(message);
    expect((await receive(message)).replies).toEqual(first.replies);
    expect(made()).toBe(1);
  });

  it('gives way to one line where it can’t be made', async () => {
    const failing = bot((_, { document, ...reply }, asker) =>
      makeDocument(
        place,
        document ? { ...reply, document: { ...document, args: { unit: 'gone' } } } : reply,
        asker,
      ),
    );
    expect(texts(await failing.receive(said('报告')))[1]).toBe('附件没发成，请再回一次刚才的话。');
  });

  it('counts the time for sending from the commit, not from when the document was made', async () => {
    let begun = 0;
    const slow = bot(async (_, reply, session) => {
      begun = Date.now();
      while (Date.now() === begun) await new Promise((done) => setImmediate(done));
      return makeDocument(place, reply, session);
    });
    const { committedAt } = await slow.receive(said('报告'));
    expect(committedAt).toBeLessThanOrEqual(begun);
  });
});
