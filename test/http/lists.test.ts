import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { departmentCode } from '../../conversations/campaign/departments.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { saveUnits } from '../../db/places/units.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb } from '../../src/site/open-web.ts';
import { listsPage } from '../../src/site/pages/lists.ts';
import { type HttpServer, serveHttp } from '../../src/site/serve.ts';
import { documentFolder, readWorkbook, writeWorkbook } from '../documents/files.ts';
import { madeUpId } from '../import/register.ts';
import { withNumbers } from '../lists/county.ts';
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

const rows = (statement: string) =>
  read(database, wholeCounty(seeded.county), (db) => db.sql.unsafe(statement));

beforeAll(async () => {
  seeded = await seedCounty(database);
  await withNumbers(database, seeded);
  const { county } = seeded;
  const insurance = departmentCode('县医保局');
  await write(database, wholeCounty(county), async (tx) => {
    await saveUnits(tx, [
      {
        code: insurance,
        kind: 'department',
        name: '县医保局',
        short: '县医保局',
        parent: units.county,
        sort: 9,
      },
    ]);
    const duty = null;
    await saveStaff(tx, [
      { name: '保一', phone: '13800000088', duty, roles: ['departmentOfficer'], unit: insurance },
      { name: '管一', phone: '13800000099', duty, roles: ['admin'], unit: units.county },
    ]);
  });
  const key = { bytes: Buffer.alloc(32, 7), from: 'environment' } as const;
  const place = { database, county, key, config: readConfig({}) };
  web = openWeb({
    version: '0.0.0-test',
    assets: assetsFromDisk(),
    preparePhoto,
    pages: [listsPage({ place, now: () => at })],
    place: { ...place, mode: 'rehearsal', log: makeLog('silent') },
  });
  await web.channel.start(testReceiver(database, county).receive);
  server = await serveHttp(web.app, { host: '127.0.0.1', port: 0 });
  await writeWorkbook(file('odd.xlsx'), {
    未参保: [
      ['顺序', '人', '证', '哪个村', '说明'],
      ['A', '张三', madeUpId(1), '刘园村', '未缴费'],
      ['B', '周大', '', '王典村', '未缴费'],
    ],
  });
});
afterAll(() => server.close());

const phoneOf: Record<string, string> = { insurance: '13800000088', admin: '13800000099' };
const as = async (who: keyof SeededCounty['staff'] | 'insurance' | 'admin') => {
  const phone = phoneOf[who];
  if (phone === undefined) return new Visitor(web.app).be(seeded.staff[who as keyof SeededCounty['staff']]);
  const [row] = await rows(`select id from staff where phone = '${phone}'`);
  return new Visitor(web.app).be(String(row?.['id']));
};
const sent = (kind: string) => {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new File(['姓名,行政村,情况\n张三,刘园村,未缴费\n周大,王典村,未缴费\n'], '名单.csv'));
  return { method: 'POST', body: form };
};

describe('who may bring which list', () => {
  test('a department its own, the county’s office and administrators all, a township and a helper none', async () => {
    const offered = async (who: Parameters<typeof as>[0]) => {
      const page = await (await (await as(who)).fetch('/lists')).text();
      return [...page.matchAll(/<option value="(\w+)">/gu)].map((m) => m[1]);
    };
    expect(await offered('insurance')).toEqual(['insurance']);
    expect((await offered('office')).length).toBeGreaterThan(10);
    expect(await offered('admin')).toEqual(await offered('office'));
    expect(await offered('cadre')).toEqual([]);
    expect((await (await as('helper')).fetch('/lists')).status).toBe(403);
    const insurance = await as('insurance');
    expect((await insurance.fetch('/lists/preview', sent('schooling'))).status).toBe(403);
  });

  test('who may see no household is only told how many it may be', async () => {
    const seen = async (who: Parameters<typeof as>[0]) => {
      const visitor = await as(who);
      const begun = await visitor.fetch('/lists/preview', sent('insurance'));
      return (await visitor.fetch(begun.headers.get('location') ?? '')).text();
    };
    expect(await seen('office')).toContain('2200002');
    for (const who of ['insurance', 'admin'] as const) {
      const page = await seen(who);
      expect(page).toContain('周大：有2户可能是，由村里、乡镇对');
      expect(page).not.toContain('2200002');
    }
    expect(await rows('select 1 from outside_row')).toHaveLength(0);
  });
});

describe.skipIf(program === undefined)('lists at the page, in a browser', () => {
  let browser: Browser;
  let tab: Tab;
  beforeAll(async () => {
    if (program === undefined) return;
    browser = await launchBrowser(program);
    const context = await browser.newContext({
      viewport: { width: 375, height: 740 },
      acceptDownloads: true,
    });
    const [name = '', value = ''] = (await as('insurance')).cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    tab = await context.newPage();
  });
  afterAll(() => browser?.close());
  const look = async (name: string) => {
    if (shots !== undefined) await tab.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  };
  const upload = async (path: string) => {
    await tab.goto(`${server.url}/lists`);
    await look('lists');
    await tab.getByLabel('选文件').setInputFiles(path);
    await tab.getByRole('button', { name: '看看对得上多少' }).click();
    await tab.getByRole('heading', { name: '还没写入' }).waitFor();
  };

  test('columns nobody knows are chosen once, and remembered', async () => {
    await upload(file('odd.xlsx'));
    await look('lists-unknown');
    await tab.locator('select[name=map-idNumber]').selectOption('证');
    await tab.locator('select[name=map-name]').selectOption('人');
    await tab.locator('select[name=map-village]').selectOption('哪个村');
    await tab.locator('select[name=map-words]').selectOption('说明');
    await tab.getByRole('button', { name: '按选的列再看一遍' }).click();
    await tab.getByText('对上1行，没对上1行').waitFor();
    await look('lists-preview');
    await tab.getByRole('button', { name: '确认导入' }).click();
    await tab.getByText('1号名单已写入，对上1行').waitFor();
    await look('lists-done');
    await upload(file('odd.xlsx'));
    await tab.getByText('对上1行，没对上1行').waitFor();
    expect(await tab.getByRole('button', { name: '确认导入' }).count()).toBe(0);
  });

  test('it goes back with the results, and the look is written down', async () => {
    await tab.goto(`${server.url}/lists`);
    await look('lists-standing');
    await tab.getByRole('button', { name: '导出结果' }).click();
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: '下载' }).click(),
    ]);
    await download.saveAs(file('back.xlsx'));
    const [sheet] = (await readWorkbook(file('back.xlsx'))).worksheets;
    const first: unknown = sheet?.getRow(1).values;
    expect(Array.isArray(first) ? first.slice(1) : []).toEqual([
      ...['顺序', '人', '证', '哪个村', '说明', '核查结果', '核查人', '日期', '备注'],
    ]);
    expect(sheet?.getRow(2).getCell(3).value).toBe(madeUpId(1));
    const [looked] = await rows(`select count(*)::int as n from access_log where what = '导出医保局名单'`);
    expect(looked?.['n']).toBeGreaterThan(0);
  });

  test('an import of one’s own is taken back', async () => {
    await tab.goto(`${server.url}/lists`);
    await tab.getByText('撤销', { exact: true }).click();
    await tab.getByRole('button', { name: '确认撤销' }).click();
    await tab.getByText('已撤销，外来名单回到导入前的样子').waitFor();
    expect(await rows('select 1 from outside_list')).toHaveLength(0);
  });
});
