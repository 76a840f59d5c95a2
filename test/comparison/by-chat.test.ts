import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { nationalHeadings } from '../../conversations/comparison/national-columns.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { openCipher } from '../../db/base/cipher.ts';
import { write } from '../../db/base/transaction.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { writeComparison } from '../../src/imports/compare-register.ts';
import { importNational } from '../../src/imports/import-national.ts';
import { chatOf, rowsOf, submitted } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let folder: string;

type Row = Partial<Record<(typeof nationalHeadings)[number], string | number>>;

/** The system's own file: its headings in its order, a row per person. */
async function exported(name: string, rows: readonly Row[]): Promise<string> {
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet('导出');
  sheet.addRow([...nationalHeadings]);
  for (const row of rows) sheet.addRow(nationalHeadings.map((h) => row[h] ?? ''));
  const file = join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

const importInto = async (file: string) =>
  importNational({
    database,
    county,
    file,
    now: new Date('2021-12-12T00:00:00+08:00'),
    cipher: await openCipher(new Uint8Array(32).fill(7)),
  });

const head = (code: string, name: string, over: Row = {}): Row => ({
  户编号: code,
  人口编号: `${code}1`,
  姓名: name,
  与户主关系: '户主',
  户类型: '一般农户',
  ...over,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-national-'));
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(database, seeded, '2100001', []);
  await submitted(database, seeded, '2100002', []);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the national system’s export', () => {
  it('a household we don’t have, or a cell that can’t be read, is told by row and nothing is stored', async () => {
    const file = await exported('wrong.xlsx', [
      head('2100001', '张三'),
      head('9999999', '谁'),
      head('2100002', '章三', { 年度家庭人口数: '很多' }),
    ]);
    const report = await importInto(file);
    expect(report.stored).toBe(false);
    expect(report.errors.map((e) => `${e.row} ${e.text}`)).toEqual([
      '3 名册里没有户编号 9999999（谁），请核对',
      '4 家庭人口数应是整数，请核对',
    ]);
    expect(await rowsOf(database, 'select 1 from register_fact')).toEqual([]);
  });

  it('is kept beside ours, a household from several rows; the same file again changes nothing', async () => {
    const file = await exported('right.xlsx', [
      head('2100001', '张三', { 年度家庭人口数: 3, 是否参加城乡居民基本医疗保险: '是', 是否危房户: '否' }),
      {
        户编号: '2100001',
        人口编号: '21000012',
        姓名: '李翠',
        与户主关系: '配偶',
        是否参加城乡居民基本医疗保险: '否',
      },
      head('2100002', '章三', { 年度家庭人口数: 4, 是否参加城乡居民基本医疗保险: '是' }),
      head('2100003', '李四', { 年度家庭人口数: 3, 是否危房户: '否', 是否解决安全饮用水: '是' }),
    ]);
    expect(await importInto(file)).toMatchObject({ stored: true, added: 3, changed: 0 });
    expect(await importInto(file)).toMatchObject({ stored: true, added: 0, changed: 0, unchanged: 3 });
  });

  it('what it knows of a household not visited yet is shown to be confirmed, not asked', async () => {
    const card = await say(people.helper, '排查 2100003');
    expect(card).toContain('登记的情况');
    expect(card).toContain('住房：房子安全');
    await say(people.helper, '暂停');
  });
});

describe('比对 by chat', () => {
  it('asks the helper about his conflicts one by one; his yes makes it due for keying in', async () => {
    const asked = await say(people.helper, '比对');
    expect(asked).toContain('【张三·2组】家庭人口：国家系统是3口人，您排查的是4口人，哪个对？（还有2处）');
    const next = await say(people.helper, '1');
    expect(next).toContain('列入要录入系统的表');
    expect(next).toContain('全部参保：国家系统是有人没参保，您排查的是都参保');
  });

  it('the system’s value is taken over into the visit as a logged correction, with its problem', async () => {
    expect(await say(people.helper, '2')).toContain('按系统的改了');
    const [visit] = await rowsOf<{ all_insured: boolean }>(
      database,
      `select v.all_insured from visit v join household h on h.id = v.household_id where h.code = '2100001'`,
    );
    expect(visit?.all_insured).toBe(false);
    const logged = await rowsOf(
      database,
      `select question, after from answer where question = 'allInsured' order by id desc limit 1`,
    );
    expect(logged).toEqual([{ question: 'allInsured', after: { is: 'known', v: false } }]);
    expect(await rowsOf(database, `select clause from problem where status = 'open'`)).toEqual([
      { clause: '5.6' },
    ]);
  });

  it('none is left for him, and the cadre sees the picture with the list', async () => {
    const told = await say(people.cadre, '比对');
    expect(told).toContain('与国家系统比对3户，不一致0户（0处）');
    expect(told).toContain('[file]');
  });

  it('the export holds the system’s columns and only what must be keyed in', async () => {
    const file = join(folder, 'out.xlsx');
    const count = await writeComparison(placeOver(database), wholeCounty(county), null, file);
    const book = new Excel.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet('要录入系统的');
    const rows: string[][] = [];
    sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))));
    expect(rows[0]).toEqual([...nationalHeadings]);
    const cells = rows
      .slice(1)
      .map((r) =>
        Object.fromEntries(nationalHeadings.map((h, i) => [h, r[i] ?? '']).filter(([, v]) => v !== '')),
      );
    expect(count.keyIn).toBe(cells.length);
    expect(cells).toContainEqual({
      户编号: '2100001',
      人口编号: '21000011',
      姓名: '张三',
      与户主关系: '户主',
      年度家庭人口数: '4',
    });
    expect(cells.some((c) => '是否参加城乡居民基本医疗保险' in c && c['户编号'] === '2100001')).toBe(false);
  });

  it('what was settled holds until the system says something else', async () => {
    await importInto(await exported('later.xlsx', [head('2100001', '张三', { 年度家庭人口数: 3 })]));
    expect(await say(people.helper, '比对')).not.toContain('家庭人口');
    await importInto(await exported('changed.xlsx', [head('2100001', '张三', { 年度家庭人口数: 5 })]));
    expect(await say(people.helper, '比对')).toContain('国家系统是5口人');
    expect(await say(people.helper, '3')).toContain('那家庭人口是多少');
    expect(await say(people.helper, '5口')).toContain('改好了');
  });
});

