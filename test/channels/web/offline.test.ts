import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound, Receive } from '../../../src/channels/channel.ts';
import { offlineFiles } from '../../../src/site/offline-routes.ts';
import { type HttpServer, serveHttp } from '../../../src/site/serve.ts';
import { findBrowser, launchBrowser } from '../../support/browser.ts';
import { openPhone, type Phone } from '../../support/phone.ts';
import { chatApp } from '../../support/web-chat.ts';

const assets = join(import.meta.dirname, '../../../src/http/assets');

test('every file the chat page is made of lies on the phone', () => {
  const wanted = new Set<string>();
  const read = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const code = readFileSync(join(assets, name), 'utf8');
    for (const [, other = ''] of code.matchAll(/from '\.\/([\w-]+\.js)'/gu)) read(other);
  };
  read('chat.js');
  expect(offlineFiles).toEqual(expect.arrayContaining([...wanted]));
  expect(readdirSync(assets)).toEqual(expect.arrayContaining([...offlineFiles]));
});

const heard: Inbound[] = [];
const bot: Receive = async (said) => {
  const repeated = heard.some(({ messageId }) => messageId === said.messageId);
  if (!repeated) heard.push(said);
  const text = `听到：${said.content.type === 'text' ? said.content.text : '照片'}`;
  const to = { kind: 'private', externalId: said.from.externalId } as const;
  return {
    replies: [{ to, content: { type: 'text', text }, key: `${said.messageId}/0` }],
    repeated,
    sent: () => {},
  };
};

const program = findBrowser();

describe.skipIf(program === undefined)('the chat page where there is no network', () => {
  let browser: Browser;
  let server: HttpServer;
  let fake: ReturnType<typeof chatApp>;
  let phone: Phone;

  beforeAll(async () => {
    if (program !== undefined) browser = await launchBrowser(program);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(phone.errors.filter((error) => !error.includes('nobody is in'))).toEqual([]);
    await phone.context.close();
    await server.close();
  });

  async function open(now?: () => number): Promise<void> {
    heard.length = 0;
    fake = chatApp({ receive: bot, ...(now === undefined ? {} : { now }) });
    await fake.start();
    server = await serveHttp(fake.app, { host: '127.0.0.1', port: 0 });
    phone = await openPhone(browser, server.url, '王秀兰');
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // The worker has taken everything in once the page is in its hands.
    await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** Stops the server, as a village without a signal does. */
  async function cutOff(): Promise<() => Promise<void>> {
    const { port } = new URL(server.url);
    await server.close();
    return async () => {
      server = await serveHttp(fake.app, { host: '127.0.0.1', port: Number(port) });
    };
  }

  const everythingOnThePhone = () =>
    phone.page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('ruhu', 1);
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await new Promise<unknown[]>((resolve) => {
        const request = db.transaction('kept').objectStore('kept').getAll();
        request.onsuccess = () => resolve(request.result);
      });
      const bytes = rows.flatMap((row) => {
        const { data } = row as { data?: ArrayBuffer };
        return data === undefined ? [] : [new TextDecoder().decode(data)];
      });
      return {
        rows: rows.length,
        text: bytes.join('') + JSON.stringify(localStorage) + JSON.stringify(rows),
      };
    });

  test('it opens with the last talk, takes what is said, and sends it in order with its own time', async () => {
    await open();
    await phone.say('排查');
    await phone.answered('听到：排查');
    await expect.poll(() => phone.page.evaluate(() => document.body.dataset.kept)).toBe('2');
    const back = await cutOff();
    await phone.page.reload();
    await phone.page.getByText('听到：排查').waitFor();
    expect(await phone.page.locator('#who').textContent()).toContain('王秀兰');
    const before = Date.now();
    for (const words of ['4口人', '年收入5万', '打工']) await phone.say(words);
    await phone.page.getByText('3条存在手机里，还没交上去').waitFor();
    // Closed and opened again, still without a network.
    await phone.page.reload();
    await phone.page.getByText('3条存在手机里，还没交上去').waitFor();
    const said = Date.now();
    expect((await everythingOnThePhone()).text).not.toContain('4口人');
    await back();
    await phone.answered('听到：打工');
    expect(heard.map(({ content }) => content.type === 'text' && content.text)).toEqual([
      '排查',
      '4口人',
      '年收入5万',
      '打工',
    ]);
    for (const { at } of heard.slice(1)) {
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(said);
    }
    await phone.page.locator('#offline').waitFor({ state: 'hidden' });
  });

  test('who leaves, and who was away for two days, leaves nothing on the phone', async () => {
    await open();
    await phone.say('排查');
    await phone.answered('听到：排查');
    await expect.poll(async () => (await everythingOnThePhone()).rows).toBeGreaterThanOrEqual(3);
    await phone.page.getByLabel('切换会话或身份').click();
    await phone.page.getByRole('button', { name: '换一个身份' }).click();
    await phone.page.getByText('选一个身份').waitFor();
    expect((await everythingOnThePhone()).rows).toBe(0);
    const back = await cutOff();
    await phone.page.reload();
    await phone.page.getByText('手机里也没有存过登录').waitFor();
    await back();
  });

  test('a time from before the last two days or from the future is not believed', async () => {
    await open();
    const send = (id: string, at: number) =>
      phone.page.evaluate(
        ([key, moment]) =>
          fetch('/chat/messages', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ id: `offline-${key}`, chat: 'private', text: String(key), at: moment }),
          }).then((response) => response.status),
        [id, at] as const,
      );
    const now = Date.now();
    expect(await send('past', now - 72 * 3_600_000)).toBe(200);
    expect(await send('ahead', now + 3_600_000)).toBe(200);
    for (const { at } of heard) expect(Math.abs(at - now)).toBeLessThan(60_000);
  });
});
