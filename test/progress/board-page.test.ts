import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, serveHttp } from '../../src/site/serve.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/database.ts';
import { boardWeb } from './board-web.ts';
import { seedVillage, visited } from './village.ts';

const program = findBrowser();
const { database } = await testDatabase();
const web = boardWeb(database, Date.parse('2021-12-15T10:00:00+08:00'));

describe.skipIf(program === undefined)('the board in a browser', () => {
  let browser: Browser;
  let server: HttpServer;
  let seeded: Awaited<ReturnType<typeof seedVillage>>;
  let tab: Tab;

  beforeAll(async () => {
    if (program === undefined) return;
    seeded = await seedVillage(database);
    await visited(database, seeded, '2100001', { on: '2021-12-15T09:00:00+08:00', problems: 1 });
    server = await serveHttp(web.app, { host: '127.0.0.1', port: 0 });
    browser = await launchBrowser(program);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(() => tab.context().close());

  async function open(width: number): Promise<Tab> {
    const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'zh-CN' });
    tab = await context.newPage();
    await tab.clock.install();
    await tab.goto(server.url);
    await tab.getByRole('button', { name: '高县长' }).click();
    await tab.waitForLoadState();
    await tab.goto(`${server.url}/board`);
    await tab.getByRole('heading', { name: '萧县 排查进度' }).waitFor();
    return tab;
  }

  const minute = async () => {
    await tab.clock.fastForward(61_000);
  };

  it.each([320, 390, 1280])(
    'shows every column at %i pixels, and all links are a thumb high',
    async (width) => {
      await open(width);
      for (let level = 0; level < 2; level += 1) {
        const out = await tab.evaluate(() => {
          const wide = document.documentElement.clientWidth;
          const cells = [...document.querySelectorAll('th, td, .figure, img')];
          return cells
            .filter((one) => one.getBoundingClientRect().right > wide + 0.5)
            .map((one) => one.textContent);
        });
        expect(out).toEqual([]);
        const heights = await tab
          .locator('a, summary')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
        await tab.locator('tbody a').first().click();
        await tab.getByRole('link', { name: '‹' }).waitFor();
      }
    },
  );

  it('brings itself up to date without losing what is opened or where one is', async () => {
    await open(390);
    await tab.getByText('数字怎么算的').click();
    await tab.getByRole('link', { name: '龙城镇' }).focus();
    const image = await tab.locator('figure img').getAttribute('src');
    await visited(database, seeded, '2100002', { on: '2021-12-15T09:30:00+08:00' });
    await expect(tab.getByText('今天新增1户').first().isVisible()).resolves.toBe(true);
    // A count that took long is shown as it was stored while it is made anew: then it's the next minute's.
    await expect
      .poll(
        async () => {
          await minute();
          return tab.getByText('今天新增2户').first().isVisible();
        },
        { interval: 200 },
      )
      .toBe(true);
    expect(await tab.locator('details').getAttribute('open')).not.toBeNull();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('龙城镇');
    expect(image).toContain('/board/chart.svg');
  });

  it('keeps the last figures while the server is away, says so, and goes on when it is back', async () => {
    await open(390);
    await tab.context().setOffline(true);
    await minute();
    await tab.getByText('连不上，上面还是12月15日 10:00的数').waitFor();
    expect(await tab.getByRole('heading', { name: '萧县 排查进度' }).isVisible()).toBe(true);
    await tab.context().setOffline(false);
    await tab.locator('.stale').waitFor({ state: 'hidden' });
  });

  it('has words for its picture, and no figure that the picture lacks', async () => {
    await open(390);
    const picture = tab.locator('figure img');
    expect(await picture.getAttribute('alt')).toMatch(/^12\.15新增\d户。查出问题：/u);
    await picture.scrollIntoViewIfNeeded();
    const width = () => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));
    await expect.poll(width).toBe(450);
    expect(await tab.getAttribute('html', 'lang')).toBe('zh-CN');
  });
});
