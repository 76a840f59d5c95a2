/** A merged area, rows and columns from 0, both ends included. */
export interface MergedArea {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Carries the text of merged cells down: a village merged over forty rows stands in the first of them only.
 * Rows come in order, once each.
 */
export class MergedCells {
  readonly #areas: readonly MergedArea[];
  /** Areas that began above, with their text. */
  #open: { area: MergedArea; text: string }[] = [];
  #next = 0;

  /** Only areas of more than one row matter. */
  constructor(areas: readonly MergedArea[]) {
    this.#areas = areas.filter((area) => area.bottom > area.top).sort((a, b) => a.top - b.top);
  }

  /** Texts by column (from 0) that hold in this row although its own cells are blank. */
  in(rowIndex: number, cells: readonly string[]): ReadonlyMap<number, string> | undefined {
    this.#open = this.#open.filter(({ area }) => area.bottom >= rowIndex);
    const texts = new Map<number, string>();
    for (const { area, text } of this.#open)
      for (let column = area.left; column <= area.right; column += 1)
        if ((cells[column] ?? '') === '' && text !== '') texts.set(column, text);
    for (let area = this.#areas[this.#next]; area !== undefined; area = this.#areas[this.#next]) {
      if (area.top > rowIndex) break;
      this.#next += 1;
      if (area.bottom >= rowIndex)
        this.#open.push({ area, text: area.top === rowIndex ? (cells[area.left] ?? '') : '' });
    }
    return texts.size === 0 ? undefined : texts;
  }
}

/** `B3:C9` as a spreadsheet writes an area. */
export function areaOf(reference: string): MergedArea | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference);
  if (match === null) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
