import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outbound } from '../../../src/channels/channel.ts';
import { asMarkdown, withoutMention } from '../../../src/channels/wecom/bot-message.ts';
import { pixel, Taker, until } from '../contract.ts';
import { botCall, freshId, passiveAnswer, sealedPicture, verification } from './caller.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const HOST = 'http://ruhu.test/bot';

describe('the address the platform calls for the bot', () => {
  let rig: WecomRig;
  let taker: Taker;

  beforeEach(async () => {
    rig = await wecomRig();
    taker = new Taker();
    taker.answer = ({ content }) => (content.type === 'text' ? `答：${content.text}` : '收到照片。');
    await rig.channel.start(taker.receive);
  });
  afterEach(() => rig.close());

  const base = () => ({ msgid: freshId(), aibotid: 'AIBOT', chattype: 'single', from: { userid: 'zhang' } });
  const withAddress = (room = 'private') => {
    const code = freshId();
    rig.platform.responseCodes.set(code, room);
    return { response_url: `${rig.config.apiBase}/cgi-bin/aibot/response?response_code=${code}` };
  };
  const answers = () => rig.platform.arrived.map(({ body }) => body);

  it('answers the console’s check, with an empty receiver', async () => {
    expect(await (await rig.fetch(verification(rig.botDoor, HOST, 'hello'))).text()).toBe('hello');
    expect((await rig.fetch(verification({ ...rig.botDoor, receiver: 'ww1' }, HOST, 'hello'))).status).toBe(
      403,
    );
  });

  it('replies through the message’s own address', async () => {
    await rig.bot({ ...base(), ...withAddress(), msgtype: 'text', text: { content: '4口人' } });
    await until(() =>
      expect(answers()).toEqual([{ msgtype: 'markdown', markdown: { content: '答：4口人' } }]),
    );
    await until(() => expect(taker.marked.size).toBe(1));
  });

  it('replies in the same breath where a message has no address of its own', async () => {
    const answer = await rig.bot({ ...base(), msgtype: 'text', text: { content: '4口人' } });
    expect(answer).toMatchObject({ msgtype: 'stream', stream: { finish: true, content: '答：4口人' } });
    expect(taker.marked.size).toBe(1);
  });

  it('shows a picture in the same breath, inside the message', async () => {
    await rig.channel.stop();
    const to = { kind: 'private', externalId: 'zhang' } as const;
    const replies: Outbound[] = [
      { to, content: { type: 'text', text: '进度图：' } },
      { to, content: { type: 'image', data: pixel, mime: 'image/png', name: 'p.png' } },
    ];
    await rig.channel.start(async () => ({ replies, sent: () => {} }));
    const answer = await rig.bot({ ...base(), ...withAddress(), msgtype: 'text', text: { content: '进度' } });
    expect(answer).toMatchObject({
      stream: { content: '进度图：', msg_item: [{ image: { base64: pixel.toString('base64') } }] },
    });
  });

  it('leaves a reply to the delivery loop when its address can’t be reached', async () => {
    for (let n = 0; n < 3; n++) rig.platform.failNext(/aibot\/response/u, 'drop');
    rig.platform.failNext(/aibot\/response/u, { errcode: 846604, errmsg: 'response code used' });
    const { response_url } = withAddress();
    rig.platform.responseCodes.clear();
    await rig.bot({ ...base(), response_url, msgtype: 'text', text: { content: '4口人' } });
    await rig.channel.stop();
    expect(taker.marked.size).toBe(0);
  });

  it('answers a message redelivered to another process with the same words, in the same breath', async () => {
    const message = { ...base(), msgtype: 'text', text: { content: '4口人' } };
    await rig.bot({ ...message, ...withAddress() });
    await until(() => expect(taker.marked.size).toBe(1));
    const other = await wecomRig();
    await other.channel.start(taker.receive);
    const answer = await other.bot({ ...message, ...withAddress() });
    await other.close();
    expect(answer).toMatchObject({ stream: { content: '答：4口人' } });
    expect(taker.texts).toEqual(['4口人']);
  });

  it('opens the pictures of a mixed message, and keeps the words with the first', async () => {
    const picture = () => {
      const id = freshId();
      rig.platform.media.set(id, {
        data: sealedPicture(rig.botDoor.aesKey, pixel),
        type: 'image/png',
        name: 'p',
      });
      return { msgtype: 'image', image: { url: `${rig.config.apiBase}/picture/${id}` } };
    };
    const words = { msgtype: 'text', text: { content: '@入户助手 房顶漏雨' } };
    const mixed = { msg_item: [words, picture(), picture()] };
    await rig.bot({
      ...base(),
      chattype: 'group',
      chatid: 'g1',
      ...withAddress('g1'),
      msgtype: 'mixed',
      mixed,
    });
    expect(taker.taken.map(({ content }) => content)).toMatchObject([
      { type: 'image', text: '房顶漏雨' },
      { type: 'image' },
    ]);
    expect(
      taker.taken.every(({ content }) => content.type === 'image' && Buffer.from(content.data).equals(pixel)),
    ).toBe(true);
    await until(() => expect(answers()).toHaveLength(1));
  });

  it('reads what was spoken, quoted and pressed, and passes over the rest', async () => {
    await rig.bot({ ...base(), msgtype: 'voice', voice: { content: '四口人' } });
    await rig.bot({
      ...base(),
      msgtype: 'text',
      text: { content: '对' },
      quote: { msgtype: 'text', text: { content: '4口人，对吗？' } },
    });
    const event = { eventtype: 'template_card_event', template_card_event: { event_key: 'confirm' } };
    await rig.bot({ ...base(), msgtype: 'event', event });
    await rig.bot({ ...base(), msgtype: 'file', file: { url: 'https://example.invalid/f' } });
    await rig.bot({ ...base(), msgtype: 'stream', stream: { id: 'x' } });
    await rig.bot({ ...base(), msgtype: 'event', event: { eventtype: 'enter_chat' } });
    expect(taker.taken.map(({ content }) => content)).toEqual([
      { type: 'text', text: '四口人' },
      { type: 'text', text: '对', quote: '4口人，对吗？' },
      { type: 'pressed', button: 'confirm' },
      { type: 'unreadable', what: 'file' },
    ]);
  });

  it('turns away what is not signed, and what it can’t read', async () => {
    const message = { ...base(), msgtype: 'text', text: { content: '排查' } };
    expect((await rig.fetch(botCall({ ...rig.botDoor, token: 'guessed' }, HOST, message))).status).toBe(403);
    expect((await rig.fetch(botCall(rig.botDoor, HOST, { no: 'message' }))).status).toBe(400);
    expect(taker.taken).toEqual([]);
  });

  it('signs and seals what it answers', async () => {
    const request = botCall(rig.botDoor, HOST, { ...base(), msgtype: 'text', text: { content: '你好' } });
    expect(await passiveAnswer(rig.botDoor, await rig.fetch(request))).toMatchObject({ msgtype: 'stream' });
  });
});

