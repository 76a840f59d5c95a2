import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { recentImports } from '../../db/imports/records.ts';
import { undoImport } from '../../db/imports/undo.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { madeUpId } from '../import/register.ts';
import { morning, rowsOf } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { bring, listRows, withNumbers } from './county.ts';

const { database } = await testDatabase();
const at = documentFolder();
let seeded: SeededCounty;
const scope = wholeCounty(county);

beforeAll(async () => {
  seeded = await seedCounty(database);
  await withNumbers(database, seeded);
});

const head = ['序号', '姓名', '证件号码', '乡镇', '行政村', '2022年缴费'];
const insurance = [
  head,
  ['1', '张三', madeUpId(1), '龙城镇', '刘园村', '未缴'],
  ['2', '李小丽', madeUpId(2), '龙城镇', '刘园村', '未缴'],
  ['3', '周大', '', '龙城镇', '王典村', '未缴'],
  ['4', '没这人', '', '龙城镇', '王典村', '未缴'],
  ['合计', '', '', '', '', '4人'],
];

describe('a list from elsewhere', () => {
  it('finds each row’s household by number, or by name and village; what it doesn’t find is told row by row', async () => {
    await writeWorkbook(at('insurance.xlsx'), { 未参保: insurance });
    const report = await bring(database, at('insurance.xlsx'), 'insurance');
    expect(report).toMatchObject({ stored: true, read: 5, added: 4, errorCount: 0 });
    expect(report.listed).toMatchObject({ listNo: 1, matched: 2, unmatched: 2, origin: '县医保局' });
    const notes = report.notes.map(({ rows, text }) => `${rows} ${text}`);
    expect(notes).toContain(
      '4 周大：有2户对得上：周大（1组，2200002）、周大（2组，2200003）；聊天里回“对上 3 户主姓名”',
    );
    expect(notes.join('\n')).toContain('5 没这人：名册里没找到（本村没有这个人）');
    expect(await listRows(database)).toMatchObject([
      { no: 1, person: '张三', words: '2022年缴费：未缴', by: 'id', code: '2100001' },
      { no: 2, person: '李小丽', by: 'name', code: '2100003' },
      { no: 3, person: '周大', by: null, code: null },
      { no: 4, person: '没这人', by: null },
    ]);
  });

  it('never takes a namesake of another village, or one whose own number is another, for the person meant', async () => {
    await writeWorkbook(at('namesakes.xlsx'), {
      表: [
        head,
        ['1', '张三', madeUpId(5), '龙城镇', '刘园村', '未缴'],
        ['2', '陈二', '', '龙城镇', '刘园村', '未缴'],
      ],
    });
    const report = await bring(database, at('namesakes.xlsx'), 'insurance', { preview: true });
    expect(report.listed).toMatchObject({ matched: 0, unmatched: 2 });
    const told = report.notes.map(({ text }) => text);
    expect(told).toContain('张三：证件号不是同名那户的，可能是张三（2组，2100001）');
    expect(told).toContain('陈二：名册里没找到（本村没有这个人），改好表再导一次');
  });

  it('keeps card numbers masked, whole only under the key', async () => {
    const [row] = await rowsOf<{ cells: Record<string, string>; sealed: Uint8Array | null }>(
      database,
      'select cells, sealed from outside_row where no = 1',
    );
    expect(row?.cells['证件号码']).toBe(`${madeUpId(1).slice(0, 6)}********${madeUpId(1).slice(-4)}`);
    expect(Buffer.from(row?.sealed ?? []).includes(madeUpId(1))).toBe(false);
    expect(row?.sealed).not.toBeNull();
  });

  it('changes nothing when it comes again, under whatever name and in whatever order', async () => {
    expect(await bring(database, at('insurance.xlsx'), 'insurance')).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 4,
    });
    await writeWorkbook(at('again.xlsx'), { 未参保: [head, ...insurance.slice(1, 5).reverse()] });
    expect(await bring(database, at('again.xlsx'), 'insurance')).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 4,
    });
    expect(await listRows(database)).toHaveLength(4);
  });

  it('takes a row that was put right in the file for the same row', async () => {
    const [, , , chou] = insurance;
    await writeWorkbook(at('insurance.xlsx'), {
      未参保: [
        ...insurance.slice(0, 3),
        [...(chou?.slice(0, 4) ?? []), '王典村', '未缴费'],
        ['4', '张三', '', '龙城镇', '王典村', '未缴'],
      ],
    });
    const report = await bring(database, at('insurance.xlsx'), 'insurance');
    expect(report).toMatchObject({ added: 0, changed: 2, unchanged: 2 });
    expect((await listRows(database))[3]).toMatchObject({
      no: 4,
      person: '张三',
      by: 'name',
      code: '2200001',
    });
  });

  it('shows beforehand what it would do, and stores nothing of that', async () => {
    await writeWorkbook(at('more.xlsx'), { 表: [head, ['9', '章三', '', '龙城镇', '刘园村', '未缴']] });
    const report = await bring(database, at('more.xlsx'), 'insurance', { preview: true });
    expect(report).toMatchObject({ stored: false, added: 1, listed: { matched: 1, unmatched: 0 } });
    expect(await listRows(database)).toHaveLength(4);
  });

  it('asks which column says who it is, and remembers it of this origin', async () => {
    await writeWorkbook(at('odd.xlsx'), {
      表: [
        ['流水', '对象', '住址', '说明事由'],
        ['A', '张三', '刘园村', '自付较高'],
      ],
    });
    const refused = await bring(database, at('odd.xlsx'), 'warnings');
    expect(refused.errors[0]?.text).toContain(
      '表头是：流水、对象、住址、说明事由。网页上选一次、或命令行加一次就记住',
    );
    const mapping = { name: '对象', village: '住址', words: '说明事由' };
    expect(await bring(database, at('odd.xlsx'), 'warnings', { mapping })).toMatchObject({
      added: 1,
      listed: { matched: 1 },
    });
    await writeWorkbook(at('odd2.xlsx'), {
      表: [
        ['流水', '对象', '住址', '说明事由'],
        ['B', '李四', '刘园村', '自付较高'],
      ],
    });
    expect(await bring(database, at('odd2.xlsx'), 'warnings')).toMatchObject({
      added: 1,
      listed: { matched: 1 },
    });
    expect((await bring(database, at('odd2.xlsx'), 'warnings', { origin: '省乡村振兴局' })).stored).toBe(
      false,
    );
  });
});

