import { type Stringifier, stringify } from 'csv-stringify';
import { PartFile } from './part-file.ts';
import { safeText } from './safe-text.ts';
import type { TableCell, TableSheet, TableSink } from './table-sink.ts';

/**
 * Writes one table as .csv: UTF-8 with a byte order mark (so that spreadsheet programs see the Chinese), CRLF.
 * There are no sheets: the header of the first one is written, the others' rows follow.
 */
export class CsvWriter implements TableSink {
  readonly #file: PartFile;
  readonly #lines: Stringifier;
  #hasHeader = false;

  constructor(path: string) {
    this.#file = new PartFile(path);
    this.#lines = stringify({ bom: true, record_delimiter: '\r\n' });
    this.#lines.pipe(this.#file.stream);
  }

  async sheet(sheet: TableSheet): Promise<void> {
    if (this.#hasHeader) return;
    this.#hasHeader = true;
    await this.#write(sheet.columns.map((column) => column.heading));
  }

  row(cells: readonly TableCell[]): Promise<void> {
    return this.#write(cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  }

  async end(): Promise<void> {
    await this.#file.keep(() => this.#lines.end());
  }

  async abort(): Promise<void> {
    await this.#file.drop();
  }

  async #write(cells: readonly TableCell[]): Promise<void> {
    if (!this.#lines.write(cells)) await this.#file.drained(this.#lines);
  }
}
