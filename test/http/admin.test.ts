import { createHmac } from 'node:crypto';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import type { ChannelState } from '../../src/channels/platform.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb } from '../../src/site/open-web.ts';
import { adminPage } from '../../src/site/pages/admin.ts';
import { qrPicture } from '../../src/site/pages/admin-channels.ts';
import { type HttpServer, serveHttp } from '../../src/site/serve.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { Visitor } from './visitor.ts';

const { database } = await testDatabase();
const program = findBrowser();
const shots = process.env['RUHU_SHOTS'];
const outside = { hashOf: (text: string) => createHmac('sha256', 'test').update(text).digest('hex') };
const at = Date.parse('2021-12-15T09:00:00+08:00');
let states: ChannelState[] = [];
let clockMs = 0;
let seeded: SeededCounty;
let server: HttpServer;
let web: ReturnType<typeof openWeb>;

beforeAll(async () => {
  seeded = await seedCounty(database);
  const { county } = seeded;
  web = openWeb({
    version: '0.0.0-test',
    assets: assetsFromDisk(),
    preparePhoto,
    pages: [
      adminPage({
        place: {
          database,
          county,
          outside,
          config: readConfig({}),
          key: { bytes: Buffer.alloc(32, 7), from: 'made' },
        },
        channels: () => states,
        now: () => at + clockMs,
      }),
    ],
    place: {
      database,
      county,
      mode: 'rehearsal',
      key: { bytes: new Uint8Array(32).fill(7), from: 'made' },
      log: makeLog('silent'),
      config: readConfig({}),
    },
  });
  await web.channel.start(testReceiver(database, county).receive);
  server = await serveHttp(web.app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const as = (who: keyof SeededCounty['staff']) => new Visitor(web.app).be(seeded.staff[who]);
const change = (work: (tx: Tx) => PromiseLike<unknown>) =>
  write(database, wholeCounty(seeded.county), async (tx) => void (await work(tx)));
const textOf = async (asked: Promise<Response>) => (await asked).text();
const codesOn = (page: string) => [...page.matchAll(/slip-code">([^<]+)</gu)].map(([, code]) => code ?? '');

/** Somebody types a code in WeChat. */
async function bind(from: string, code: string): Promise<string> {
  const { receive } = testReceiver(database, seeded.county);
  const { replies } = await receive({
    channel: 'wechaty',
    messageId: `${from}-${code}`,
    at: at + 60_000,
    from: { externalId: from },
    chat: { kind: 'private' },
    content: { type: 'text', text: `绑定 ${code}` },
  });
  const [reply] = replies;
  return reply?.content.type === 'text' ? reply.content.text : '';
}

describe('who may look at what', () => {
  test('a helper, a department officer and a stranger may not open it', async () => {
    for (const who of ['helper', 'officer'] as const)
      expect((await (await as(who)).fetch('/admin')).status, who).toBe(403);
    expect((await new Visitor(web.app).fetch('/admin')).status).toBe(401);
  });

  test('a township cadre sees his township and its villages, nothing of another', async () => {
    const cadre = await as('cadre');
    const page = await textOf(cadre.fetch('/admin'));
    for (const name of ['龙城镇', '刘园村', '王典村', '周八']) expect(page).toContain(name);
    for (const name of ['黄口镇', '张庄村', '郑十', '渠道']) expect(page).not.toContain(name);
    for (const unit of [units.huangkou, units.zhangzhuang, units.county, units.housing])
      expect((await cadre.fetch(`/admin?unit=${encodeURIComponent(unit)}`)).status, unit).toBe(403);
    expect(await textOf(cadre.fetch('/admin?q=郑十'))).toContain('您的范围里没有这个人');
    for (const path of ['/admin/channels', '/admin/login.svg'])
      expect((await cadre.fetch(path)).status, path).toBe(403);
  });

  test('nobody makes or takes back codes outside his subtree, or removes people from a township', async () => {
    const cadre = await as('cadre');
    for (const staff of [seeded.staff.office, seeded.staff.officer, seeded.staff.partner])
      expect((await cadre.post('/admin/codes', { staff })).status).toBe(403);
    expect((await cadre.post('/admin/codes', { unit: units.zhangzhuang })).status).toBe(403);
    expect((await cadre.post('/admin/revoke', { staff: seeded.staff.office })).status).toBe(403);
    expect((await cadre.post('/admin/remove', { staff: seeded.staff.neighbour })).status).toBe(403);
    const foreign = await cadre.post(
      '/admin/codes',
      { unit: units.liuyuan },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    const office = await as('office');
    expect((await office.post('/admin/codes', { unit: units.county })).status).toBe(400);
    expect((await office.post('/admin/codes', { unit: 'x' })).status).toBe(404);
    expect((await office.post('/admin/remove', { staff: seeded.staff.office })).status).toBe(400);
  });
});

describe('the security log', () => {
  test('tells who keeps the county who issued what to whom; others are refused', async () => {
    const office = await as('office');
    await office.post('/admin/codes', { staff: seeded.staff.neighbour });
    const page = await textOf(office.fetch('/admin/security'));
    expect(page).toMatch(/发码<\/th><td>孙七（王典村）<\/td><td>郑十（萧县）<\/td>/u);
    expect((await (await as('cadre')).fetch('/admin/security')).status).toBe(403);
  });
});

describe('codes on paper', () => {
  test('work once, are void when printed anew, and the list tells who is bound', async () => {
    const cadre = await as('cadre');
    const first = codesOn(await textOf(cadre.post('/admin/codes', { unit: units.liuyuan })));
    expect(first).toHaveLength(2);
    const sheet = await cadre.post('/admin/codes', { unit: units.liuyuan });
    expect(sheet.headers.get('cache-control')).toBe('no-store');
    const second = codesOn(await sheet.text());
    expect(await bind('wx-1', first[0] ?? '')).toContain('已经作废');
    expect(await bind('wx-1', second[0] ?? '')).toContain('绑定好了');
    const village = await textOf(cadre.fetch(`/admin?unit=${units.liuyuan}`));
    expect(village).toContain('已绑定 微信');
    expect(village).toContain('码到');
    expect(village).not.toContain(second[1] ?? 'no code');
    expect(codesOn(await textOf(cadre.post('/admin/codes', { unit: units.liuyuan })))).toHaveLength(1);
  });

  test('taken back on the page they work no more', async () => {
    const cadre = await as('cadre');
    const [code = ''] = codesOn(await textOf(cadre.post('/admin/codes', { staff: seeded.staff.neighbour })));
    const back = await cadre.post('/admin/revoke', { unit: units.wangdian });
    expect([back.status, back.headers.get('location')]).toEqual([303, '/admin']);
    expect(await bind('wx-2', code)).toContain('已经作废');
  });

  test('somebody the county office removes is gone from the list, and his code with him', async () => {
    const office = await as('office');
    const [code = ''] = codesOn(await textOf(office.post('/admin/codes', { staff: seeded.staff.partner })));
    expect((await office.post('/admin/remove', { staff: seeded.staff.partner })).status).toBe(303);
    expect(await textOf(office.fetch('/admin?q=冯一'))).toContain('没有这个人');
    expect(await bind('wx-3', code)).toContain('绑定码不对');
  });
});

describe('groups and channels', () => {
  test('groups are listed with their unit: one’s own for a township, all and the unbound for the county', async () => {
    await change(
      (tx) => tx.sql`
        insert into room (county, id, channel, external_id, name, unit, bound_by, bound_at) values
          (${seeded.county}, gen_random_uuid(), 'wechaty', 'r1', '刘园村排查群', ${units.liuyuan}, ${seeded.staff.cadre}, ${new Date(at)}),
          (${seeded.county}, gen_random_uuid(), 'wecom', 'r2', '张庄村群', ${units.zhangzhuang}, null, ${new Date(at)}),
          (${seeded.county}, gen_random_uuid(), 'wechaty', 'r3', '老乡群', null, null, null)`,
    );
    const own = await textOf((await as('cadre')).fetch('/admin/rooms'));
    expect(own).toContain('刘园村排查群');
    for (const name of ['张庄村群', '老乡群']) expect(own).not.toContain(name);
    const all = await textOf((await as('office')).fetch('/admin/rooms'));
    for (const name of ['刘园村排查群', '张庄村群', '老乡群']) expect(all).toContain(name);
  });

  test('the county office sees the login code, what waits and what was given up, with the platform’s words', async () => {
    const qr = 'https://login.weixin.qq.com/l/a-made-up-code';
    states = [
      { name: 'wecom', ready: true },
      { name: 'wechaty', ready: false, login: { is: 'scan', since: at, why: null, qr } },
    ];
    const row = (key: string, status: string, error: string | null) => ({ key, status, error });
    for (const r of [
      row('q1', 'queued', null),
      row('q2', 'queued', null),
      row('d1', 'dead', '60020 not allow to access'),
    ])
      await change(
        (tx) => tx.sql`
          insert into outbox (county, key, channel, address, kind, body, status, due_at, last_error)
          values (${seeded.county}, ${r.key}, 'wecom', '{"kind":"private","externalId":"u"}', 'digest', '{"type":"text","text":"t"}',
            ${r.status}, ${new Date(at - 600_000)}, ${r.error})`,
      );
    const office = await as('office');
    const page = await textOf(office.fetch('/admin/channels'));
    for (const part of ['等人扫码', '能收发', '10分钟', '60020 not allow to access', '备用微信号'])
      expect(page).toContain(part);
    expect(page).not.toContain(qr);
    expect(await textOf(office.fetch('/admin/login.svg'))).toBe(await qrPicture(qr));
    states = [{ name: 'wechaty', ready: true, login: { is: 'online', since: at, why: null, qr: null } }];
    expect(await textOf(office.fetch('/admin/channels'))).toContain('已登录');
    expect((await office.fetch('/admin/login.svg')).status).toBe(404);
  });
});

describe.skipIf(program === undefined)('in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    if (program !== undefined) browser = await launchBrowser(program);
  });
  afterAll(() => browser?.close());

  const open = async (name: string, width: number): Promise<{ tab: Tab; errors: string[] }> => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
    const tab = await context.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await tab.goto(server.url);
    await tab.getByRole('button', { name }).click();
    await tab.waitForLoadState();
    await tab.goto(`${server.url}/admin`);
    return { tab, errors };
  };
  const shot = async (tab: Tab, name: string) => {
    if (shots !== undefined) await tab.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const overflows = (tab: Tab) =>
    tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

  test('a cadre walks from the township to a village, prints its codes and goes back', async () => {
    for (const width of [360, 1000]) {
      const { tab, errors } = await open('周八', width);
      await shot(tab, `township-${width}`);
      await tab.getByRole('link', { name: '王典村' }).click();
      await tab.getByText('孙七').waitFor();
      await shot(tab, `village-${width}`);
      expect(await overflows(tab)).toBe(false);
      await tab.getByRole('button', { name: '打印未绑定的人的码' }).click();
      await tab.locator('.slip-code').first().waitFor();
      expect(await tab.locator('.slip-code').first().textContent()).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
      expect(await overflows(tab)).toBe(false);
      await shot(tab, `sheet-${width}`);
      await tab.getByRole('link', { name: '返回' }).click();
      await tab.getByRole('heading', { name: '龙城镇', exact: true }).waitFor();
      expect(errors).toEqual([]);
      await tab.context().close();
    }
  });

  test.each([360, 1000])(
    'at %i pixels every column is in sight and everything tapped is a thumb high',
    async (width) => {
      const { tab } = await open('郑十', width);
      for (const path of ['/admin', `/admin?unit=${units.longcheng}`, '/admin/channels']) {
        await tab.goto(server.url + path);
        const wrong = await tab.evaluate(() => {
          const cells = [...document.querySelectorAll('th, td')];
          const tapped = [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')];
          return [
            ...cells.filter(
              (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth,
            ),
            ...tapped.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44),
          ].map((one) => one.outerHTML.slice(0, 80));
        });
        expect(wrong, path).toEqual([]);
      }
      await tab.context().close();
    },
  );

  test('the login code is shown anew while the page stays open', async () => {
    const scan = (qr: string): ChannelState[] => [
      { name: 'wechaty', ready: false, login: { is: 'scan', since: at, why: null, qr } },
    ];
    states = scan('https://login.weixin.qq.com/l/first');
    const { tab } = await open('郑十', 360);
    await tab.clock.install();
    await tab.goto(`${server.url}/admin/channels`);
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    states = scan('https://login.weixin.qq.com/l/second');
    clockMs += 20_000;
    await tab.clock.fastForward(21_000);
    await expect.poll(() => asked, { timeout: 10_000 }).toEqual(['/admin/channels', '/admin/login.svg']);
    await tab.context().close();
  });

  test('the sheet on paper has the slips alone, two beside each other, none torn apart', async () => {
    await change(
      (tx) => tx.sql`
        insert into staff (county, id, name, phone, roles, unit)
        select ${seeded.county}, gen_random_uuid(), '帮扶' || n, (13700000000 + n)::text, '{helper}', ${units.wangdian}
        from generate_series(1, 17) n`,
    );
    const { tab } = await open('周八', 1000);
    await tab.goto(`${server.url}/admin?unit=${units.wangdian}`);
    await tab.getByRole('button', { name: '打印未绑定的人的码' }).click();
    await tab.locator('.slip').nth(17).waitFor();
    await tab.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await tab.getByRole('button', { name: '打印' }).click();
    expect(await tab.getAttribute('body', 'data-printed')).toBe('yes');
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await tab.locator('.tabs').isVisible()).toBe(false);
    expect(await tab.locator('#print').isVisible()).toBe(false);
    const boxes = await tab
      .locator('.slip')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
    expect(new Set(boxes.map(Math.round)).size).toBe(2);
    await shot(tab, 'paper');
    const pdf = await tab.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    await tab.context().close();
  });

  test('the login code is a picture to scan', async () => {
    states = [
      { name: 'wecom', ready: true },
      {
        name: 'wechaty',
        ready: false,
        login: { is: 'scan', since: at, why: '上次：登录超时', qr: 'https://login.weixin.qq.com/l/x' },
      },
    ];
    const { tab, errors } = await open('郑十', 1000);
    await shot(tab, 'county');
    await tab.getByRole('link', { name: '渠道' }).click();
    const picture = tab.getByRole('img', { name: '登录二维码' });
    await picture.waitFor();
    expect(await picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth > 0)).toBe(
      true,
    );
    await shot(tab, 'channels');
    await tab.getByRole('navigation', { name: '管理' }).getByRole('link', { name: '群' }).click();
    await tab.getByText('老乡群').waitFor();
    await shot(tab, 'rooms');
    expect(errors).toEqual([]);
    await tab.context().close();
  });
});
