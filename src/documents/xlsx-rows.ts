import type Excel from '@protobi/exceljs';
import { cellText, isFaulty, isUncomputed } from './cell-text.ts';
import { FileFault } from './file-fault.ts';
import { MergedCells } from './merged-cells.ts';
import type { RawRow, SkippedSheet } from './table.ts';
import { refuseBomb } from './unpacked-size.ts';
import { WholeCharacterReader } from './whole-characters.ts';
import { scanLayout } from './xlsx-layout.ts';

/** Sheets as the streaming reader gives them; its own types leave these out. */
interface SheetFacts {
  name: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
  /** Which part of the file it is: the number in sheet3.xml. */
  part: string;
}

/** Remembers of each sheet which part of the file it came from. */
class PartReader extends WholeCharacterReader {
  override *_parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheetNo: string): Generator<unknown> {
    for (const event of super._parseWorksheet(pieces, sheetNo)) {
      if (typeof event === 'object' && event !== null && 'value' in event)
        Object.assign(event.value ?? {}, { part: sheetNo });
      yield event;
    }
  }
}

/** Streams the rows of all visible sheets of a workbook, and tells the hidden ones. */
export async function* readXlsxRows(file: string): AsyncGenerator<RawRow | SkippedSheet> {
  try {
    await refuseBomb(file);
    yield* rowsOf(file);
  } catch (cause) {
    if (cause instanceof FileFault) throw cause;
    throw new FileFault('这个 .xlsx 打不开，可能没有存完整，请用表格软件打开后另存一份再导入。', { cause });
  }
}

async function* rowsOf(file: string): AsyncGenerator<RawRow | SkippedSheet> {
  const layouts = await scanLayout(file);
  const workbook = new PartReader(file, {
    sharedStrings: 'cache',
    // Styles tell a date from a number.
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  });
  for await (const sheet of workbook) {
    const { name, state, part } = sheet as unknown as SheetFacts;
    if (state === 'hidden' || state === 'veryHidden') {
      yield { skipped: name };
      continue;
    }
    const layout = layouts.get(part);
    const merges = new MergedCells(layout?.merged ?? []);
    for await (const row of sheet) {
      const texts = textsOf(row);
      const merged = merges.in(row.number - 1, texts.cells);
      yield {
        sheet: name,
        rowNumber: row.number,
        ...texts,
        ...(merged === undefined ? {} : { merged }),
        ...(layout?.hidden.has(row.number) === true ? { hidden: true } : {}),
      };
    }
  }
}

function textsOf(row: Excel.Row): Pick<RawRow, 'cells' | 'uncomputed' | 'faulty'> {
  const values = row.values;
  if (!Array.isArray(values)) return { cells: [] };
  // Sparse and counted from 1, as columns are.
  const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => cellText(values[i + 1]));
  const where = (is: (value: Excel.CellValue) => boolean) =>
    cells.flatMap((text, i) => (text === '' && is(values[i + 1]) ? [i] : []));
  const uncomputed = where(isUncomputed);
  const faulty = where(isFaulty);
  return {
    cells,
    ...(uncomputed.length === 0 ? {} : { uncomputed }),
    ...(faulty.length === 0 ? {} : { faulty }),
  };
}
