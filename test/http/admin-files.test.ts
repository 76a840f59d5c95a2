import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { securityEvents } from '../../db/people/security-log.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb } from '../../src/site/open-web.ts';
import { adminPage } from '../../src/site/pages/admin.ts';
import { type HttpServer, serveHttp } from '../../src/site/serve.ts';
import { documentFolder, readWorkbook, writeWorkbook } from '../documents/files.ts';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { Visitor } from './visitor.ts';

const { database } = await testDatabase();
const file = documentFolder();
const program = findBrowser();
const shots = process.env['RUHU_SHOTS'];
const at = Date.parse('2021-12-15T09:00:00+08:00');
let seeded: SeededCounty;
let server: HttpServer;
let web: ReturnType<typeof openWeb>;
let now = at;

beforeAll(async () => {
  seeded = await seedCounty(database);
  const { county } = seeded;
  const key = { bytes: Buffer.alloc(32, 7), from: 'environment' } as const;
  const place = { database, county, key, config: readConfig({}) };
  const outside = { hashOf: (text: string) => createHmac('sha256', 'test').update(text).digest('hex') };
  web = openWeb({
    version: '0.0.0-test',
    assets: assetsFromDisk(),
    preparePhoto,
    pages: [adminPage({ place: { ...place, outside }, channels: () => [], now: () => now })],
    place: { ...place, mode: 'rehearsal', log: makeLog('silent') },
  });
  await web.channel.start(testReceiver(database, county).receive);
  server = await serveHttp(web.app, { host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const as = (who: keyof SeededCounty['staff']) => new Visitor(web.app).be(seeded.staff[who]);
const rows = (statement: string) =>
  read(database, wholeCounty(seeded.county), (db) => db.sql.unsafe(statement));

/** All that stands in a workbook. */
async function wordsOf(path: string): Promise<string> {
  const words: string[] = [];
  for (const sheet of (await readWorkbook(path)).worksheets)
    sheet.eachRow((row) => words.push(...(row.values as unknown[]).map(String)));
  return words.join(' ');
}

describe('who may', () => {
  test('the county office imports; a township exports its own unit alone; a helper neither', async () => {
    const office = await as('office');
    const town = await as('cadre');
    const helper = await as('helper');
    expect((await office.fetch('/admin/import')).status).toBe(200);
    expect((await town.fetch('/admin/import')).status).toBe(403);
    expect((await town.fetch('/admin/settings')).status).toBe(403);
    const page = await (await town.fetch('/admin/export')).text();
    expect([...page.matchAll(/<option value="\d{12}">/gu)]).toHaveLength(1);
    const elsewhere = String(
      (await rows(`select code from unit where kind = 'township' and code <> '${units.longcheng}'`))[0]?.[
        'code'
      ],
    );
    const other = { kind: 'ledger', unit: elsewhere, format: 'xlsx' };
    expect((await town.post('/admin/export', other)).status).toBe(403);
    expect((await helper.fetch('/admin/export')).status).toBe(403);
  });

  test('who keeps the roster and sees no household takes none along and brings none', async () => {
    const keeper = { name: '管一', phone: '13800000099', duty: null, roles: ['admin'] as const };
    await write(database, wholeCounty(seeded.county), (tx) =>
      saveStaff(tx, [{ ...keeper, unit: units.county }]),
    );
    const [row] = await rows(`select id from staff where phone = '13800000099'`);
    const admin = await new Visitor(web.app).be(String(row?.['id']));
    const offered = await (await admin.fetch('/admin/import')).text();
    expect(offered).toContain('value="staff"');
    expect(offered).not.toContain('value="households"');
    expect((await admin.fetch('/admin/export')).status).toBe(403);
    const all = { kind: 'ledger', unit: units.county, format: 'xlsx' };
    expect((await admin.post('/admin/export', all)).status).toBe(403);
    const form = new FormData();
    form.set('kind', 'households');
    form.set('file', new File(['户主姓名,行政村\n甲,刘园村\n'], '名册.csv'));
    expect((await admin.fetch('/admin/import/preview', { method: 'POST', body: form })).status).toBe(403);
  });

  test('the list of units comes as it is, as a table, and changes nothing when it is brought back', async () => {
    const office = await as('office');
    const begun = await office.fetch('/admin/import/template/units');
    const table = await office.fetch(begun.headers.get('location') ?? '');
    const form = new FormData();
    form.set('kind', 'units');
    form.set('file', new File([await table.arrayBuffer()], '单位.xlsx'));
    const shown = await office.fetch('/admin/import/preview', { method: 'POST', body: form });
    const page = await (await office.fetch(shown.headers.get('location') ?? '')).text();
    expect(page).toContain('导入单位：还没写入');
    for (const words of ['改名', '换了代码', '已停用']) expect(page).not.toContain(words);
  });

  test('somebody else’s work is nobody’s business', async () => {
    const office = await as('office');
    const unit = String((await rows(`select code from unit where kind = 'county'`))[0]?.['code']);
    const begun = await office.post('/admin/export', { kind: 'problems', unit, format: 'csv' });
    const where = begun.headers.get('location') ?? '';
    expect((await office.fetch(`${where}/file`)).status).toBe(200);
    expect((await (await as('cadre')).fetch(`${where}/file`)).status).toBe(404);
  });

  test('what isn’t a table is refused in words', async () => {
    const office = await as('office');
    const form = new FormData();
    form.set('kind', 'staff');
    form.set('file', new File(['x'], '名单.pdf'));
    const answer = await office.fetch('/admin/import/preview', { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('能读 .xlsx');
    const broken = new FormData();
    broken.set('kind', 'staff');
    broken.set('file', new File(['not a workbook'], '名单.xlsx'));
    const begun = await office.fetch('/admin/import/preview', { method: 'POST', body: broken });
    const shown = await (await office.fetch(begun.headers.get('location') ?? '')).text();
    expect(shown).toMatch(/role="alert"[^>]*>找不到表头/u);
  });
});

describe.skipIf(program === undefined)('files at the page, in a browser', () => {
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    if (program === undefined) return;
    browser = await launchBrowser(program);
    const office = await as('office');
    const context = await browser.newContext({
      viewport: { width: 375, height: 740 },
      acceptDownloads: true,
    });
    const [name = '', value = ''] = office.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    tab = await context.newPage();
  });
  afterAll(() => browser?.close());

  const look = async (name: string) => {
    if (shots === undefined) return;
    for (const width of [320, 375, 1280]) {
      await tab.setViewportSize({ width, height: 740 });
      await tab.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
    }
    await tab.emulateMedia({ colorScheme: 'dark' });
    await tab.screenshot({ path: `${shots}/${name}-dark.png`, fullPage: true });
    await tab.emulateMedia({ colorScheme: 'light' });
    await tab.setViewportSize({ width: 188, height: 740 });
    await tab.screenshot({ path: `${shots}/${name}-200.png`, fullPage: true });
    await tab.setViewportSize({ width: 375, height: 740 });
  };

  const upload = async (kind: string, path: string) => {
    await tab.goto(`${server.url}/admin/import`);
    await tab.locator(`input[value=${kind}]`).check();
    await tab.getByLabel('选文件').setInputFiles(path);
    await tab.getByRole('button', { name: '看看会改什么' }).click();
    await tab.getByRole('heading', { name: '还没写入' }).waitFor();
  };
  const figures = () => tab.locator('.figures dd').allInnerTexts();

  test('an empty table is downloaded, with what must be filled marked', async () => {
    await tab.goto(`${server.url}/admin/import`);
    await look('import');
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.locator('li', { hasText: '人员' }).getByRole('link', { name: '空表' }).click(),
    ]);
    const path = file('empty.xlsx');
    await download.saveAs(path);
    expect(await wordsOf(path)).toContain('姓名（必填）');
  });

  test('what would change is shown, the errors are taken along, the good rows are stored and undone', async () => {
    const before = await rows('select code, head_name from household order by code');
    await writeWorkbook(file('register.xlsx'), {
      名册: [
        ['户编号', '户主姓名', '户属性', '乡镇', '行政村'],
        ['P1', '新来甲', '一般农户', '龙城镇', '王典村'],
        ['P2', '新来乙', '一般农户', '龙城镇', '没有的村'],
        ['P3', '', '一般农户', '龙城镇', '王典村'],
      ],
    });
    await upload('households', file('register.xlsx'));
    await look('preview');
    expect(await figures()).toEqual(['1', '0', '0']);
    expect(await tab.locator('.faults').first().textContent()).toMatch(/第3行：.*没有的村/u);
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: '下载错误清单' }).click(),
    ]);
    await download.saveAs(file('errors.xlsx'));
    expect(await wordsOf(file('errors.xlsx'))).toContain('没有的村');
    expect(await rows('select code, head_name from household order by code')).toEqual(before);

    await tab.getByRole('button', { name: '只导入没错的行' }).click();
    await tab.getByRole('heading', { name: '已写入' }).waitFor();
    await look('imported');
    expect(await rows(`select head_name from household where code = 'P1'`)).toHaveLength(1);

    await tab.goto(`${server.url}/admin/import`);
    const line = tab.locator('tbody tr').first();
    expect(await line.textContent()).toContain('register.xlsx');
    await line.getByText('撤销', { exact: true }).click();
    await tab.getByRole('button', { name: '确认撤销' }).first().click();
    await tab.getByText('已撤销，农户回到导入前的样子').waitFor();
    expect(await rows('select code, head_name from household order by code')).toEqual(before);
    const events = await read(database, wholeCounty(seeded.county), (db) =>
      securityEvents(db, { since: new Date(0), limit: 10 }),
    );
    expect(events.map(({ kind }) => kind).slice(0, 2)).toEqual(['importUndone', 'imported']);
    expect(events[0]?.by).not.toBeNull();
  });

  test('a ledger is taken out, and that is written down', async () => {
    await tab.goto(`${server.url}/admin/export`);
    await look('export');
    await tab.locator('input[value=ledger]').check();
    await tab.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/台账\.xlsx$/u);
    await download.saveAs(file('ledger.xlsx'));
    expect(readFileSync(file('ledger.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const [looked] = await rows(`select count(*)::int as n from access_log where what = '导出台账'`);
    expect(looked?.['n']).toBeGreaterThan(0);
  });

  test('a setting is changed after a yes, in the words the bot knows too', async () => {
    await tab.goto(`${server.url}/admin/settings`);
    await look('settings');
    const line = tab.locator('.settings li', { hasText: '收入线' });
    await line.getByRole('textbox').fill('七八千');
    await line.getByRole('button').click();
    await tab.getByText('没看懂“收入线 七八千”').waitFor();
    await line.getByRole('textbox').fill('6800');
    await line.getByRole('button').click();
    await tab.getByText('收入线改为人均6800元').waitFor();
    await tab.getByRole('button', { name: '确定' }).click();
    await tab.getByText('收入线：人均6800元').waitFor();
  });

  test('after a day an import stays', async () => {
    await write(
      database,
      wholeCounty(seeded.county),
      (tx) => tx.sql`update register_import set undone_at = null`,
    );
    now = at + 25 * 3_600_000;
    await tab.goto(`${server.url}/admin/import`);
    expect(await tab.getByText('确认撤销').count()).toBe(0);
    now = at;
  });
});
