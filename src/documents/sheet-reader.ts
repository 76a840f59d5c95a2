import { open, stat } from 'node:fs/promises';
import { readCsvRows } from './csv-rows.ts';
import { FileFault } from './file-fault.ts';
import { HeaderFinder } from './header-finder.ts';
import type { RawRow, SkippedSheet, TableEvent } from './table.ts';
import { readWorkbookRows } from './workbook-rows.ts';
import { readXlsxRows } from './xlsx-rows.ts';

interface ReadLimits {
  bytes: number;
  rows: number;
}

const defaultLimits: ReadLimits = { bytes: 500_000_000, rows: 1_100_000 };

/**
 * Reads a table: .xlsx and .csv as a stream, so that memory doesn't grow with the rows; .xls, .ods and web pages whole. The header is looked for among the first
 * ten filled rows: `countHeadings` says how many of a row's cells are known headings. Rows without any text are
 * passed over. Sheets without a header (notes, lists of codes) are left out; if no sheet has one, it is a fault.
 */
export async function* readTable(
  file: string,
  countHeadings: (cells: readonly string[]) => number,
  limits: ReadLimits = defaultLimits,
): AsyncGenerator<TableEvent> {
  const rows = await openRows(file, limits);
  let finder = new HeaderFinder(countHeadings, null);
  let headers = 0;
  let count = 0;
  let isEmpty = true;
  for await (const row of rows) {
    if ('skipped' in row) {
      yield { is: 'skipped', sheet: row.skipped };
      continue;
    }
    isEmpty &&= row.cells.every((cell) => cell === '');
    if (row.sheet !== finder.sheet) {
      yield* counted(finder.end());
      finder = new HeaderFinder(countHeadings, row.sheet);
    }
    yield* counted(finder.push(row));
  }
  yield* counted(finder.end());
  if (isEmpty) throw new FileFault('文件是空的，一行也没有。');
  if (headers > 0 && count === 0)
    throw new FileFault('只有表头，下面一行也没有。请核对是不是存错了文件或工作表。');
  if (headers === 0) throw new FileFault('找不到表头：前 10 行里没有认得的列名，请核对表头后再导入。');

  function* counted(events: Iterable<TableEvent>): Generator<TableEvent> {
    for (const event of events) {
      if (event.is === 'header') headers += 1;
      else if (event.is === 'row' && ++count > limits.rows)
        throw new FileFault(`行数超过 ${limits.rows}，请拆成几个文件分别导入。`);
      yield event;
    }
  }
}

async function openRows(file: string, limits: ReadLimits): Promise<AsyncIterable<RawRow | SkippedSheet>> {
  const start = await firstBytes(file, limits);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')))
    return start.includes('opendocument') ? readWorkbookRows(file, false) : readXlsxRows(file);
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return readWorkbookRows(file, false);
  if (isMarkup(start)) return readWorkbookRows(file, true);
  if (start.subarray(0, 5).toString('latin1').startsWith('%PDF')) {
    throw new FileFault('这是 PDF，请用 .xlsx 或 .csv 文件导入。');
  }
  if (pictures.some((magic) => start.subarray(0, magic.length).equals(magic))) {
    throw new FileFault('这是图片，不是表格，请用 .xlsx 或 .csv 文件导入。');
  }
  return readCsvRows(file);
}

/** A web page or an XML table: exports of many systems are one, whatever their name ends in. */
function isMarkup(start: Buffer): boolean {
  const text = start.toString(start[1] === 0 ? 'utf16le' : 'latin1').replace(/^\uFEFF|^ï»¿/u, '');
  return /^\s*<(?:!doctype|html|head|meta|table|\?xml|style|body)/iu.test(text);
}

/** How PNG, JPEG and GIF files begin. */
const pictures = ['89504e47', 'ffd8ff', '47494638'].map((hex) => Buffer.from(hex, 'hex'));

/** An .ods says what it is in its first 100 bytes. */
const looked = 200;

async function firstBytes(file: string, limits: ReadLimits): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size === 0) throw new FileFault('文件是空的，一行也没有。');
    if (size > limits.bytes)
      throw new FileFault(`文件太大（超过 ${Math.round(limits.bytes / 1e6)} MB），请拆成几个。`);
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(looked), 0, looked, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof FileFault) throw cause;
    throw new FileFault('打不开这个文件，请核对路径和权限。', { cause });
  }
}
