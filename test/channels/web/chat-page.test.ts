import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound, Outbound, Receive } from '../../../src/channels/channel.ts';
import { type HttpServer, serveHttp } from '../../../src/site/serve.ts';
import { findBrowser, launchBrowser } from '../../support/browser.ts';
import { openPhone, type Phone } from '../../support/phone.ts';
import { chatApp } from '../../support/web-chat.ts';

/** What the scripted bot answers; anything else it doesn't understand. */
const script: Record<string, string> = {
  排查: '【张德福·3组】册子上写着：4口人，脱贫户\n对就回“对”，不对直接说，如“是5口人”',
  对: '【张德福·3组】靠什么收入？\n1.务工 2.外出务工 3.零工 4.公益岗位 5.种植（可多选）',
  '1 5': '记下：务工、种植。\n【张德福·3组】收入稳定吗？\n1.稳定 2.不稳定',
  进度: '李庄村：86户，已走访31户。',
};

const back = (said: Inbound): Outbound['to'] =>
  said.chat.kind === 'private'
    ? { kind: 'private', externalId: said.from.externalId }
    : { kind: 'room', externalId: said.chat.externalId, mention: [said.from.externalId] };

const heard: Inbound[] = [];
const bot: Receive = async (said) => {
  const repeated = heard.some(({ messageId }) => messageId === said.messageId);
  if (!repeated) heard.push(said);
  const quiet = said.chat.kind === 'room' && !said.chat.mentioned;
  const words = said.content.type === 'text' ? said.content.text : '照片';
  if (words === '私下说') {
    const to = { kind: 'private', externalId: said.from.externalId } as const;
    return { replies: [{ to, content: { type: 'text', text: '这里说。' } }], sent: () => {} };
  }
  const text = script[words] ?? (said.content.type === 'image' ? '照片收到。' : `没听懂“${words}”`);
  const content = { type: 'text', text } as const;
  return {
    replies: quiet ? [] : [{ to: back(said), content, key: `${said.messageId}/0` }],
    repeated,
    sent: () => {},
  };
};

const program = findBrowser();
if (program === undefined) console.warn('No Chromium here: the chat page is not tested. Set CHROMIUM_PATH.');

