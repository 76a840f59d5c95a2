import type { Writable } from 'node:stream';
import Excel from '@protobi/exceljs';
import { headerCells, headerMerges, headerRowCount, headingHeight, rowHeight } from './header-layout.ts';
import { PartFile } from './part-file.ts';
import { SheetNames, safeText } from './safe-text.ts';
import type { TableCell, TableColumn, TableSheet, TableSink } from './table-sink.ts';

const body = { name: '宋体', size: 10 } as const;
const heading = { name: '黑体', size: 10 } as const;
const titleFont = { name: '方正小标宋简体', size: 18 } as const;
const line = { style: 'thin', color: { argb: 'FF808080' } } as const;
const border = { top: line, left: line, bottom: line, right: line };
const shade = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;

const styles = {
  title: { font: titleFont, alignment: { horizontal: 'center', vertical: 'middle' } },
  note: { font: body, alignment: { horizontal: 'right', vertical: 'middle' } },
  heading: { font: heading, alignment: centred, border, fill: shade },
  center: { font: body, alignment: centred, border },
  left: {
    font: body,
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 },
    border,
  },
} satisfies Record<string, Partial<Excel.Style>>;

/** Rows between two looks at whether the disk keeps up. */
const rowsPerLook = 200;

/** What a sheet of a workbook holds at most. */
const rowsOfASheet = 1_048_576;

/** Writes a workbook row by row: titles, two-row header, frozen, filtered, ready to print. */
export class XlsxWriter implements TableSink {
  readonly #file: PartFile;
  readonly #workbook: Excel.stream.xlsx.WorkbookWriter;
  readonly #names = new SheetNames();
  #sheet: Excel.Worksheet | null = null;
  #columns: readonly TableColumn[] = [];
  #filterRow = 0;
  #sheets = 0;
  #rows = 0;
  readonly #mostRows: number;
  #shown: TableSheet | null = null;

  /** A sheet that would have more than `mostRows` rows goes on in another one of the same name and head. */
  constructor(path: string, mostRows = rowsOfASheet) {
    this.#mostRows = mostRows;
    this.#file = new PartFile(path);
    this.#workbook = new Excel.stream.xlsx.WorkbookWriter({
      stream: this.#file.stream,
      useStyles: true,
      // A table of all strings would have to stay in memory until the end.
      useSharedStrings: false,
    });
    // Whose table it is says its title; who wrote the program is nothing to those it is filed with.
    this.#workbook.creator = '';
    this.#workbook.lastModifiedBy = '';
  }

  async sheet(sheet: TableSheet): Promise<void> {
    await this.#endSheet();
    const columns = sheet.columns;
    const top = (sheet.title === undefined ? 0 : 1) + (sheet.note === undefined ? 0 : 1);
    const headerRows = headerRowCount(columns);
    this.#shown = sheet;
    this.#columns = columns;
    this.#sheets += 1;
    this.#rows = 0;
    if (this.#sheets === 1) this.#workbook.title = sheet.title ?? sheet.name;
    this.#filterRow = top + headerRows;
    this.#sheet = this.#workbook.addWorksheet(this.#names.take(sheet.name), {
      views: [{ state: 'frozen', ySplit: this.#filterRow, xSplit: sheet.frozenColumns ?? 0 }],
      pageSetup: {
        // The library's types know A4 (9) and not A3 (8); both are numbers of the same list.
        paperSize: (sheet.paper === 'A3' ? 8 : 9) as Excel.PaperSize,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        printTitlesRow: `${top === 0 ? 1 : top + 1}:${this.#filterRow}`,
      },
      headerFooter: { oddFooter: pageFooter(sheet.footer ?? { left: '' }) },
    });
    this.#sheet.columns = columns.map((column) => ({ width: column.width ?? 10 }));
    this.#writeTop(this.#sheet, sheet, top, headerRows);
  }

  async row(cells: readonly TableCell[]): Promise<void> {
    if (this.#shown !== null && this.#filterRow + this.#rows >= this.#mostRows) await this.sheet(this.#shown);
    const sheet = this.#sheet;
    if (sheet === null) throw new Error('A row needs a sheet.');
    const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
    this.#columns.forEach((column, i) => {
      row.getCell(i + 1).style = column.align === 'left' ? styles.left : styles.center;
    });
    row.height = rowHeight(cells, this.#columns);
    row.commit();
    this.#rows += 1;
    if (this.#rows % rowsPerLook === 0) await this.#drained(sheet);
  }

  async end(): Promise<void> {
    await this.#endSheet();
    // A workbook without a sheet can't be opened.
    if (this.#sheets === 0)
      await this.sheet({ name: '无', columns: [{ heading: '没有可导出的内容', width: 30 }] });
    await this.#endSheet();
    await this.#file.keep(() => this.#workbook.commit());
  }

  async abort(): Promise<void> {
    await this.#file.drop();
  }

  #writeTop(
    sheet: Excel.Worksheet,
    { title, note, columns }: TableSheet,
    top: number,
    headerRows: number,
  ): void {
    const over = [title, note].filter((text) => text !== undefined);
    over.forEach((text, i) => {
      sheet.mergeCells(i + 1, 1, i + 1, columns.length);
      const row = sheet.getRow(i + 1);
      const isTitle = title !== undefined && i === 0;
      row.height = isTitle ? 36 : 18;
      row.getCell(1).value = safeText(text);
      row.getCell(1).style = isTitle ? styles.title : styles.note;
    });
    headerCells(columns).forEach((texts, r) => {
      const row = sheet.getRow(top + r + 1);
      row.height = headingHeight(columns, r);
      texts.forEach((text, i) => {
        row.getCell(i + 1).value = text;
        row.getCell(i + 1).style = styles.heading;
      });
    });
    for (const { from, to } of headerMerges(columns)) {
      sheet.mergeCells(top + from.row, from.column, top + to.row, to.column);
    }
    // Merges are known from here on; rows leave as they come.
    for (let r = 1; r <= top + headerRows; r++) sheet.getRow(r).commit();
  }

  async #endSheet(): Promise<void> {
    const sheet = this.#sheet;
    if (sheet === null) return;
    this.#sheet = null;
    const last = this.#filterRow + this.#rows;
    sheet.autoFilter = {
      from: { row: this.#filterRow, column: 1 },
      to: { row: last, column: this.#columns.length },
    };
    await this.#drained(sheet);
    sheet.commit();
  }

  /**
   * Waits while the compressor and the disk are behind. The library's own stream never says that it is full; the
   * one it feeds does.
   */
  async #drained(sheet: Excel.Worksheet): Promise<void> {
    const { pipes } = (sheet as unknown as { stream: { pipes: readonly Writable[] } }).stream;
    // Sheets are compressed one after the other: this one's turn comes when the one before is done.
    while (pipes.length === 0 && this.#file.isOpen) await pause();
    const full = pipes.find((pipe) => pipe.writableNeedDrain);
    if (full === undefined) this.#file.check();
    else await this.#file.drained(full);
  }
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 1));

/** Page numbers in the middle, words at the sides; an ampersand begins a code there and is doubled. */
function pageFooter({ left, right = '' }: NonNullable<TableSheet['footer']>): string {
  const plain = (words: string) => words.replaceAll('&', '&&').slice(0, 100);
  return `&L${plain(left)}&C第 &P 页，共 &N 页&R${plain(right)}`;
}
