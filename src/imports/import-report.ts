import type { RowError } from '../../conversations/imports/cell.ts';
import type { ChangeSaid } from '../../conversations/imports/changes-said.ts';
import { rowRanges } from '../../conversations/imports/row-ranges.ts';
import type { ListMapping } from '../../conversations/lists/headings.ts';

/**
 * What an import read and did. With errors and without `partial`, nothing was stored: added and changed are 0. Of a
 * preview they say what would be stored.
 */
export interface ImportReport {
  kind: 'households' | 'staff' | 'rooms' | 'national' | 'answers' | 'units' | 'list';
  /** Rows of the file that hold anything. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** The first ones; `errorCount` tells all. */
  errors: RowError[];
  errorCount: number;
  /** Headings that mean nothing here, as the file writes them. */
  unknownColumns: string[];
  /** What was passed over or read as blank, and in which rows. */
  notes: ImportNote[];
  stored: boolean;
  /** Of a preview: the first rows that would change, in words. */
  changes?: readonly ChangeSaid[];
  /** Of a list from elsewhere: which one it is, how its columns were read, how many rows found whom they mean. */
  listed?: ListedImport;
}

interface ListedImport {
  kind: string;
  origin: string;
  /** Field → heading, and all headings of the file. */
  mapped: ListMapping;
  headings: readonly string[];
  listNo?: number;
  matched: number;
  unmatched: number;
}

/** Something to know of rows that is no error. */
interface ImportNote {
  sheet?: string | undefined;
  /** As people write them: 5、7—12; absent for something about the whole file. */
  rows?: string;
  text: string;
}

/** This many errors are told in full: whoever has more has one error in every row. */
const told = 500;

/** Collects what happens during one import. */
export class ImportLog {
  readonly #kind: ImportReport['kind'];
  readonly #errors: RowError[] = [];
  /** By sheet and words, the rows. */
  readonly #notes = new Map<string, { sheet: string | undefined; text: string; rows: number[] }>();
  readonly #unknown = new Set<string>();
  readonly #remarks = new Set<string>();
  readonly #partial: boolean;
  #errorCount = 0;
  readonly #sheets: (string | null)[] = [];
  read = 0;
  saved = { added: 0, changed: 0, same: 0 };
  listed: ListedImport | undefined;

  constructor(kind: ImportReport['kind'], partial: boolean) {
    this.#kind = kind;
    this.#partial = partial;
  }

  /** False once a wrong row means that nothing will be stored: the rest is only read for its errors. */
  get willStore(): boolean {
    return this.#partial || this.#errorCount === 0;
  }

  beginSheet(sheet: string | null, unknown: readonly string[]): void {
    this.#sheets.push(sheet);
    for (const heading of unknown) this.#unknown.add(heading);
  }

  error(error: RowError): void {
    this.#errorCount += 1;
    if (this.#errors.length < told) this.#errors.push(error);
  }

  note({ row, sheet, text }: { row: number; sheet?: string | undefined; text: string }): void {
    const key = `${sheet ?? ''}\n${text}`;
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { sheet, text, rows: [row] });
    else known.rows.push(row);
  }

  /** Something to know of the whole file. */
  remark(text: string): void {
    this.#remarks.add(text);
  }

  add(saved: { added: number; changed: number; same: number }): void {
    this.saved = {
      added: this.saved.added + saved.added,
      changed: this.saved.changed + saved.changed,
      same: this.saved.same + saved.same,
    };
  }

  report(end: 'stored' | 'preview' | 'refused'): ImportReport {
    const place = (error: RowError) => this.#sheets.indexOf(error.sheet ?? null);
    const inOrder = this.#errors.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
    // A sheet is named only where there are several.
    const errors = inOrder.map(({ row, sheet, text }) =>
      this.#sheets.length < 2 ? { row, text } : { row, sheet, text },
    );
    const notes = [...this.#notes.values()].map(({ sheet, text, rows }) => ({
      ...(this.#sheets.length < 2 ? {} : { sheet }),
      rows: rowRanges(rows),
      text,
    }));
    return {
      kind: this.#kind,
      read: this.read,
      added: end === 'refused' ? 0 : this.saved.added,
      changed: end === 'refused' ? 0 : this.saved.changed,
      unchanged: end === 'refused' ? 0 : this.saved.same,
      errors,
      errorCount: this.#errorCount,
      unknownColumns: [...this.#unknown],
      notes: [...notes, ...[...this.#remarks].map((text) => ({ text }))],
      stored: end === 'stored',
      ...(this.listed === undefined ? {} : { listed: this.listed }),
    };
  }
}
