import type { TableCell, TableColumn } from './table-sink.ts';

/** Two rows where columns are grouped, else one. */
export function headerRowCount(columns: readonly TableColumn[]): 1 | 2 {
  return columns.some((column) => column.group != null) ? 2 : 1;
}

/** The header's texts row by row; null where a cell is covered by a merged one. */
export function headerCells(columns: readonly TableColumn[]): (string | null)[][] {
  if (headerRowCount(columns) === 1) return [columns.map((column) => column.heading)];
  return [
    columns.map((column, i) =>
      column.group == null ? column.heading : isGroupStart(columns, i) ? column.group : null,
    ),
    columns.map((column) => (column.group == null ? null : column.heading)),
  ];
}

interface Corner {
  row: number;
  column: number;
}

/** What is merged in the header, counted from 1: groups over their columns, single headings over both rows. */
export function headerMerges(columns: readonly TableColumn[]): { from: Corner; to: Corner }[] {
  if (headerRowCount(columns) === 1) return [];
  return columns.flatMap((column, i) => {
    const from = { row: 1, column: i + 1 };
    if (column.group == null) return [{ from, to: { row: 2, column: i + 1 } }];
    if (!isGroupStart(columns, i)) return [];
    const end = groupEnd(columns, i);
    return end === i ? [] : [{ from, to: { row: 1, column: end + 1 } }];
  });
}

function isGroupStart(columns: readonly TableColumn[], i: number): boolean {
  return columns[i]?.group !== columns[i - 1]?.group;
}

function groupEnd(columns: readonly TableColumn[], start: number): number {
  let end = start;
  while (columns[end + 1]?.group != null && columns[end + 1]?.group === columns[start]?.group) end += 1;
  return end;
}

const lineHeight = 14;

/** Height in points of one header row, so that the longest wrapped heading fits. */
export function headingHeight(columns: readonly TableColumn[], row: number): number {
  const two = headerRowCount(columns) === 2;
  if (two && row === 0) return Math.max(24, Math.max(...groupLines(columns)) * lineHeight + 6);
  const lines = columns.map((column) => linesOf(column.heading, column.width));
  const alone = columns.map((column, i) =>
    two && column.group == null ? (lines[i] ?? 1) - 1 : (lines[i] ?? 1),
  );
  return Math.max(24, Math.max(...alone) * lineHeight + 6);
}

/** Lines of each group's title over the width of its columns. */
function groupLines(columns: readonly TableColumn[]): number[] {
  return columns.map((column, i) => {
    if (column.group == null || !isGroupStart(columns, i)) return 1;
    const under = columns.slice(i, groupEnd(columns, i) + 1);
    return linesOf(
      column.group,
      under.reduce((sum, { width }) => sum + (width ?? 10), 0),
    );
  });
}

/** Height in points of a row of cells; spreadsheet programs differ in whether they work it out themselves. */
export function rowHeight(cells: readonly TableCell[], columns: readonly TableColumn[]): number {
  let lines = 1;
  cells.forEach((cell, i) => {
    if (typeof cell === 'string') lines = Math.max(lines, linesOf(cell, columns[i]?.width));
  });
  return Math.min(409, Math.max(20, lines * lineHeight + 6));
}

/** Lines a text takes in a column; Han take two characters' room, and a margin is left at both sides. */
function linesOf(text: string, width = 10): number {
  const room = Math.max(2, width - 1);
  let lines = 0;
  for (const part of text.split('\n')) {
    let used = 0;
    for (const letter of part) used += letter.charCodeAt(0) > 0x2e80 ? 2 : 1;
    lines += Math.max(1, Math.ceil(used / room));
  }
  return lines;
}
