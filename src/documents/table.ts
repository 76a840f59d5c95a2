/** A row as the file has it: cell texts in column order. `sheet` is null where there is only one. */
export interface RawRow {
  sheet: string | null;
  /** As a spreadsheet program shows it, from 1. */
  rowNumber: number;
  cells: string[];
  /** Columns (from 0) of formulas that the file keeps no result of: they read as blank. */
  uncomputed?: readonly number[];
  /** Columns (from 0) of error values (#N/A): they read as blank. */
  faulty?: readonly number[];
  /** Column → the text of the merged cell that reaches down into this row. */
  merged?: ReadonlyMap<number, string>;
  /** The row is hidden in the spreadsheet. */
  hidden?: boolean;
}

/** A sheet that is there and isn't read. */
export interface SkippedSheet {
  skipped: string;
}

/** What a table file consists of: a header (per sheet), then rows by heading. */
export type TableEvent =
  | { is: 'header'; sheet: string | null; headings: readonly string[] }
  /** A hidden sheet was passed over. */
  | { is: 'skipped'; sheet: string }
  | {
      is: 'row';
      sheet: string | null;
      rowNumber: number;
      cells: Record<string, string>;
      /** Headings of formulas without a result. */
      uncomputed?: readonly string[];
      /** Headings of error values. */
      faulty?: readonly string[];
      hidden?: boolean;
    };
