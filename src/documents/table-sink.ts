/** A column of a table file. */
export interface TableColumn {
  heading: string;
  /** Stands above the headings of its columns, merged over neighbours with the same one. */
  group?: string | null;
  /** In characters of the standard font; a Chinese one takes two. */
  width?: number;
  /** Long words are set left, everything else is centred. */
  align?: 'left' | 'center';
}

/** One sheet: what stands above the rows. */
export interface TableSheet {
  name: string;
  /** Above the header, over the whole width. */
  title?: string;
  /** Under the title, small and right: the unit, the cut-off date. */
  note?: string;
  /** Printed at the foot of each page, at both sides of the page number. */
  footer?: { left: string; right?: string };
  columns: readonly TableColumn[];
  /** Columns that stay in sight at the left. */
  frozenColumns?: number;
  paper?: 'A3' | 'A4';
}

export type TableCell = string | number | null;

/**
 * Where rows go, one after the other. `sheet` begins a sheet and ends the one before; each `row` resolves when
 * there is room for the next, so that memory doesn't grow. Nothing stands under the final name until `end`.
 */
export interface TableSink {
  sheet(sheet: TableSheet): Promise<void>;
  row(cells: readonly TableCell[]): Promise<void>;
  end(): Promise<void>;
  /** Gives up and leaves nothing behind. */
  abort(): Promise<void>;
}
