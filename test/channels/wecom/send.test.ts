import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Content, Outbound } from '../../../src/channels/channel.ts';
import { resultOf } from '../../../src/channels/wecom/errcode.ts';
import { memoryTokens } from '../../../src/channels/wecom/token.ts';
import { wecomChannel } from '../../../src/channels/wecom/wecom.ts';
import { pixel } from '../contract.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const START = Date.UTC(2021, 11, 9, 1, 0, 0);
const to = { kind: 'private', externalId: 'zhang' } as const;
const room = { kind: 'room', externalId: 'room-pushes' } as const;
const text = (words: string): Content => ({ type: 'text', text: words });

describe('sending to members by the API', () => {
  let rig: WecomRig;
  let now = START;
  const send = (content: Content, key?: string) =>
    rig.channel.send({ to, content, ...(key ? { key, unique: true } : {}) });

  beforeEach(async () => {
    now = START;
    rig = await wecomRig({ now: () => now });
  });
  afterEach(() => rig.close());

  it('fetches one token for many messages at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => send(text(`第 ${n} 条`))));
    expect(results.every(({ is }) => is === 'sent')).toBe(true);
    expect(rig.platform.tokenFetches).toBe(1);
  });

  it('renews a token before it runs out, and one that was withdrawn', async () => {
    await send(text('一'));
    now += 7_200_000 - 60_000;
    expect(await send(text('二'))).toEqual({ is: 'sent' });
    rig.platform.revokeTokens();
    expect(await send(text('三'))).toEqual({ is: 'sent' });
    expect(rig.platform.arrived).toHaveLength(3);
  });

  it('shares the token between processes, and takes the one another process has renewed', async () => {
    const tokens = memoryTokens();
    const [one, two] = [0, 1].map(() => wecomChannel(rig.config, { tokens, now: () => now }));
    const message: Outbound = { to, content: text('你好') };
    expect(await one?.send(message)).toEqual({ is: 'sent' });
    expect(await two?.send(message)).toEqual({ is: 'sent' });
    expect(rig.platform.tokenFetches).toBe(1);
    rig.platform.revokeTokens();
    expect(await one?.send(message)).toEqual({ is: 'sent' });
    expect(await two?.send(message)).toEqual({ is: 'sent' });
    expect(rig.platform.tokenFetches).toBe(2);
  });

  it('comes back after a minute when the calls are used up', async () => {
    rig.platform.failNext(/message\/send/u, { errcode: 45009, errmsg: 'api freq out of limit' });
    expect(await send(text('一'))).toMatchObject({ is: 'retry', afterMs: 60_000 });
  });

  it('sends a keyed message once although its answer was lost on the way', async () => {
    rig.platform.failNext(/message\/send/u, 'drop');
    expect(await send(text('今天还剩 3 户。'), 'morning:zhang:2021-12-09')).toMatchObject({ is: 'retry' });
    expect(await send(text('今天还剩 3 户。'), 'morning:zhang:2021-12-09')).toEqual({ is: 'sent' });
    expect(rig.platform.arrived).toHaveLength(1);
  });

  it('shows a reply once whose answer was lost, and no reply of half an hour ago is taken for it', async () => {
    await send(text('记下了。'));
    now += 30 * 60_000;
    rig.platform.failNext(/message\/send/u, 'drop');
    expect(await send(text('记下了。'))).toMatchObject({ is: 'retry' });
    now += 50_000;
    const again = { to, content: text('记下了。'), mayRepeatMs: 50_000 };
    expect(await rig.channel.send(again)).toEqual({ is: 'sent' });
    expect(rig.platform.arrived).toHaveLength(2);
  });

  it('does not take two replies in the same words for one', async () => {
    await send(text('记下了。'));
    await send(text('记下了。'));
    expect(rig.platform.arrived).toHaveLength(2);
  });

  it('gives up waiting for a platform that does not answer', async () => {
    const hasty = wecomChannel(rig.config, { now: () => now, timeoutMs: 100 });
    rig.platform.failNext(/message\/send/u, 'slow');
    expect(await hasty.send({ to, content: text('一') })).toMatchObject({ is: 'retry', fault: 'channel' });
  });

  it('tries again later when the platform can’t be reached at all', async () => {
    await rig.platform.close();
    expect(await send(text('一'))).toMatchObject({ is: 'retry' });
  });

  it('says what is wrong with the secret instead of refusing the message', async () => {
    rig.platform.failNext(/gettoken/u, { errcode: 40001, errmsg: 'invalid credential' });
    expect(await send(text('一'))).toMatchObject({
      is: 'retry',
      afterMs: 600_000,
      why: expect.stringContaining('40001'),
    });
  });

  it('uploads a picture for many receivers once, and again when its id ran out', async () => {
    const picture: Content = { type: 'image', data: pixel, mime: 'image/png', name: 'jindu.png' };
    await send(picture);
    await rig.channel.send({ to: { kind: 'private', externalId: 'li' }, content: picture });
    expect(rig.platform.media.size).toBe(1);
    rig.platform.media.clear();
    expect(await send(picture)).toMatchObject({ is: 'retry' });
    expect(await send(picture)).toEqual({ is: 'sent' });
  });

  it('sends a file under its Chinese name', async () => {
    expect(await send({ type: 'file', data: Buffer.from('PK'), name: '龙城镇台账.xlsx' })).toEqual({
      is: 'sent',
    });
    expect([...rig.platform.media.values()].map(({ name }) => name)).toEqual(['龙城镇台账.xlsx']);
  });

  it('sends markdown where a message has it', async () => {
    await send({ type: 'text', text: '进度 80%', markdown: '**进度** 80%' });
    expect(rig.platform.arrived.map(({ body }) => body['markdown'])).toEqual([{ content: '**进度** 80%' }]);
  });
});

