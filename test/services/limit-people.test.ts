import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/channels/channel.ts';
import { limitPeople, PeopleLimit } from '../../src/messages/limit-people.ts';
import { makeLog } from '../../src/setting/log.ts';

const log = makeLog('silent');
const room = { kind: 'room', externalId: '柳元村群' } as const;

/** A receiver behind the limit, on a clock that is moved by hand. */
function limited({ most = 1_000 } = {}) {
  let now = Date.UTC(2021, 11, 15, 1);
  let count = 0;
  let away = false;
  const taken: string[] = [];
  const aside: { inbound: Inbound; person: string }[] = [];
  const limit = new PeopleLimit(() => now);
  const receive = limitPeople(
    async (inbound) => {
      if (away) throw new Error('the database is away');
      taken.push(inbound.messageId);
      return { replies: [], sent: () => undefined };
    },
    limit,
    async (inbound, person) => {
      if (aside.length >= most) return false;
      aside.push({ inbound, person });
      return true;
    },
    log,
  );
  const deliver = async (messageId: string, text: string, from: string, chat: Inbound['chat']) => {
    const content = { type: 'text', text } as const;
    const inbound = { channel: 'wecom', messageId, at: now, from: { externalId: from }, chat, content };
    const { replies } = await receive(inbound);
    return replies.map((reply) => (reply.content.type === 'text' ? reply.content.text : reply.content.type));
  };
  const say = (text: string, from = 'wang', chat: Inbound['chat'] = { kind: 'private' }) => {
    count += 1;
    return deliver(String(count), text, from, chat);
  };
  const sayMany = async (n: number, ...how: Parameters<typeof say>) => {
    const replies: string[] = [];
    for (let i = 0; i < n; i += 1) replies.push(...(await say(...how)));
    return replies;
  };
  return {
    say,
    sayMany,
    again: (messageId: string) => deliver(messageId, '好的', 'wang', { kind: 'private' }),
    taken,
    aside,
    limit,
    wait: (ms: number) => (now += ms),
    setAway: (is: boolean) => (away = is),
  };
}

describe('who sends faster than anybody can type', () => {
  it('is told once that all is kept and answered in its order, and nothing is dropped', async () => {
    const { say, sayMany, taken, aside } = limited();
    expect(await sayMany(30, '好的')).toEqual([]);
    expect(await say('4口人 一年5万 打工 稳定 都参保')).toEqual([
      '发得有点快，都收下了，一条没丢。从“4口人 一年5万 打工”起按先后慢慢回，请稍等，不用重发。',
    ]);
    expect(await sayMany(50, '好的')).toEqual([]);
    expect(taken).toHaveLength(30);
    expect(aside).toHaveLength(51);
  });

  it('comes behind his own messages as long as some of them wait, and is answered at once when none does', async () => {
    const { say, sayMany, taken, aside, limit, wait } = limited();
    await sayMany(31, '好的');
    wait(60_000);
    await say('4口人');
    expect(aside).toHaveLength(2);
    limit.nowWaiting([], limit.beginLooking());
    await say('进度');
    expect(taken).toHaveLength(31);
  });

  it('is behind them also when one came while it was looked who waits', async () => {
    const { say, sayMany, aside, limit, wait } = limited();
    await sayMany(31, '好的');
    const since = limit.beginLooking();
    await say('又一条');
    limit.nowWaiting([], since);
    wait(60_000);
    await say('4口人');
    expect(aside).toHaveLength(3);
  });

  it('keeps nobody else waiting, nor himself in another chat', async () => {
    const { say, sayMany, taken } = limited();
    await sayMany(40, '好的');
    await say('4口人', 'li');
    await say('进度', 'wang', { ...room, mentioned: true });
    expect(taken).toHaveLength(32);
  });

  it('is not limited at the pace of two houses a minute', async () => {
    const { say, wait, aside } = limited();
    for (let i = 0; i < 500; i += 1) {
      expect(await say('对')).toEqual([]);
      wait(2_000);
    }
    expect(aside).toEqual([]);
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

describe('what counts', () => {
  it('is a message, not its deliveries: the same one brought again and again is one', async () => {
    const { again, say, taken } = limited();
    for (let i = 0; i < 100; i += 1) await again('m1');
    expect(await say('4口人')).toEqual([]);
    expect(taken).toHaveLength(101);
  });

  it('is not what the bot refused itself while its database was away', async () => {
    const { say, setAway, taken, aside } = limited();
    setAway(true);
    for (let i = 0; i < 90; i += 1) await expect(say('对')).rejects.toThrow();
    setAway(false);
    expect(await say('4口人')).toEqual([]);
    expect(taken).toHaveLength(1);
    expect(aside).toEqual([]);
  });

  it('and what can’t be stored any more isn’t acknowledged, so that the platform brings it again', async () => {
    const { sayMany, say } = limited({ most: 5 });
    await sayMany(35, '好的');
    await expect(say('4口人')).rejects.toThrow('waiting');
  });
});
