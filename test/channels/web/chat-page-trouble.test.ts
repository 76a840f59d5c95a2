import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outbound, Receive } from '../../../src/channels/channel.ts';
import { type HttpServer, serveHttp } from '../../../src/site/serve.ts';
import { findBrowser, launchBrowser } from '../../support/browser.ts';
import { openPhone, type Phone } from '../../support/phone.ts';
import { chatApp } from '../../support/web-chat.ts';

const program = findBrowser();
const helper = '00000000-0000-4000-8000-000000000001';
const heard: string[] = [];

/** Says what it heard and offers a word; in a group it hears only what is said to it. */
const bot: Receive = async ({ messageId, from, chat, content }) => {
  const words = content.type === 'text' ? content.text : '照片';
  heard.push(words);
  const to: Outbound['to'] =
    chat.kind === 'private'
      ? { kind: 'private', externalId: from.externalId }
      : { kind: 'room', externalId: chat.externalId, mention: [from.externalId] };
  const text = `听到：${words}。回“为什么”看是哪些户。`;
  const isFor = chat.kind === 'private' || chat.mentioned;
  const replies = isFor ? [{ to, content: { type: 'text', text } as const, key: `${messageId}/0` }] : [];
  return { replies, repeated: false, sent: () => {} };
};

describe.skipIf(program === undefined)('the chat page in trouble', () => {
  let browser: Browser;
  let server: HttpServer;
  let fake: ReturnType<typeof chatApp>;
  let phone: Phone;

  beforeAll(async () => {
    if (program !== undefined) browser = await launchBrowser(program);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(phone.errors).toEqual([]);
    await phone.context.close();
    await server.close();
  });

  async function open(): Promise<Phone> {
    heard.length = 0;
    fake = chatApp({ receive: bot });
    await fake.start();
    server = await serveHttp(fake.app, { host: '127.0.0.1', port: 0 });
    phone = await openPhone(browser, server.url, '王秀兰');
    return phone;
  }

  const push = (content: Outbound['content'], key: string) =>
    fake.channel.send({ to: { kind: 'private', externalId: helper }, content, key });
  const pushMany = async (count: number) => {
    for (let i = 1; i <= count; i += 1)
      await push({ type: 'text', text: `第${i}条提醒，今天先去三组。` }, `p${i}`);
    await phone.answered(`第${count}条`);
  };
  const png = async (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#7a5' } })
      .png()
      .toBuffer();
  const picture = async () =>
    ({ type: 'image', data: await png(1080, 2600), mime: 'image/png', name: '龙城镇进度.png' }) as const;
  const fromEnd = () =>
    phone.page.evaluate(() => {
      const box = document.getElementById('messages');
      return box === null ? -1 : Math.round(box.scrollHeight - box.scrollTop - box.clientHeight);
    });
  const goTo = async (chat: string) => {
    await phone.page.getByRole('button', { name: '切换会话或身份' }).click();
    await phone.page.locator('#chats').getByRole('button', { name: chat }).click();
  };

  test('a message whose answer is slow is shown once, though the server tells of it before', async () => {
    await open();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await phone.page.route('**/chat/messages', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    await phone.say('进度');
    await phone.answered('听到：进度');
    expect(await phone.shown()).toEqual(['进度', '听到：进度。回“为什么”看是哪些户。']);
    answer();
    await phone.page.locator('.state.sending').waitFor({ state: 'detached' });
    expect(await phone.shown()).toHaveLength(2);
    expect(heard).toEqual(['进度']);
  });

  test('while the server is away the page says so, keeps what is said, and loses and doubles nothing', async () => {
    await open();
    await pushMany(2);
    const { port } = new URL(server.url);
    await server.close();
    await phone.page.getByText('连不上').waitFor();
    await phone.say('先存着');
    await phone.page.getByText('存在手机里，等网络').waitFor();
    await push({ type: 'text', text: '没人在的时候来的。' }, 'meanwhile');
    server = await serveHttp(fake.app, { host: '127.0.0.1', port: Number(port) });
    await phone.page.getByText('没人在的时候来的。').waitFor();
    await phone.answered('听到：先存着');
    await phone.page.locator('#offline').waitFor({ state: 'hidden' });
    const shown = await phone.shown();
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(5);
    expect(heard).toEqual(['先存着']);
  });

  test('a picture that arrives late doesn’t push the end of the chat out of sight', async () => {
    await open();
    await pushMany(20);
    let let_through = () => {};
    const held = new Promise<void>((resolve) => (let_through = resolve));
    await phone.page.route('**/chat/files/*', async (route) => {
      await held;
      await route.continue();
    });
    await push(await picture(), 'picture');
    const image = phone.page.locator('.bubble img');
    await image.waitFor({ state: 'attached' });
    let_through();
    await expect.poll(async () => (await image.boundingBox())?.height ?? 0).toBeGreaterThan(200);
    await expect.poll(fromEnd).toBe(0);
  });

  test('who reads further up stays there: a new message waits behind a button, a retry moves nothing', async () => {
    await open();
    await pushMany(25);
    await phone.page.mouse.move(180, 300);
    await phone.page.mouse.wheel(0, -600);
    await expect.poll(fromEnd).toBeGreaterThan(300);
    const before = await phone.page.locator('#messages').evaluate((box) => box.scrollTop);
    await push({ type: 'text', text: '新来的提醒。' }, 'new');
    await phone.page.getByRole('button', { name: '有新消息' }).waitFor();
    expect(await phone.page.locator('#messages').evaluate((box) => box.scrollTop)).toBe(before);
    const chips = await phone.page.locator('#chips').boundingBox();
    const button = await phone.page.getByRole('button', { name: '有新消息' }).boundingBox();
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThanOrEqual(chips?.y ?? 0);
    await phone.page.getByRole('button', { name: '有新消息' }).click();
    await expect.poll(fromEnd).toBe(0);
  });

  test('what is half typed stays in its chat', async () => {
    await open();
    await phone.page.getByLabel('输入消息').fill('张三家有人得病');
    await goTo('李庄村排查群');
    expect(await phone.page.getByLabel('输入消息').inputValue()).toBe('');
    await phone.page.getByLabel('输入消息').fill('大家好');
    await goTo('入户助手');
    expect(await phone.page.getByLabel('输入消息').inputValue()).toBe('张三家有人得病');
    expect(await phone.page.getByRole('button', { name: '发送' }).isEnabled()).toBe(true);
  });

  test('in the group a tapped word is said to the bot, and the usual words stay at hand', async () => {
    await open();
    await goTo('李庄村排查群');
    await phone.tap('进度');
    await phone.answered('听到：进度');
    expect(await phone.chips()).toEqual(['为什么', '@入户助手', '排查', '进度', '帮助']);
    await phone.tap('为什么');
    await phone.answered('听到：为什么');
    expect((await phone.shown()).at(-2)).toBe('@入户助手 为什么');
  });

  test('Enter that ends a word of a real input method sends nothing', async () => {
    await open();
    const input = phone.page.getByLabel('输入消息');
    await input.focus();
    const keys = await phone.context.newCDPSession(phone.page);
    await keys.send('Input.imeSetComposition', { text: 'jin', selectionStart: 3, selectionEnd: 3 });
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await keys.send('Input.insertText', { text: '进度' });
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    expect(await input.inputValue()).toBe('进度');
    expect(heard).toEqual([]);
    await phone.page.keyboard.press('Enter');
    await phone.answered('听到：进度');
  });

  test('a tall chart is read at the width of the screen, and Escape closes it', async () => {
    await open();
    await push(await picture(), 'picture');
    await phone.page.getByRole('button', { name: '看大图：龙城镇进度.png' }).click();
    const image = phone.page.locator('#viewer-image');
    await expect.poll(async () => (await image.boundingBox())?.height ?? 0).toBeGreaterThan(740);
    expect((await image.boundingBox())?.width).toBe(360);
    expect(await image.getAttribute('alt')).toBe('龙城镇进度.png');
    await phone.page.keyboard.press('Escape');
    await image.waitFor({ state: 'hidden' });
  });

  test('several photos chosen together arrive in their order', async () => {
    await open();
    const files = await Promise.all(
      [300, 200, 100].map(async (width) => ({
        name: `${width}.png`,
        mimeType: 'image/png',
        buffer: await png(width, 50),
      })),
    );
    await phone.page.getByLabel('发照片').setInputFiles(files);
    await phone.page.waitForFunction(() => document.querySelectorAll('.message.bot').length === 3);
    const widths = await Promise.all(
      fake.store.all
        .filter(({ content }) => content.type === 'image')
        .map(async ({ seq }) => {
          const file = await fake.store.file([`person:${helper}`], seq);
          return (await sharp(file?.data).metadata()).width;
        }),
    );
    expect(widths).toEqual([300, 200, 100]);
  });

  test('everything that is tapped is as large as a thumb', async () => {
    await open();
    await pushMany(3);
    await phone.say('进度');
    await phone.answered('听到：进度');
    await phone.page.locator('.message.bot .bubble').last().click();
    await phone.page.getByRole('button', { name: '引用回复' }).last().click();
    await phone.page.locator('.message.bot .bubble').last().click();
    const small = await phone.page.evaluate(() =>
      [...document.querySelectorAll('button, a, label, textarea')]
        .filter((one) => one.checkVisibility() && !one.classList.contains('bubble'))
        .map((one) => ({ name: one.id || one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
    );
    expect(small).toEqual([]);
  });
});