describe('group robots', () => {
  let rig: WecomRig;
  beforeEach(async () => {
    rig = await wecomRig({ now: () => START });
  });
  afterEach(() => rig.close());

  it('say a text and mention members', async () => {
    await rig.channel.send({ to: { ...room, mention: ['zhang'] }, content: text('请核对。') });
    expect(rig.platform.arrived).toMatchObject([
      { to: 'robot-key-longcheng', body: { text: { content: '请核对。', mentioned_list: ['zhang'] } } },
    ]);
  });

  it('show a picture with the MD5 of its raw bytes', async () => {
    const content: Content = { type: 'image', data: pixel, mime: 'image/png', name: 'p.png' };
    expect(await rig.channel.send({ to: room, content })).toEqual({ is: 'sent' });
    const md5 = createHash('md5').update(pixel).digest('hex');
    expect(rig.platform.arrived).toMatchObject([
      { body: { image: { md5, base64: pixel.toString('base64') } } },
    ]);
  });

  it('upload and send a file', async () => {
    expect(
      await rig.channel.send({
        to: room,
        content: { type: 'file', data: Buffer.from('PK'), name: 'a.xlsx' },
      }),
    ).toEqual({
      is: 'sent',
    });
  });

  it('are told to wait after twenty messages within a minute', async () => {
    const results = [];
    for (let n = 0; n < 21; n++)
      results.push(await rig.channel.send({ to: room, content: text(`第 ${n} 条`) }));
    expect(results.map(({ is }) => is)).toEqual([...Array(20).fill('sent'), 'retry']);
  });

  it('refuse for good where the group has none, or it was removed', async () => {
    expect(
      await rig.channel.send({ to: { kind: 'room', externalId: 'elsewhere' }, content: text('喂') }),
    ).toMatchObject({
      is: 'refused',
    });
    rig.platform.robotKeys.clear();
    expect(await rig.channel.send({ to: room, content: text('喂') })).toMatchObject({ is: 'refused' });
  });
});

describe('the platform’s error codes', () => {
  it('are passing, hopeless or somebody’s to repair', () => {
    expect(resultOf(0, 'ok')).toEqual({ is: 'sent' });
    expect(resultOf(-1, 'system busy')).toMatchObject({ is: 'retry', afterMs: 5000 });
    expect(resultOf(60020, 'not allow to access from your ip')).toMatchObject({
      is: 'retry',
      afterMs: 600_000,
    });
    expect(resultOf(81013, 'all invalid')).toMatchObject({ is: 'refused' });
    expect(resultOf(40009, 'invalid image size')).toMatchObject({ is: 'refused', tooHeavy: true });
    expect(resultOf(45001, 'media size out of limit')).toMatchObject({ is: 'refused', tooHeavy: true });
    expect(resultOf(999_999, 'never seen')).toMatchObject({ is: 'retry', afterMs: 60_000 });
  });
});