describe('the comparison is a form like any other', () => {
  const systemSays = async (people: number) =>
    importInto(await exported(`says-${people}.xlsx`, [head('2100001', '张三', { 年度家庭人口数: people })]));

  it('what it can’t read leaves the question open, and the labels are read as typed', async () => {
    await systemSays(8);
    await say(people.helper, '比对');
    expect(await say(people.helper, '张三家路灯坏了没修')).toContain(
      '国家系统是8口人，您排查的是5口人，哪个对？',
    );
    expect(await say(people.helper, '我查的对')).toContain('列入要录入系统的表');
  });

  it('a value told at once says that neither side was right', async () => {
    await systemSays(9);
    await say(people.helper, '比对');
    expect(await say(people.helper, '6口人')).toContain('改好了');
    const [visit] = await rowsOf<{ population: number }>(
      database,
      `select v.population from visit v join household h on h.id = v.household_id where h.code = '2100001'`,
    );
    expect(visit?.population).toBe(6);
  });

  it('不清楚 and 回头再说 put it off, a pause leaves it, and it is asked again', async () => {
    await systemSays(7);
    for (const later of ['不清楚', '回头再说', '4']) {
      await say(people.helper, '比对');
      expect(await say(people.helper, later)).toContain('先放着');
    }
    await say(people.helper, '比对');
    await say(people.helper, '都不对');
    expect(await say(people.helper, '暂停')).toContain('回“比对”接着比');
    expect(await say(people.helper, '比对')).toContain('国家系统是7口人');
    expect(await say(people.helper, '系统对')).toContain('按系统的改了');
  });
});

it('a village’s self-check shows how its households compare beside 账账相符', async () => {
  const ids = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, [
      { name: '何支书', phone: '13800000021', roles: ['villageCadre'], unit: units.liuyuan, duty: null },
    ]);
    return staffIdsByPhone(tx);
  });
  const chief = ids.get('13800000021') as StaffId;
  await say(chief, '自查 6');
  expect(await say(chief, '6.14')).toContain('与国家系统比对3户，不一致');
});
