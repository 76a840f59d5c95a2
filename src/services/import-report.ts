import type { RowError } from '../../conversations/imports/problem.ts';

/** What an import read and did. With errors and without `partial`, nothing was stored: added and changed are 0. */
export interface ImportReport {
  kind: 'households' | 'staff' | 'rooms' | 'national';
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
  stored: boolean;
}

/** This many errors are told in full: whoever has more has one error in every row. */
const told = 500;

/** Collects what happens during one import. */
export class ImportLog {
  readonly #kind: ImportReport['kind'];
  readonly #errors: RowError[] = [];
  readonly #unknown = new Set<string>();
  readonly #partial: boolean;
  #errorCount = 0;
  readonly #sheets: (string | null)[] = [];
  read = 0;
  saved = { added: 0, changed: 0, same: 0 };

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

  add(saved: { added: number; changed: number; same: number }): void {
    this.saved = {
      added: this.saved.added + saved.added,
      changed: this.saved.changed + saved.changed,
      same: this.saved.same + saved.same,
    };
  }

  report(stored: boolean): ImportReport {
    const place = (error: RowError) => this.#sheets.indexOf(error.sheet ?? null);
    const inOrder = this.#errors.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
    // A sheet is named only where there are several.
    const errors = inOrder.map(({ row, sheet, text }) =>
      this.#sheets.length < 2 ? { row, text } : { row, sheet, text },
    );
    return {
      kind: this.#kind,
      read: this.read,
      added: stored ? this.saved.added : 0,
      changed: stored ? this.saved.changed : 0,
      unchanged: stored ? this.saved.same : 0,
      errors,
      errorCount: this.#errorCount,
      unknownColumns: [...this.#unknown],
      stored,
    };
  }
}