describe.skipIf(program === undefined)('the chat page in a browser', () => {
  let browser: Browser;
  let server: HttpServer;
  let fake: ReturnType<typeof chatApp>;
  let folder: string;
  const phones: Phone[] = [];

  beforeAll(async () => {
    if (program === undefined) return;
    folder = mkdtempSync(join(tmpdir(), 'ruhu-page-'));
    browser = await launchBrowser(program);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const phone of phones) {
      expect(phone.errors).toEqual([]);
      await phone.context.close();
    }
    phones.length = 0;
    await server.close();
  });

  /** Everyone sits at a fresh bot. */
  async function open(...names: string[]): Promise<Phone[]> {
    heard.length = 0;
    fake = chatApp({ receive: bot });
    await fake.start();
    server = await serveHttp(fake.app, { host: '127.0.0.1', port: 0 });
    for (const name of names) phones.push(await openPhone(browser, server.url, name));
    return phones;
  }

  async function one(name = '王秀兰'): Promise<Phone> {
    const [phone] = await open(name);
    if (phone === undefined) throw new Error('no phone');
    return phone;
  }

  test('a helper answers by tapping: a word, several choices, one choice', async () => {
    const phone = await one();
    expect(await phone.chips()).toEqual(['排查', '进度', '帮助']);
    await phone.tap('排查');
    await phone.answered('4口人');
    expect(await phone.chips()).toEqual(['对']);
    await phone.tap('对');
    await phone.answered('靠什么收入');
    await phone.tap('务工');
    await phone.tap('零工');
    await phone.tap('零工');
    await phone.tap('种植');
    await phone.tap('选好了（2）');
    await phone.answered('收入稳定吗');
    expect(await phone.shown()).toContain('务工、种植');
    expect((await phone.chips()).slice(0, 2)).toEqual(['稳定', '不稳定']);
    expect(heard.map(({ content }) => content.type === 'text' && content.text)).toEqual([
      '排查',
      '对',
      '1 5',
    ]);
  });

  test('numbers of cards are kept nowhere, and one’s own message can be taken back', async () => {
    const phone = await one();
    await phone.say('户主证号990000197001010018');
    await phone.answered('没听懂');
    expect(await phone.shown()).toContain('户主证号990000********0018');
    expect(JSON.stringify(fake.store.all.filter(({ author }) => author.is === 'person'))).not.toContain(
      '19700101',
    );
    await phone.page.locator('.message.me .bubble').last().click();
    await phone.page.getByRole('button', { name: '撤回', exact: true }).click();
    await phone.page.getByText('撤回了一条消息').waitFor();
    await phone.page.reload();
    await phone.answered('没听懂');
    expect(await phone.shown()).toContain('撤回了一条消息');
    const own = fake.store.all.filter(({ author }) => author.is === 'person');
    expect(JSON.stringify(own)).not.toContain('户主证号');
  });

  test('letters can be made larger, and nothing is cut off then', async () => {
    const phone = await one();
    await phone.page.getByLabel('切换会话或身份').click();
    await phone.page.getByRole('button', { name: '特大字' }).click();
    await phone.page.getByRole('button', { name: '关闭', exact: true }).click();
    await phone.page.reload();
    await phone.page.locator('#chips .chip').first().waitFor();
    const size = () => phone.page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(await size()).toBe('25.6px');
    const overflow = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test('where letters are twice as large on a small phone, what is typed has the whole width and can be sent', async () => {
    const phone = await one();
    await phone.page.setViewportSize({ width: 320, height: 640 });
    await phone.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const box = async (selector: string) => {
      const found = await phone.page.locator(selector).boundingBox();
      return found ?? { x: 0, y: 0, width: 0, height: 0 };
    };
    expect((await box('#text')).width).toBeGreaterThan(280);
    const send = await box('#send');
    expect(send.x + send.width).toBeLessThanOrEqual(320);
  });

  test('what was said is there again after the page is reloaded', async () => {
    const phone = await one();
    await phone.say('排查');
    await phone.answered('4口人');
    const before = await phone.shown();
    await phone.page.reload();
    await phone.answered('4口人');
    expect(await phone.shown()).toEqual(before);
  });

  test('Enter ends a word being composed and not the message; Shift and Enter begin a new line', async () => {
    const phone = await one();
    const input = phone.page.getByLabel('输入消息');
    await input.fill('paicha');
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(await input.inputValue()).toBe('paicha');
    await input.fill('一行');
    await phone.page.keyboard.press('Shift+Enter');
    await phone.page.keyboard.type('二行');
    expect(await input.inputValue()).toBe('一行\n二行');
    await phone.page.keyboard.press('Enter');
    await phone.answered('没听懂');
    expect(await input.inputValue()).toBe('');
  });

  test('without a signal a message waits, survives closing the page, and is sent once', async () => {
    const phone = await one();
    await phone.context.setOffline(true);
    await phone.say('进度');
    await phone.page.getByText('存在手机里，等网络').waitFor();
    await phone.page.getByText('连不上').waitFor();
    const second = await phone.context.newPage();
    await phone.context.setOffline(false);
    await phone.page.close();
    await second.goto(server.url);
    await second.getByText('已走访31户').waitFor();
    expect(await second.getByText('未发出').count()).toBe(0);
    expect(heard).toHaveLength(1);
  });

  test('an answer lost on the way back is asked for again, and the message counts once', async () => {
    const phone = await one();
    let lost = 0;
    await phone.page.route('**/chat/messages', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      // The server takes it in; the phone never hears of it.
      await fetch(route.request().url(), {
        method: 'POST',
        headers: await route.request().allHeaders(),
        body: route.request().postData() ?? '',
      });
      return route.abort('connectionreset');
    });
    await phone.say('进度');
    await phone.page.getByText('存在手机里，等网络').or(phone.page.getByText('已走访31户')).first().waitFor();
    await phone.page.waitForFunction(() => document.querySelectorAll('.state').length === 0);
    await phone.answered('已走访31户');
    expect(await phone.shown()).toEqual(['进度', '李庄村：86户，已走访31户。']);
    expect(heard).toHaveLength(1);
  });

  test('messages typed without a signal arrive in the order they were typed', async () => {
    const phone = await one();
    await phone.context.setOffline(true);
    for (const text of ['第一句', '第二句', '第三句']) await phone.say(text);
    await phone.page.getByText('存在手机里，等网络').nth(2).waitFor();
    await phone.context.setOffline(false);
    await phone.answered('第三句');
    expect(heard.map(({ content }) => content.type === 'text' && content.text)).toEqual([
      '第一句',
      '第二句',
      '第三句',
    ]);
  });

  test('in the group everybody sees what is said and what the bot answers to whom', async () => {
    const [helper, colleague] = await open('王秀兰', '赵志强');
    if (helper === undefined || colleague === undefined) throw new Error('two phones were opened');
    for (const { page } of [helper, colleague]) {
      await page.getByRole('button', { name: '切换会话或身份' }).click();
      await page.getByRole('button', { name: '李庄村排查群' }).click();
    }
    await colleague.say('大家今天走哪组？');
    await helper.page.getByText('大家今天走哪组？').waitFor();
    await helper.tap('进度');
    await colleague.answered('已走访31户');
    expect(await colleague.shown()).toEqual([
      '大家今天走哪组？',
      '@入户助手 进度',
      '@王秀兰 李庄村：86户，已走访31户。',
    ]);
    expect(await colleague.page.locator('.author').allInnerTexts()).toEqual(['王秀兰', '入户助手']);
  });

  test('what the bot answers in private to a question in the group is announced there', async () => {
    const phone = await one();
    await phone.page.getByRole('button', { name: '切换会话或身份' }).click();
    await phone.page.getByRole('button', { name: '李庄村排查群' }).click();
    await phone.say('私下说');
    await phone.page.getByRole('button', { name: '私聊回了你' }).click();
    await phone.answered('这里说。');
    expect(await phone.shown()).toEqual(['这里说。']);
  });

  test('a push appears by itself, and the page catches up after its connection broke', async () => {
    const phone = await one();
    const push = (text: string) =>
      fake.channel.send({
        to: { kind: 'private', externalId: '00000000-0000-4000-8000-000000000001' },
        content: { type: 'text', text },
        key: text,
      });
    await push('今天还剩3户。');
    await phone.answered('今天还剩3户。');
    await phone.context.setOffline(true);
    await push('明天还剩2户。');
    await push('明天还剩2户。');
    await phone.context.setOffline(false);
    await phone.page.reload();
    await phone.answered('明天还剩2户。');
    expect(await phone.shown()).toEqual(['今天还剩3户。', '明天还剩2户。']);
  });

  test('a photo is made small, shown, sent and can be looked at large', async () => {
    const phone = await one();
    const path = join(folder, 'roof.png');
    await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#7a5' } })
      .png()
      .toFile(path);
    await phone.page.getByLabel('发照片').setInputFiles(path);
    await phone.answered('照片收到。');
    const [said] = heard;
    const data = said?.content.type === 'image' ? said.content.data : new Uint8Array();
    expect(await sharp(data).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1200 });
    await phone.page.getByRole('button', { name: '看大图' }).click();
    await phone.page.getByRole('button', { name: '关闭图片' }).click();
  });

  test('a quoted message is named to the bot', async () => {
    const phone = await one();
    await phone.say('进度');
    await phone.answered('已走访31户');
    await phone.page.locator('.message.bot .bubble').click();
    await phone.page.locator('.message.bot').getByRole('button', { name: '引用回复' }).click();
    await phone.say('哪个组最慢');
    await phone.answered('哪个组最慢');
    expect(heard[1]?.content).toMatchObject({ quote: '李庄村：86户，已走访31户。' });
  });

  test('markup in a message is shown and not obeyed', async () => {
    const phone = await one();
    await phone.say('<img src=x onerror="document.title=1"><b>粗</b>');
    await phone.answered('<b>粗</b>');
    expect(await phone.page.locator('.bubble img, .bubble b').count()).toBe(0);
  });

  test.each([320, 360, 430, 1280])('nothing sticks out at %i pixels', async (width) => {
    const phone = await one();
    await phone.page.setViewportSize({ width, height: 640 });
    await phone.say(`长词${'a'.repeat(300)} ${'很长的一句话，'.repeat(30)}`);
    await phone.answered('没听懂');
    await phone.tap('排查');
    await phone.answered('4口人');
    const overflow = await phone.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const list = document.getElementById('messages');
      return scrollWidth - clientWidth + (list === null ? 1 : list.scrollWidth - list.clientWidth);
    });
    expect(overflow).toBe(0);
    for (const name of ['发送', '切换会话或身份']) {
      const box = await phone.page.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(40);
    }
  });
});