describe('mentions and markdown', () => {
  it('takes the bot’s mention out, wherever it stands, with either kind of space', () => {
    expect(withoutMention('@入户助手 进度', '入户助手')).toBe('进度');
    expect(withoutMention('进度@入户助手\u2005', '入户助手')).toBe('进度');
    expect(withoutMention('@RobotA 进度 龙城镇', null)).toBe('进度 龙城镇');
    expect(withoutMention('请 @张三 看一下', '入户助手')).toBe('请 @张三 看一下');
  });

  it('loses no word where no space stands behind the mention, and the name isn’t set or has one in it', () => {
    expect(withoutMention('@入户助手进度', null)).toBe('进度');
    expect(withoutMention('@入户 助手 进度', null)).toBe('进度');
    expect(withoutMention('@小助手进度', null)).toBe('小助手进度');
    expect(withoutMention('@入户助手\n进度', '入户助手')).toBe('进度');
    expect(withoutMention('@RobotA', null)).toBe('RobotA');
  });

  it('drops whom else a message calls to look, and keeps whom it asks about', () => {
    expect(withoutMention('@许镇 @入户助手 进度', '入户助手')).toBe('进度');
    expect(withoutMention('@许镇 @RobotA 进度', null)).toBe('进度');
    expect(withoutMention('@入户助手 @王五 还剩几户', '入户助手')).toBe('@王五 还剩几户');
    expect(withoutMention('请 @张三 和 @入户助手 看一下', '入户助手')).toBe('请 @张三 和  看一下');
  });

  it('shows plain words as they are', () => {
    expect(asMarkdown('# 张*\n> 1_2\n- 一')).toBe('＃ 张＊\n＞ 1＿2\n－ 一');
    expect(asMarkdown('1. 是\n2. 否')).toBe('1. 是\n2. 否');
  });
});
