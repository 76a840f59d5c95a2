import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JsonWriter } from '../../src/documents/json-writer.ts';
import { SheetNames, safeText } from '../../src/documents/safe-text.ts';
import { openTable } from '../../src/documents/sheet-writer.ts';
import type { TableSheet } from '../../src/documents/table-sink.ts';
import { XlsxWriter } from '../../src/documents/xlsx-writer.ts';
import { documentFolder, readRows, readWorkbook } from './files.ts';

const at = documentFolder();
const sheet: TableSheet = {
  name: '李庄',
  title: '入户排查台账（李庄）',
  columns: [
    { heading: '户主姓名' },
    { heading: '家庭年收入', group: '收入状况' },
    { heading: '来源', group: '收入状况' },
    { heading: '其他', align: 'left', width: 20 },
  ],
  frozenColumns: 1,
};

describe('a workbook', () => {
  it('goes on in another sheet of the same head when a sheet is full', async () => {
    const table = new XlsxWriter(at('full.xlsx'), 5);
    await table.sheet(sheet);
    for (const name of ['甲', '乙', '丙', '丁', '戊']) await table.row([name, 1, '', '']);
    await table.end();
    const { worksheets, title, creator } = await readWorkbook(at('full.xlsx'));
    expect(worksheets.map((s) => [s.name, s.rowCount])).toEqual([
      ['李庄', 5],
      ['李庄(2)', 5],
      ['李庄(3)', 4],
    ]);
    expect(worksheets[2]?.getCell('A4').value).toBe('戊');
    expect([title, creator]).toEqual(['入户排查台账（李庄）', '']);
  });

  it('has a title, a merged two-row header, filters, frozen panes and a print set-up', async () => {
    const file = at('ledger.xlsx');
    const table = openTable(file, 'xlsx');
    await table.sheet(sheet);
    await table.row(['张三', 50_000, '务工', '']);
    await table.row(['李四', null, '待核实', '墙裂了']);
    await table.sheet({ ...sheet, name: '王楼' });
    await table.end();

    const workbook = await readWorkbook(file);
    expect(workbook.worksheets.map((s) => s.name)).toEqual(['李庄', '王楼']);
    const first = workbook.getWorksheet('李庄');
    expect(first?.model.merges).toEqual(expect.arrayContaining(['A1:D1', 'B2:C2', 'A2:A3', 'D2:D3']));
    expect(first?.getRow(2).values).toEqual([undefined, '户主姓名', '收入状况', '收入状况', '其他']);
    expect(first?.getCell('C3').value).toBe('来源');
    expect(first?.getCell('B4').value).toBe(50_000);
    expect(first?.getCell('A4').font.name).toBe('宋体');
    expect(first?.autoFilter).toBe('A3:D5');
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 1 });
    expect(first?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '2:3',
    });
    expect(await readRows(file)).toEqual([
      { 户主姓名: '张三', 家庭年收入: '50000', 来源: '务工' },
      { 户主姓名: '李四', 来源: '待核实', 其他: '墙裂了' },
    ]);
  });

  it('can be opened even when there was nothing to say', async () => {
    const file = at('nothing.xlsx');
    await openTable(file, 'xlsx').end();
    expect((await readWorkbook(file)).worksheets).toHaveLength(1);
  });

  it('holds no formula that came in as words', async () => {
    const file = at('formula.xlsx');
    const table = openTable(file, 'xlsx');
    await table.sheet(sheet);
    await table.row(['=HYPERLINK("http://x")', -5, '＝1+1', '\t@cmd']);
    await table.end();
    const row = (await readWorkbook(file)).worksheets[0]?.getRow(4);
    expect(row?.values).toEqual([undefined, '\'=HYPERLINK("http://x")', -5, "'＝1+1", "'@cmd"]);
  });
});

describe('a .csv', () => {
  it('opens with its Chinese in a spreadsheet program and reads back the same', async () => {
    const file = at('ledger.csv');
    const table = openTable(file, 'csv');
    await table.sheet(sheet);
    await table.row(['张三', 50_000, '务工', '一，"二"\n三']);
    await table.sheet({ ...sheet, name: '王楼' });
    await table.row(['-2+3', null, '', '']);
    await table.end();
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeff户主姓名,家庭年收入,来源,其他\r\n')).toBe(true);
    expect(text.endsWith("'-2+3,,,\r\n")).toBe(true);
    expect((await readRows(file))[0]).toEqual({
      户主姓名: '张三',
      家庭年收入: '50000',
      来源: '务工',
      其他: '一，"二"\n三',
    });
  });
});

describe('a .json', () => {
  it('is an array, also when it is empty', async () => {
    const empty = new JsonWriter(at('empty.json'));
    await empty.end();
    expect(JSON.parse(readFileSync(at('empty.json'), 'utf8'))).toEqual([]);
    const two = new JsonWriter(at('two.json'));
    await two.item({ a: 1 });
    await two.item({ b: null });
    await two.end();
    expect(JSON.parse(readFileSync(at('two.json'), 'utf8'))).toEqual([{ a: 1 }, { b: null }]);
  });
});

describe('a file that is not finished', () => {
  it.each(['xlsx', 'csv'] as const)('leaves nothing behind (%s)', async (format) => {
    const file = at(`half.${format}`);
    const table = openTable(file, format);
    await table.sheet(sheet);
    for (let i = 0; i < 1_000; i++) await table.row(['张三', i, '', '']);
    await table.abort();
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it.each(['xlsx', 'csv'] as const)('says when the folder is missing (%s)', async (format) => {
    const table = openTable(at(`no/such/folder/x.${format}`), format);
    const writing = (async () => {
      await table.sheet(sheet);
      for (let i = 0; i < 5_000; i++) await table.row(['张三', i, '', '']);
      await table.end();
    })();
    await expect(writing).rejects.toThrow('文件写不进去');
  });

  it('is readable by its owner only: it holds personal data', async () => {
    mkdirSync(at('mine'), { recursive: true });
    const writer = new JsonWriter(at('mine/x.json'));
    await writer.end();
    expect(statSync(at('mine/x.json')).mode & 0o077).toBe(0);
  });
});

describe('words in cells', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 139', "'+86 139"],
    ['-', '-'],
    ['＠小王', "'＠小王"],
    ['a\u0000b\u0007', 'ab'],
    ['\ud800半个字', '半个字'],
    ['𠮷野', '𠮷野'],
    ['\r\n=x', "'=x"],
  ])('%j becomes %j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('names of sheets are short, allowed and unique', () => {
    const names = new SheetNames();
    expect(names.take('张庄[村]:*?/\\')).toBe('张庄村');
    expect(names.take('张庄村')).toBe('张庄村(2)');
    expect(names.take("'李庄'")).toBe('李庄');
    expect(names.take('长'.repeat(40))).toHaveLength(31);
    expect(names.take('长'.repeat(40))).toBe(`${'长'.repeat(28)}(2)`);
    expect(names.take('')).toBe('表');
  });
});
