import type Excel from '@protobi/exceljs';
import { cellText, isUncomputed } from './cell-text.ts';
import { FileProblem } from './file-problem.ts';
import type { RawRow } from './table.ts';
import { WholeCharacterReader } from './whole-characters.ts';

/** Sheets as the streaming reader gives them; its own types leave these two out. */
interface SheetFacts {
  name: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
}

/** Streams the rows of all visible sheets of a workbook. */
export async function* readXlsxRows(file: string): AsyncGenerator<RawRow> {
  try {
    yield* rowsOf(file);
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem('这个 .xlsx 打不开，可能没有存完整，请用表格软件打开后另存一份再导入。', { cause });
  }
}

async function* rowsOf(file: string): AsyncGenerator<RawRow> {
  const workbook = new WholeCharacterReader(file, {
    sharedStrings: 'cache',
    // Styles tell a date from a number.
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  });
  for await (const sheet of workbook) {
    const { name, state } = sheet as unknown as SheetFacts;
    if (state === 'hidden' || state === 'veryHidden') continue;
    for await (const row of sheet) yield { sheet: name, rowNumber: row.number, ...textsOf(row) };
  }
}

function textsOf(row: Excel.Row): Pick<RawRow, 'cells' | 'uncomputed'> {
  const values = row.values;
  if (!Array.isArray(values)) return { cells: [] };
  // Sparse and counted from 1, as columns are.
  const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => cellText(values[i + 1]));
  const uncomputed = cells.flatMap((text, i) => (text === '' && isUncomputed(values[i + 1]) ? [i] : []));
  return uncomputed.length === 0 ? { cells } : { cells, uncomputed };
}
