import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelContract, pixel, Taker, until } from '../contract.ts';
import { BotGateway } from './bot-gateway.ts';
import { freshId, newAesKey, sealedPicture } from './caller.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const quick = { reconnectMs: 10, heartbeatMs: 50, standbyMs: 30 };

async function linked(gateway: BotGateway, url: string, link: Partial<typeof quick> = {}): Promise<WecomRig> {
  const bot = { name: '入户助手', callback: null, link: { botId: gateway.botId, secret: 'bot-secret', url } };
  return wecomRig({ config: { app: null, robots: new Map(), bot }, link: { ...quick, ...link } });
}

function textOf(frame: { body?: Record<string, unknown> }): string {
  const { stream, markdown } = (frame.body ?? {}) as {
    stream?: { content: string };
    markdown?: { content: string };
  };
  return stream?.content ?? markdown?.content ?? '';
}

channelContract(
  'WeCom’s bot over its long connection',
  { rooms: 'mentions', photos: true, pictures: true, redelivers: true, strangers: false, longReplies: true },
  async () => {
    const gateway = new BotGateway();
    const rig = await linked(gateway, await gateway.open());
    const whose = new Map<string, { kind: 'private' | 'room'; externalId: string }>();
    const say = (from: string, said: Record<string, unknown>, room?: string) => {
      const chat = room ? { chattype: 'group', chatid: room } : { chattype: 'single' };
      const reqId = gateway.say({ from: { userid: from }, create_time: 1_700_000_000, ...chat, ...said });
      whose.set(reqId, room ? { kind: 'room', externalId: room } : { kind: 'private', externalId: from });
    };
    const ready = () => until(() => expect([gateway.connected, rig.channel.ready?.()]).toEqual([true, true]));
    const started = rig.channel.start.bind(rig.channel);
    return {
      ...rig,
      channel: Object.assign(rig.channel, {
        start: async (receive: Parameters<typeof started>[0]) => {
          await started(receive);
          await ready();
        },
      }),
      say: async (from, text, place) => {
        const msgid = freshId();
        const content = place ? `@入户助手 ${text}` : text;
        const hand = async () => say(from, { msgid, msgtype: 'text', text: { content } }, place?.room);
        await hand();
        return { again: hand };
      },
      photo: async (from, data) => {
        const key = newAesKey();
        const id = freshId();
        rig.platform.media.set(id, {
          data: sealedPicture(key, data),
          type: 'application/octet-stream',
          name: 'p',
        });
        say(from, { msgtype: 'image', image: { url: `${rig.config.apiBase}/picture/${id}`, aeskey: key } });
      },
      seen: () =>
        gateway.received.map((frame) => ({
          to: whose.get(frame.headers.req_id) ?? {
            kind: 'private',
            externalId: String(frame.body?.['chatid']),
          },
          content: frame.body?.['image'] ? { type: 'image' } : { type: 'text', text: textOf(frame) },
        })),
      close: async () => {
        await rig.close();
        await gateway.die();
      },
    };
  },
);

describe('the bot’s long connection', () => {
  let gateway: BotGateway;
  let rig: WecomRig;
  let taker: Taker;
  const said = (text: string) => ({
    from: { userid: 'zhang' },
    chattype: 'single',
    msgtype: 'text',
    text: { content: text },
  });

  beforeEach(async () => {
    gateway = new BotGateway();
    rig = await linked(gateway, await gateway.open());
    taker = new Taker();
    taker.answer = ({ content }) => (content.type === 'text' ? `答：${content.text}` : null);
    await rig.channel.start(taker.receive);
    await until(() => expect(rig.channel.ready?.()).toBe(true));
  });
  afterEach(async () => {
    await rig.close();
    await gateway.die();
  });

  it('comes back by itself when the platform’s gateway died in the middle of a talk', async () => {
    gateway.say(said('4口人'));
    await until(() => expect(gateway.received.map(textOf)).toEqual(['答：4口人']));
    await gateway.die();
    await until(() => expect(rig.channel.ready?.()).toBe(false));
    const message = {
      to: { kind: 'private', externalId: 'zhang' },
      content: { type: 'text', text: '提醒' },
    } as const;
    expect(await rig.channel.send(message)).toMatchObject({ is: 'retry' });
    await gateway.open();
    await until(() => expect(rig.channel.ready?.()).toBe(true));
    gateway.say(said('一年5万'));
    await until(() => expect(gateway.received.map(textOf)).toEqual(['答：4口人', '答：一年5万']));
    expect(await rig.channel.send(message)).toEqual({ is: 'sent' });
  });

  it('keeps its heart beating', async () => {
    await until(() => expect(gateway.pings).toBeGreaterThan(2));
  });

  it('answers as a push once the message’s request id is gone', async () => {
    gateway.refuseNext = { cmd: 'aibot_respond_msg', errcode: 846605 };
    gateway.say(said('进度'));
    await until(() => expect(gateway.received.map((frame) => frame.cmd)).toEqual(['aibot_send_msg']));
    expect(gateway.received.map(textOf)).toEqual(['答：进度']);
  });

  it('stands by when another process has taken over, and takes over again when that one is gone', async () => {
    const other = await linked(gateway, rig.config.bot?.link?.url ?? '');
    await other.channel.start(taker.receive);
    await until(() => expect(other.channel.ready?.()).toBe(true));
    expect(gateway.subscriptions).toBeGreaterThan(1);
    await other.close();
    await until(() => expect(rig.channel.ready?.()).toBe(true));
  });

  it('sends pictures in pieces', async () => {
    const content = { type: 'image', data: pixel, mime: 'image/png', name: 'p.png' } as const;
    expect(await rig.channel.send({ to: { kind: 'room', externalId: 'g1' }, content })).toEqual({
      is: 'sent',
    });
    expect(gateway.uploaded.join('')).toBe(pixel.toString('base64'));
  });

  it('does not let a masked name turn into italics', async () => {
    taker.answer = () => '# 张*、李*未走访';
    gateway.say(said('未排查'));
    await until(() => expect(gateway.received.map(textOf)).toEqual(['＃ 张＊、李＊未走访']));
  });

  it('waits and tries again when its secret is turned away', async () => {
    gateway.secret = 'changed';
    await gateway.die();
    await gateway.open();
    await until(() => expect(gateway.subscriptions).toBeGreaterThan(6));
    gateway.secret = 'bot-secret';
    await until(() => expect(rig.channel.ready?.()).toBe(true));
  });
});
