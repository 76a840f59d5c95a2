import type { RawRow, TableEvent } from './table.ts';

const searched = 10;
/** One known word alone may stand in any note. */
const leastHeadings = 2;

interface Candidate {
  headings: string[];
  /** Known headings among them. */
  score: number;
  /** Rows up to here are titles and header. */
  end: number;
}

const nothing: Candidate = { headings: [], score: 0, end: 0 };

/**
 * Finds the header of one sheet. Titles may stand above it; a header of two rows (a merged group above its
 * columns) is put together, the lower heading naming the column.
 */
export class HeaderFinder {
  readonly sheet: string | null;
  readonly #count: (cells: readonly string[]) => number;
  #state: 'looking' | 'found' | 'none' = 'looking';
  #buffer: RawRow[] = [];
  #headings: string[] = [];

  constructor(count: (cells: readonly string[]) => number, sheet: string | null) {
    this.#count = count;
    this.sheet = sheet;
  }

  *push(row: RawRow): Generator<TableEvent> {
    if (row.cells.every((cell) => cell === '')) return;
    if (this.#state === 'found') yield this.#event(row);
    if (this.#state !== 'looking') return;
    this.#buffer.push(row);
    if (this.#buffer.length === searched) yield* this.#decide();
  }

  *end(): Generator<TableEvent> {
    if (this.#state === 'looking') yield* this.#decide();
  }

  *#decide(): Generator<TableEvent> {
    const rows = this.#buffer;
    this.#buffer = [];
    const best = this.#candidates(rows).reduce((a, b) => (b.score > a.score ? b : a), nothing);
    this.#state = best.score < leastHeadings ? 'none' : 'found';
    if (this.#state === 'none') return;
    this.#headings = best.headings;
    yield { is: 'header', sheet: this.sheet, headings: this.#headings.filter((heading) => heading !== '') };
    for (const row of rows.slice(best.end)) yield this.#event(row);
  }

  /** Each row alone, and each pair that may be a header of two rows. */
  #candidates(rows: readonly RawRow[]): Candidate[] {
    return rows.flatMap(({ cells }, i) => {
      const alone = { headings: unique(cells), score: this.#count(cells), end: i + 1 };
      const lower = rows[i + 1]?.cells;
      if (lower === undefined || !this.#belongsUnder(cells, lower)) return [alone];
      const headings = joined(cells, lower);
      return [alone, { headings, score: this.#count(headings), end: i + 2 }];
    });
  }

  /**
   * A second header row names columns that the first only groups, and is blank below the first one's headings; a
   * known heading may be a group too (户主 over 姓名 and 证件号码), when columns without a heading follow it.
   */
  #belongsUnder(upper: readonly string[], lower: readonly string[]): boolean {
    if (upper.every((heading) => heading === '') || this.#count(lower) === 0) return false;
    return upper.every((heading, i) => {
      if (heading === '' || (lower[i] ?? '') === '' || this.#count([heading]) === 0) return true;
      return (upper[i + 1] ?? '') === '' && (lower[i + 1] ?? '') !== '';
    });
  }

  #event(row: RawRow): TableEvent {
    // A heading may be called __proto__ or constructor.
    const cells: Record<string, string> = Object.create(null);
    const put = (text: string, i: number): void => {
      const heading = this.#headings[i];
      if (text !== '' && heading !== undefined && heading !== '') cells[heading] = text;
    };
    row.cells.forEach(put);
    row.merged?.forEach(put);
    const named = (columns: readonly number[] = []) => columns.flatMap((i) => this.#headings[i] || []);
    const uncomputed = named(row.uncomputed);
    const faulty = named(row.faulty);
    return {
      is: 'row',
      sheet: this.sheet,
      rowNumber: row.rowNumber,
      cells,
      ...(uncomputed.length === 0 ? {} : { uncomputed }),
      ...(faulty.length === 0 ? {} : { faulty }),
      ...(row.hidden === true ? { hidden: true } : {}),
    };
  }
}

function joined(upper: readonly string[], lower: readonly string[]): string[] {
  const length = Math.max(upper.length, lower.length);
  return unique(Array.from({ length }, (_, i) => lower[i] || upper[i] || ''));
}

/** The same heading twice would hide a column: the second one gets a number. */
function unique(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return heading === '' || times === 1 ? heading : `${heading}（${times}）`;
  });
}
