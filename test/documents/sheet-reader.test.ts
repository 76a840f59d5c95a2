import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/documents/sheet-writer.ts';
import { detectEncoding } from '../../src/documents/text-encoding.ts';
import { documentFolder, readAll, readRows, writeWorkbook } from './files.ts';

const at = documentFolder();

/** 户编号,户主姓名 / 001,张三 / 002,李四 in GBK, as an older spreadsheet program saves it. */
const gbk = Buffer.from('bba7b1e0bac52cbba7d6f7d0d5c3fb0d0a3030312cd5c5c8fd0d0a3030322cc0eecbc40d0a', 'hex');
const table = '户编号,户主姓名\r\n001,张三\r\n002,李四\r\n';
const rows = [
  { 户编号: '001', 户主姓名: '张三' },
  { 户编号: '002', 户主姓名: '李四' },
];

describe('a .csv is read in the encoding it was saved in', () => {
  const utf16 = Buffer.from(`\ufeff${table}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${table}`)],
    ['GBK', gbk],
    ['UTF-16', utf16],
    ['UTF-16 the other way round', Buffer.from(utf16).swap16()],
    ['UTF-16 without a byte order mark', Buffer.from('户编号,户主姓名\n001,张三\n002,李四\n', 'utf16le')],
  ])('%s', async (_, bytes) => {
    const file = at('register.csv');
    writeFileSync(file, bytes);
    expect(await readRows(file)).toEqual(rows);
  });

  it('also when a long file first has only plain letters at a character border', () => {
    const text = Buffer.from('张'.repeat(100));
    expect(detectEncoding(text.subarray(0, 100), false)).toBe('utf-8');
    expect(detectEncoding(text.subarray(0, 100), true)).toBe('gb18030');
  });

  it('says so when two encodings are mixed', async () => {
    const file = at('mixed.csv');
    writeFileSync(file, Buffer.concat([Buffer.from(table.repeat(20_000)), gbk]));
    await expect(readAll(file)).rejects.toThrow('混了两种编码');
  });
});

describe('a .csv is cut where its author meant it', () => {
  it.each([';', '\t', '，', '|'])('by %j', async (separator) => {
    const file = at('separated.csv');
    writeFileSync(file, table.replaceAll(',', separator));
    expect(await readRows(file)).toEqual(rows);
  });

  it('keeps separators and line breaks inside quotes, and counts rows as a spreadsheet does', async () => {
    const file = at('quoted.csv');
    writeFileSync(file, '户编号,户主姓名\n001,"张三,\n又名张大"\n\n002,李四\n');
    const events = await readAll(file);
    expect(events.flatMap((e) => (e.is === 'row' ? [[e.rowNumber, e.cells.户主姓名]] : []))).toEqual([
      [2, '张三,\n又名张大'],
      [4, '李四'],
    ]);
  });

  it('drops the apostrophe that marks a number as text', async () => {
    const file = at('apostrophe.csv');
    writeFileSync(file, "户编号,身份证号\n'001,'11010519491231002X\n");
    expect(await readRows(file)).toEqual([{ 户编号: '001', 身份证号: '11010519491231002X' }]);
  });
});

