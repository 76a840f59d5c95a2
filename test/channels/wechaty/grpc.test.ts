import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { PUPPET_SERVICE } from '../../../src/channels/wechaty/config.ts';
import { WechatyChannel } from '../../../src/channels/wechaty/wechaty.ts';
import { channelContract, Taker, until } from '../contract.ts';
import { MadeUpWechat, platformOf, quickLimits, scratch } from './mock.ts';
import { ServedWechat } from './puppet-server.ts';

let scratchFolder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  scratchFolder = await scratch();
});
afterAll(() => scratchFolder.remove());

async function served() {
  const wechat = new MadeUpWechat();
  const server = new ServedWechat(wechat);
  await server.open();
  const config = (token = server.token) => ({
    puppet: PUPPET_SERVICE,
    options: { token, endpoint: server.endpoint },
    memory: join(scratchFolder.folder, token),
  });
  return { wechat, server, config };
}

channelContract(
  'wechaty over gRPC',
  { rooms: 'all', photos: true, pictures: true, redelivers: true, strangers: true },
  async () => {
    const { wechat, server, config } = await served();
    return platformOf(wechat, config(), () => server.die());
  },
);

/** A channel of its own that talks to a server of its own, and what was heard over it. */
async function talking() {
  const { wechat, server, config } = await served();
  const platform = await platformOf(wechat, config(), () => server.die());
  const taker = new Taker();
  taker.answer = ({ content }) => (content.type === 'text' ? `答：${content.text}` : null);
  await platform.channel.start(taker.receive);
  onTestFinished(() => platform.close());
  return {
    wechat,
    server,
    platform,
    taker,
    answers: () =>
      platform.seen().map(({ content }) => (content.type === 'text' ? content.text : content.type)),
    online: () => until(() => expect(platform.channel.ready()).toBe(true)),
  };
}

describe('wechaty over gRPC', () => {
  it('goes on in the middle of a talk after the server has died and come back', async () => {
    const { server, platform, taker, answers, online } = await talking();
    await platform.say('zhang', '4口人');
    await until(() => expect(answers()).toEqual(['答：4口人']));

    await server.die();
    const push = {
      to: { kind: 'private', externalId: 'zhang' },
      content: { type: 'text', text: '提醒' },
    } as const;
    await until(async () => expect(await platform.channel.send(push)).toMatchObject({ is: 'retry' }));
    await until(() => expect(platform.channel.ready()).toBe(false));
    await server.open();
    await online();

    await platform.say('zhang', '一年5万');
    await until(() => expect(answers()).toEqual(['答：4口人', '答：一年5万']));
    expect(await platform.channel.send(push)).toEqual({ is: 'sent' });
    expect(taker.texts).toEqual(['4口人', '一年5万']);
  });

  it('comes back after several deaths', async () => {
    const { server, platform, taker, online } = await talking();
    for (const round of ['一', '二']) {
      await server.die();
      await until(() => expect(platform.channel.ready()).toBe(false));
      await server.open();
      await online();
      await platform.say('li', round);
      await until(() => expect(taker.texts.at(-1)).toBe(round));
    }
  });
});

// They wait long for what doesn't come, each with a server of its own: together they wait once.
describe.concurrent('wechaty over gRPC, left alone', () => {
  it('starts a puppet anew that has fallen silent without a word', async () => {
    const { wechat, online } = await talking();
    const logins: string[] = [];
    wechat.puppet.on('login', () => {
      logins.push('again');
    });
    wechat.puppet.ding = () => undefined;
    await until(() => expect(logins.length).toBeGreaterThan(0));
    await online();
  });

  it('shows the code that waits to be scanned, and forgets it after the login', async () => {
    const { wechat, platform, online } = await talking();
    wechat.mocker.scan('https://login.weixin.qq.com/l/abc', 2);
    await until(() => expect(platform.channel.qr()).toBe('https://login.weixin.qq.com/l/abc'));
    expect(platform.channel.status().is).toBe('scan');
    await wechat.puppet.logout();
    wechat.mocker.login(wechat.bot);
    await online();
    expect(platform.channel.qr()).toBeNull();
  });

  it('a wrong token is said to be wrong and tried again, although the start itself succeeds', async () => {
    const { server, config } = await served();
    const lines: string[] = [];
    const note = (_: object, message: string) => lines.push(message);
    const channel = new WechatyChannel(config('insecure_00000000-0000-0000-0000-000000000000'), {
      checkMs: 10,
      limits: quickLimits,
      log: { info: note, warn: note, error: note },
    });
    await channel.start(new Taker().receive);
    await until(() => expect(lines).toContain('wechaty is started anew'));
    expect(channel.ready()).toBe(false);
    expect(channel.status().why).toContain('Invalid Wechaty TOKEN "…"');
    await channel.stop();
    expect(channel.status().is).toBe('stopped');
    await server.die();
  });
});
