import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/channels/channel.ts';
import { limitPeople, PeopleLimit } from '../../src/messages/limit-people.ts';
import { makeLog } from '../../src/setting/log.ts';

const log = makeLog('silent');
const room = { kind: 'room', externalId: '柳元村群' } as const;

/** A receiver behind the limit, on a clock that is moved by hand. */
function limited() {
  let now = Date.UTC(2021, 11, 15, 1);
  let count = 0;
  const taken: string[] = [];
  const receive = limitPeople(
    (inbound) => {
      taken.push(inbound.messageId);
      return Promise.resolve({ replies: [], sent: () => undefined });
    },
    new PeopleLimit(() => now),
    log,
  );
  const say = async (text: string, from = 'wang', chat: Inbound['chat'] = { kind: 'private' }) => {
    count += 1;
    const content = { type: 'text', text } as const;
    const at = now;
    const { replies } = await receive({
      channel: 'wecom',
      messageId: String(count),
      at,
      from: { externalId: from },
      chat,
      content,
    });
    return replies.map((reply) => (reply.content.type === 'text' ? reply.content.text : reply.content.type));
  };
  const sayMany = async (n: number, ...how: Parameters<typeof say>) => {
    const replies: string[] = [];
    for (let i = 0; i < n; i += 1) replies.push(...(await say(...how)));
    return replies;
  };
  return { say, sayMany, taken, wait: (ms: number) => (now += ms) };
}

describe('who sends faster than anybody can type', () => {
  it('is told once from which message on nothing was recorded, and when to go on', async () => {
    const { say, sayMany, taken, wait } = limited();
    expect(await sayMany(30, '好的')).toEqual([]);
    expect(await say('4口人 一年5万 打工 稳定 都参保')).toEqual([
      '发得太快了，我跟不上。从“4口人 一年5万 打工”起先没记，前面的都记着。请歇30秒，从这里接着发。',
    ]);
    expect(await sayMany(50, '好的')).toEqual([]);
    wait(29_999);
    expect(await say('早了')).toEqual([]);
    expect(taken).toHaveLength(30);
    wait(1);
    expect(await say('4口人')).toEqual([]);
    expect(taken).toHaveLength(31);
  });

  it('keeps nobody else waiting, nor himself in another chat', async () => {
    const { say, sayMany, taken } = limited();
    await sayMany(40, '好的');
    await say('4口人', 'li');
    await say('进度', 'wang', { ...room, mentioned: true });
    expect(taken).toHaveLength(32);
  });

  it('is not limited at the pace of two houses a minute', async () => {
    const { say, wait } = limited();
    for (let i = 0; i < 500; i += 1) {
      expect(await say('对')).toEqual([]);
      wait(2_000);
    }
  });

  it('is not told in a group he was only chatting in, and his words are not shown there', async () => {
    const chatting = limited();
    expect(await chatting.sayMany(60, '吃了吗', 'wang', { ...room, mentioned: false })).toEqual([]);
    const asking = limited();
    const told = await asking.sayMany(60, '张三收入4万', 'wang', { ...room, mentioned: true });
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain('张三');
  });

  it('is told when he speaks to the bot, though he was only chatting when he grew too fast', async () => {
    const { say, sayMany } = limited();
    await sayMany(60, '吃了吗', 'wang', { ...room, mentioned: false });
    expect(await say('进度', 'wang', { ...room, mentioned: true })).toHaveLength(1);
    expect(await sayMany(5, '进度', 'wang', { ...room, mentioned: true })).toEqual([]);
  });

  it('sees no ID number again', async () => {
    const { say, sayMany } = limited();
    await sayMany(30, '好的');
    expect((await say('990101197001010014'))[0]).not.toContain('19700101');
  });
});