describe('an .xlsx is read as people see it', () => {
  it('numbers, dates, formulas, rich text, links and blanks', async () => {
    const file = at('cells.xlsx');
    await writeWorkbook(file, {
      名册: [
        ['户编号', '户主姓名', '身份证号', '联系电话', '家庭人口数', '行政村', '登记日期'],
        [
          1,
          { richText: [{ text: '张' }, { text: '三' }] },
          '11010519491231002X',
          13912345678,
          { formula: '2+2', result: 4 },
          { text: '李庄', hyperlink: 'http://localhost/' },
          new Date(Date.UTC(2021, 11, 9)),
        ],
        [2, '李四', 341322199001010000, null, 0.1 + 0.2, true, null],
      ],
    });
    expect(await readRows(file)).toEqual([
      {
        户编号: '1',
        户主姓名: '张三',
        身份证号: '11010519491231002X',
        联系电话: '13912345678',
        家庭人口数: '4',
        行政村: '李庄',
        登记日期: '2021-12-09',
      },
      { 户编号: '2', 户主姓名: '李四', 身份证号: '341322199001010000', 家庭人口数: '0.3', 行政村: '是' },
    ]);
  });

  it('finds the header below a merged title and puts a two-row header together', async () => {
    const file = at('titled.xlsx');
    await writeWorkbook(
      file,
      {
        名册: [
          ['龙城镇排查名册'],
          ['填表人：'],
          ['户编号', '户主姓名', '收入状况', null],
          [null, null, '家庭年收入', '来源'],
          ['001', '张三', 50000, '务工'],
        ],
      },
      (workbook) => {
        const sheet = workbook.getWorksheet('名册');
        sheet?.mergeCells('A1:D1');
        sheet?.mergeCells('C3:D3');
      },
    );
    const [header, row] = await readAll(file);
    expect(header).toMatchObject({ is: 'header', headings: ['户编号', '户主姓名', '家庭年收入', '来源'] });
    expect(row).toMatchObject({
      rowNumber: 5,
      cells: { 户编号: '001', 户主姓名: '张三', 家庭年收入: '50000', 来源: '务工' },
    });
  });

  it('every Chinese character of a long file, wherever the file is cut into pieces', async () => {
    const words = (i: number) => `${'庐州月光洒在心上'.repeat(4)}${i}`;
    const rows = Array.from({ length: 3_000 }, (_, i) => [`户${i}`, words(i)]);
    const asTyped = at('long.xlsx');
    await writeWorkbook(asTyped, { 名册: [['户编号', '户主姓名'], ...rows] });
    const asExported = at('long-exported.xlsx');
    const table = openTable(asExported, 'xlsx');
    await table.sheet({ name: '名册', columns: [{ heading: '户编号' }, { heading: '户主姓名' }] });
    for (const row of rows) await table.row(row);
    await table.end();
    for (const file of [asTyped, asExported]) {
      const read = await readRows(file);
      expect(read).toHaveLength(3_000);
      expect(read.filter((row, i) => row.户主姓名 !== words(i))).toEqual([]);
    }
  });

  it('reads one sheet per village and leaves out notes and hidden sheets', async () => {
    const file = at('villages.xlsx');
    await writeWorkbook(
      file,
      {
        说明: [['本表由村里填写'], ['有问题找镇里']],
        李庄: [
          ['户编号', '户主姓名'],
          ['001', '张三'],
        ],
        王楼: [
          ['户主姓名', '户编号'],
          ['李四', '002'],
        ],
        旧表: [
          ['户编号', '户主姓名'],
          ['009', '旧人'],
        ],
      },
      (workbook) => {
        const old = workbook.getWorksheet('旧表');
        if (old !== undefined) old.state = 'hidden';
      },
    );
    const found = await readAll(file);
    expect(found.flatMap((e) => (e.is === 'row' ? [[e.sheet, e.cells.户主姓名]] : []))).toEqual([
      ['李庄', '张三'],
      ['王楼', '李四'],
    ]);
  });
});

describe('a file that can not be used says why', () => {
  it.each([
    ['empty.csv', Buffer.alloc(0), '文件是空的'],
    ['blank.csv', Buffer.from('\n\n,,\n'), '文件是空的|找不到表头'],
    ['words.csv', Buffer.from('今天天气\n不错\n'), '找不到表头'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), '另存为 .xlsx'],
    ['paper.xlsx', Buffer.from('%PDF-1.7 …'), '这是 PDF'],
    ['broken.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]), '打不开'],
  ])('%s', async (name, bytes, why) => {
    const file = at(name);
    writeFileSync(file, bytes);
    await expect(readAll(file)).rejects.toThrow(new RegExp(why));
  });

  it('a missing one too', async () => {
    await expect(readAll(at('nowhere.csv'))).rejects.toThrow('打不开这个文件');
  });
});