describe('rows that become problems at once', () => {
  const problems = () =>
    rowsOf<{ status: string }>(
      database,
      `select p.description, p.source, p.category, p.status, h.code from problem p left join household h on h.id = p.household_id order by p.no`,
    );

  it('go into the ledger of the household or the place, under what their words speak of', async () => {
    await writeWorkbook(at('found.xlsx'), {
      反馈: [
        ['序号', '乡镇', '行政村', '户主姓名', '问题描述'],
        ['1', '龙城镇', '刘园村', '张三', '屋顶漏雨未修'],
        ['2', '龙城镇', '刘园村', '', '村内路灯不亮'],
      ],
    });
    expect(await bring(database, at('found.xlsx'), 'inspections')).toMatchObject({
      added: 2,
      listed: { unmatched: 0 },
    });
    expect(await problems()).toMatchObject([
      {
        description: '督查暗访反馈：屋顶漏雨未修',
        source: 'inspection',
        category: 'housing',
        status: 'open',
        code: '2100001',
      },
      { description: '督查暗访反馈：村内路灯不亮', category: 'other', code: null },
    ]);
  });

  it('are withdrawn when the import is taken back', async () => {
    const [latest] = await read(database, scope, (db) => recentImports(db, 1));
    const undo = () =>
      write(database, scope, (tx) =>
        undoImport(tx, latest?.id ?? '', seeded.staff.office, new Date(morning(10, 40))),
      );
    expect(await undo()).toEqual({ is: 'undone', kind: 'list' });
    expect((await problems()).map((p) => p.status)).toEqual(['withdrawn', 'withdrawn']);
    expect(await rowsOf(database, `select 1 from outside_list where kind = 'inspections'`)).toEqual([]);
  });
});
