import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { mostWaiting } from '../../db/turn/waiting.ts';
import type { Channel, Inbound, Outbound } from '../../src/channels/channel.ts';
import { unlimited } from '../../src/channels/channel.ts';
import { answerWaiting, asideInDatabase } from '../../src/messages/answer-waiting.ts';
import { limitPeople, PeopleLimit } from '../../src/messages/limit-people.ts';
import { makeLog } from '../../src/setting/log.ts';
import { county } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const log = makeLog('silent');
const scope = wholeCounty(county);
const place = { database, county, log };

beforeEach(() =>
  write(database, scope, (tx) => tx.sql`delete from waiting_message where county = ${county}`),
);

/** A process with a limit; it answers by repeating what was said. */
function process() {
  let now = 0;
  const said: string[] = [];
  const sent: string[] = [];
  const channel: Channel = {
    name: 'wecom',
    capabilities: {
      rooms: true,
      mention: true,
      image: true,
      file: true,
      maxTextBytes: 2048,
      maxImageBytes: 1,
      rate: { total: unlimited, perReceiver: unlimited },
    },
    start: async () => undefined,
    send: async ({ content }: Outbound) => {
      sent.push(content.type === 'text' ? content.text : content.type);
      return { is: 'sent' };
    },
    stop: async () => undefined,
  };
  const limit = new PeopleLimit(() => now, { burst: 3, everyMs: 1_000 });
  const receive = async (inbound: Inbound) => {
    const { content, from } = inbound;
    const text =
      content.type === 'text' ? content.text : `照片${content.type === 'image' ? content.data.length : ''}`;
    said.push(text);
    const to = { kind: 'private', externalId: from.externalId } as const;
    return {
      replies: [{ to, content: { type: 'text', text: `答${text}` } as const }],
      sent: () => undefined,
    };
  };
  const limited = limitPeople(receive, limit, asideInDatabase(place), log);
  return {
    said,
    sent,
    limit,
    say: (text: string, id = text, content?: Inbound['content']) =>
      limited({
        channel: 'wecom',
        messageId: id,
        at: Date.UTC(2021, 11, 15),
        from: { externalId: 'wang' },
        chat: { kind: 'private' },
        content: content ?? { type: 'text', text },
      }),
    pass: () => {
      now += 1_000;
      return answerWaiting({ place, receive, limit, channels: [channel] });
    },
  };
}

const left = () =>
  read(
    database,
    scope,
    (db) => db.sql<{ message_id: string }[]>`
      select message_id from waiting_message where county = ${county} order by no`,
  );

describe('what came too fast', () => {
  it('is answered later, in its order, with its photos, and then one is answered at once again', async () => {
    const { say, pass, said, sent } = process();
    for (const text of ['一', '二', '三', '四', '五']) await say(text);
    await say('', '六', { type: 'image', data: new Uint8Array([1, 2, 3]) });
    expect(said).toEqual(['一', '二', '三']);
    for (let i = 0; i < 4; i += 1) await pass();
    expect(said).toEqual(['一', '二', '三', '四', '五', '照片3']);
    expect(sent).toEqual(['答四', '答五', '答照片3']);
    expect(await left()).toEqual([]);
    await say('七');
    expect(said.at(-1)).toBe('七');
  });

  it('is answered by the next process when this one died, and what is said meanwhile comes behind it', async () => {
    const died = process();
    for (const text of ['一', '二', '三', '四', '五']) await died.say(text);
    const next = process();
    await next.pass();
    await next.say('六');
    for (let i = 0; i < 5; i += 1) await next.pass();
    expect(next.said).toEqual(['四', '五', '六']);
  });

  it('is stored once however often it is delivered', async () => {
    const { say } = process();
    for (const text of ['一', '二', '三', '四', '四', '四']) await say(text);
    expect(await left()).toEqual([{ message_id: '四' }]);
  });

  it(`is not acknowledged any more when ${mostWaiting} of one person wait`, async () => {
    const { say } = process();
    for (let i = 0; i < 3 + mostWaiting; i += 1) await say(String(i));
    await expect(say('太多')).rejects.toThrow();
    await say('5');
    expect(await left()).toHaveLength(mostWaiting);
  });
});
