import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runArchive } from '../../src/cli/archive.ts';
import { zipFiles } from '../../src/documents/archive.ts';
import { chatOf, morning, roofFinding, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { docxText, unzip } from '../reports/docx.ts';
import { type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
const place = placeOver(database);
let people: SeededCounty['staff'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-archive-test-'));
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(
    database,
    seeded,
    '2100001',
    [waterFinding, roofFinding],
    [{ key: 'illness', clause: '6.10', reason: '大病' }],
  );
  await submitted(database, seeded, '2100002', [waterFinding]);
  const [first] = await rowsOf<{ no: number }>(database, 'select no from problem order by no');
  await say(people.helper, `整改 ${first?.no} 已装自来水`, { at: morning(11), photo: true });
  await say(people.colleague, `复核 ${first?.no}`, { at: morning(12) });
  await say(people.colleague, '1', { at: morning(12, 1) });
  await say(people.cadre, `销号 ${first?.no}`, { at: morning(12, 2) });
  await say(people.cadre, '核实 张三', { at: morning(12, 3) });
  await say(people.cadre, '1', { at: morning(12, 4) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('ruhu archive', () => {
  const told: string[] = [];
  let files: Map<string, Buffer>;

  it('puts a township into one .zip: a sheet per household, photos, the ledger, an index', async () => {
    const out = join(folder, '龙城镇.zip');
    expect(
      await runArchive(place, { unit: '龙城镇', out, now: new Date('2021-12-28T10:00:00+08:00') }, (l) =>
        told.push(l),
      ),
    ).toBe(0);
    expect(told[0]).toBe('龙城镇档案：5户，照片1张，共8个文件');
    files = await unzip(out);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        '龙城镇/刘园村/2组/张三_2100001/张三_2100001.docx',
        expect.stringMatching(/张三_2100001\/照片1 \d+号问题\.jpg$/u),
        '目录.xlsx',
        '问题整改台账.xlsx',
      ]),
    );
  });

  it('a household’s sheet holds its answers, its problems with their history, its lead and its photo', async () => {
    const sheet = files.get('龙城镇/刘园村/2组/张三_2100001/张三_2100001.docx');
    if (sheet === undefined) throw new Error('no sheet');
    const { text } = await docxText(sheet);
    for (const words of [
      '张三',
      '2100001',
      '龙城镇刘园村2组',
      '都参保',
      '饮水：水量不够',
      '已销号',
      '12月11日',
      '王五报完成：已装自来水',
      '周八销号',
      '线索',
      '待入户核实',
      '监测对象识别',
      '发现线索',
      '周八审核通过',
      '以上情况已念给我听，属实。',
      '本人入户，如实填写。',
    ])
      expect(text).toContain(words);
    expect([...(await unzip(sheet)).keys()].some((name) => name.startsWith('word/media/'))).toBe(true);
  });

  it('the index counts what the archive holds, household by household', async () => {
    const book = new Excel.Workbook();
    await book.xlsx.load((files.get('目录.xlsx') ?? Buffer.alloc(0)) as unknown as ArrayBuffer);
    const rows: string[][] = [];
    book.worksheets[0]?.eachRow((row) =>
      rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))),
    );
    const lines = rows.filter((r) => /^\d+$/u.test(r[0] ?? ''));
    expect(lines).toHaveLength(5);
    expect(lines.find((r) => r[5] === '2100001')).toEqual(expect.arrayContaining(['已审核', '2', '1']));
    for (const line of lines) expect([...files.keys()]).toContain(line[10]);
  });

  it('a village is a folder of its own; a department and a wrong file name are refused', async () => {
    expect(
      await runArchive(place, { unit: '王典村', out: join(folder, 'v.zip'), now: new Date() }, (l) =>
        told.push(l),
      ),
    ).toBe(0);
    expect(told.at(-2)).toContain('王典村档案：1户');
    expect(
      await runArchive(
        place,
        { unit: '县住建局', out: join(folder, 'd.zip'), now: new Date() },
        () => undefined,
      ),
    ).toBe(2);
    expect(
      await runArchive(
        place,
        { unit: '龙城镇', out: join(folder, 'd.rar'), now: new Date() },
        () => undefined,
      ),
    ).toBe(2);
  });

  it('a failure on the way leaves nothing behind', async () => {
    const out = join(folder, 'broken.zip');
    await expect(
      zipFiles(out, async (add) => {
        await add({ name: 'a.txt', data: Buffer.from('a') });
        await add({ name: 'b.txt', file: join(folder, 'is not there') });
      }),
    ).rejects.toThrow();
    expect((await readdir(folder)).filter((f) => f.startsWith('broken'))).toEqual([]);
  });
});
