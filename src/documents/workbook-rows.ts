import { readFile } from 'node:fs/promises';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { numberText, unquoted } from './cell-text.ts';
import { FileFault } from './file-fault.ts';
import { MergedCells } from './merged-cells.ts';
import type { RawRow, SkippedSheet } from './table.ts';
import { detectEncoding } from './text-encoding.ts';
import { refuseBomb } from './unpacked-size.ts';

/** These formats are read whole; what is larger wants .xlsx, which is read as a stream. */
const most = 40_000_000;

/** Rows of the formats counties still have: .xls, .ods, a web page or an XML table saved under the name .xls. */
export async function* readWorkbookRows(
  file: string,
  isText: boolean,
): AsyncGenerator<RawRow | SkippedSheet> {
  if (!isText) await refuseBomb(file);
  const bytes = await readFile(file);
  if (bytes.length > most)
    throw new FileFault('这种格式的表格太大（超过 40 MB），请用表格软件另存为 .xlsx 再导入。');
  const workbook = await opened(bytes, isText);
  const { SheetNames: names, Workbook: facts } = workbook;
  for (const [i, name] of names.entries()) {
    if ((facts?.Sheets?.[i]?.Hidden ?? 0) !== 0) {
      yield { skipped: name };
      continue;
    }
    const sheet = workbook.Sheets[name];
    if (sheet !== undefined) yield* rowsOf(sheet, names.length === 1 && isText ? null : name);
  }
}

async function opened(bytes: Buffer, isText: boolean): Promise<WorkBook> {
  const { read } = await import('@e965/xlsx');
  try {
    return isText
      ? // A page saved as a table: its long numbers stay text.
        read(decoded(bytes), { type: 'string', dense: true, raw: true })
      : read(bytes, {
          type: 'buffer',
          dense: true,
          cellDates: true,
          UTC: true,
          cellStyles: true,
          cellFormula: true,
        });
  } catch (cause) {
    const isLocked = cause instanceof Error && /password|encrypt/iu.test(cause.message);
    throw new FileFault(
      isLocked
        ? '这个表格加了密码，请用表格软件去掉密码再导入。'
        : '这个表格打不开，可能没有存完整，请用表格软件打开后另存为 .xlsx 再导入。',
      { cause },
    );
  }
}

function decoded(bytes: Buffer): string {
  return new TextDecoder(detectEncoding(bytes, true)).decode(bytes);
}

function* rowsOf(sheet: WorkSheet, name: string | null): Generator<RawRow> {
  const merges = new MergedCells(
    (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  );
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  for (const [i, row] of rows.entries()) {
    const given = Array.from({ length: row?.length ?? 0 }, (_, c) => row?.[c]);
    const cells = given.map(textOf);
    const faulty = given.flatMap((cell, c) => (cell?.t === 'e' ? [c] : []));
    const merged = merges.in(i, cells);
    yield {
      sheet: name,
      rowNumber: i + 1,
      cells,
      ...(faulty.length === 0 ? {} : { faulty }),
      ...(merged === undefined ? {} : { merged }),
      ...(sheet['!rows']?.[i]?.hidden === true ? { hidden: true } : {}),
    };
  }
}

function textOf(cell: CellObject | undefined): string {
  if (cell === undefined) return '';
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? numberText(cell.v) : '';
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : '';
    case 'b':
      return cell.v === true ? '是' : '否';
    case 's':
      return unquoted(String(cell.v ?? '').trim());
    default:
      return '';
  }
}
