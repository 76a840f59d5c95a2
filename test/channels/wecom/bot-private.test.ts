import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Content, Outbound, Receive } from '../../../src/channels/channel.ts';
import { pixel, until } from '../contract.ts';
import { BotGateway } from './bot-gateway.ts';
import { botCall, freshId } from './caller.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const zhang = { kind: 'private', externalId: 'zhang' } as const;
const group = { kind: 'room', externalId: 'g1' } as const;
const text = (words: string): Content => ({ type: 'text', text: words });
const sheet: Content = { type: 'file', data: pixel, name: '名单.xlsx' };

/** Gives these replies; what was sent is counted, what comes again is told so. */
class Answering {
  marked = 0;
  readonly taken = new Set<string>();
  replies: readonly Outbound[] = [];
  committedAt: number | undefined;
  held: Promise<void> = Promise.resolve();

  readonly receive: Receive = async ({ messageId }) => {
    const repeated = this.taken.has(messageId);
    this.taken.add(messageId);
    await this.held;
    return {
      replies: this.replies,
      sent: () => void this.marked++,
      ...(repeated ? { repeated: true } : {}),
      ...(this.committedAt === undefined ? {} : { committedAt: this.committedAt }),
    };
  };
}

describe('what the bot’s callback may say where', () => {
  let rig: WecomRig;
  let answering: Answering;

  const begin = async (options: Parameters<typeof wecomRig>[0] = {}) => {
    rig = await wecomRig(options);
    answering = new Answering();
    await rig.channel.start(answering.receive);
  };
  beforeEach(() => begin());
  afterEach(() => rig.close());

  const said = (over: Record<string, unknown> = {}) => {
    const code = freshId();
    rig.platform.responseCodes.set(code, String(over['chatid'] ?? 'zhang'));
    return {
      msgid: freshId(),
      aibotid: 'AIBOT',
      chattype: 'single',
      from: { userid: 'zhang' },
      response_url: `${rig.config.apiBase}/cgi-bin/aibot/response?response_code=${code}`,
      msgtype: 'text',
      text: { content: '@入户助手 看板' },
      ...over,
    };
  };
  const inGroup = { chattype: 'group', chatid: 'g1' };
  const seenBy = (to: string) =>
    rig.platform.arrived.filter((one) => one.to === to).map(({ body }) => JSON.stringify(body));
  const link = [
    { to: zhang, content: text('链接只给您本人') },
    { to: zhang, content: text('https://x/enter?t=SECRET') },
  ];

  it('sends a private reply to something said in a group to its person alone', async () => {
    answering.replies = link;
    await rig.bot(said(inGroup));
    await until(() => expect(answering.marked).toBe(1));
    expect(seenBy('g1')).toEqual([]);
    expect(seenBy('zhang').join()).toContain('SECRET');
  });

  it('keeps it out of the group also where a message has no address of its own', async () => {
    answering.replies = [{ to: group, content: text('私聊发您了。') }, ...link];
    const answer = await rig.bot(said({ ...inGroup, response_url: undefined }));
    expect(answer).toMatchObject({ stream: { content: '私聊发您了。' } });
    await until(() => expect(answering.marked).toBe(1));
    expect(seenBy('g1').join()).not.toContain('SECRET');
    expect(seenBy('zhang').join()).toContain('SECRET');
  });

  it('keeps it out of the group when the message comes again to another process', async () => {
    answering.replies = link;
    const message = said(inGroup);
    await rig.bot(message);
    await until(() => expect(answering.marked).toBe(1));
    const other = await wecomRig();
    await other.channel.start(answering.receive);
    expect(await other.bot(message)).toBeNull();
    await other.close();
    expect(answering.marked).toBe(1);
  });

  it('leaves it to the delivery loop where the person can’t be reached in private', async () => {
    await rig.close();
    await begin({ config: { app: null } });
    answering.replies = link;
    await rig.bot(said(inGroup));
    await rig.channel.stop();
    expect(answering.marked).toBe(0);
    expect(rig.platform.arrived).toEqual([]);
  });

  it('sends a file, which no answer of the bot can hold, and marks it only then', async () => {
    answering.replies = [
      { to: zhang, content: text('名单：') },
      { to: zhang, content: sheet },
    ];
    await rig.bot(said());
    await until(() => expect(answering.marked).toBe(1));
    expect(rig.platform.arrived.map(({ body }) => body['msgtype'])).toEqual(['markdown', 'file']);
  });

  it('does not mark a file that could not be sent', async () => {
    rig.platform.failNext(/message\/send/u, { errcode: 45009, errmsg: 'api freq out of limit' });
    answering.replies = [{ to: zhang, content: sheet }];
    await rig.bot(said());
    await rig.channel.stop();
    expect(answering.marked).toBe(0);
  });

  it('answers once when the first answer was late and the message came again', async () => {
    await rig.close();
    await begin({ deadlineMs: 1 });
    answering.replies = [{ to: zhang, content: text('记下了。') }];
    let release = () => {};
    answering.held = new Promise((resolve) => {
      release = resolve;
    });
    const message = said();
    const call = () => rig.fetch(botCall(rig.botDoor, 'http://ruhu.test/bot', message));
    expect((await call()).status).toBe(503);
    release();
    await until(() => expect(answering.marked).toBe(1));
    expect(await rig.bot(message)).toBeNull();
    expect(rig.platform.arrived).toHaveLength(1);
    expect(answering.marked).toBe(1);
  });

  it('leaves a reply to the delivery loop whose document took too long to make', async () => {
    answering.replies = [{ to: zhang, content: text('名单：') }];
    answering.committedAt = Date.now() - 60_000;
    await rig.bot(said());
    await rig.app({ from: 'zhang', id: freshId(), text: '名单' });
    await rig.channel.stop();
    expect(answering.marked).toBe(0);
    expect(rig.platform.arrived).toEqual([]);
  });
});

