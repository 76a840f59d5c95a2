import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelContract, Taker, until } from '../contract.ts';
import { MadeUpWechat, platformOf, scratch } from './mock.ts';

channelContract(
  'wechaty with a puppet in the same process',
  { rooms: 'all', photos: true, pictures: true, redelivers: true, strangers: true },
  async () => {
    const wechat = new MadeUpWechat();
    const { folder, remove } = await scratch();
    return platformOf(
      wechat,
      { puppet: wechat.puppet, options: {}, memory: join(folder, 'wechaty') },
      remove,
    );
  },
);

describe('a person whose id has changed with a login', () => {
  it('comes in under the new id, as a stranger who has to bind again; the old one is refused', async () => {
    const wechat = new MadeUpWechat();
    const { folder, remove } = await scratch();
    const config = { puppet: wechat.puppet, options: {}, memory: join(folder, 'wechaty') };
    const { channel, close } = await platformOf(wechat, config, remove);
    const taker = new Taker();
    await channel.start(taker.receive);
    wechat.say('zhang', '第一句');
    await until(() => expect(taker.taken).toHaveLength(1));
    wechat.changeId('zhang', 'zhang-of-today');
    wechat.say('zhang', '第二句');
    await until(() => expect(taker.taken).toHaveLength(2));
    expect(taker.taken.map(({ from }) => from)).toEqual([
      { externalId: 'zhang', name: 'zhang家的' },
      { externalId: 'zhang-of-today', name: 'zhang家的' },
    ]);
    const content = { type: 'text', text: '提醒' } as const;
    const result = await channel.send({ to: { kind: 'private', externalId: 'zhang' }, content });
    expect(result.is).toBe('refused');
    await close();
  });
});

describe('a mention by a name that the bot does not know itself by', () => {
  it('is taken off the front where the puppet says that the bot is mentioned', async () => {
    const wechat = new MadeUpWechat();
    const payloadOf = wechat.puppet.messagePayload.bind(wechat.puppet);
    wechat.puppet.messagePayload = async (id) => ({ ...(await payloadOf(id)), mentionIdList: ['bot-self'] });
    const { folder, remove } = await scratch();
    const config = { puppet: wechat.puppet, options: {}, memory: join(folder, 'wechaty') };
    const { channel, close } = await platformOf(wechat, config, remove);
    const taker = new Taker();
    await channel.start(taker.receive);
    wechat.say('zhang', '@入户小帮手[笑脸]\u2005进度', true);
    await until(() => expect(taker.taken).toHaveLength(1));
    expect(taker.taken[0]).toMatchObject({ chat: { mentioned: true }, content: { text: '进度' } });
    await close();
  });
});