describe('what the bot’s long connection may say where', () => {
  let gateway: BotGateway;
  let rig: WecomRig;
  let answering: Answering;

  beforeEach(async () => {
    gateway = new BotGateway();
    const url = await gateway.open();
    const bot = {
      name: '入户助手',
      callback: null,
      link: { botId: gateway.botId, secret: 'bot-secret', url },
    };
    rig = await wecomRig({ config: { app: null, robots: new Map(), bot } });
    answering = new Answering();
    await rig.channel.start(answering.receive);
    await until(() => expect(rig.channel.ready?.()).toBe(true));
  });
  afterEach(async () => {
    await rig.close();
    await gateway.die();
  });

  const inGroup = () =>
    gateway.say({
      from: { userid: 'zhang' },
      chattype: 'group',
      chatid: 'g1',
      msgtype: 'text',
      text: { content: '@入户助手 看板' },
    });
  const shown = () =>
    gateway.received.map(({ cmd, body }) => [cmd, body?.['chatid'], String(JSON.stringify(body))] as const);

  it('pushes the private part to its person, and answers the group with the rest', async () => {
    answering.replies = [
      { to: group, content: text('私聊发您了。') },
      { to: zhang, content: text('t=SECRET') },
    ];
    inGroup();
    await until(() => expect(answering.marked).toBe(1));
    const secret = shown().filter(([, , body]) => body.includes('SECRET'));
    expect(secret.map(([cmd, chat]) => [cmd, chat])).toEqual([['aibot_send_msg', 'zhang']]);
    expect(shown()[0]?.[0]).toBe('aibot_respond_msg');
  });

  it('keeps the private part private when the message’s request id is gone', async () => {
    gateway.refuseNext = { cmd: 'aibot_respond_msg', errcode: 846605 };
    answering.replies = [
      { to: group, content: text('私聊发您了。') },
      { to: zhang, content: text('t=SECRET') },
    ];
    inGroup();
    await until(() => expect(answering.marked).toBe(1));
    expect(shown().map(([, chat]) => chat)).toEqual(['g1', 'zhang']);
    expect(shown()[0]?.[2]).not.toContain('SECRET');
  });

  it('pushes a file', async () => {
    answering.replies = [{ to: zhang, content: sheet }];
    gateway.say({
      from: { userid: 'zhang' },
      chattype: 'single',
      msgtype: 'text',
      text: { content: '名单' },
    });
    await until(() => expect(answering.marked).toBe(1));
    expect(gateway.received.map(({ body }) => body?.['msgtype'])).toEqual(['file']);
  });

  it('leaves a late reply to the delivery loop', async () => {
    answering.replies = [{ to: group, content: text('进度') }];
    answering.committedAt = Date.now() - 60_000;
    inGroup();
    await until(() => expect(answering.taken.size).toBe(1));
    await rig.channel.stop();
    expect([answering.marked, gateway.received]).toEqual([0, []]);
  });
});
