/** So many places are named; the count tells the rest. */
const most = 20;

/** Rows in one line: 5、7—12、30. They come in ascending order. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last.to + 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  const named = ranges.slice(0, most).map(({ from, to }) => (from === to ? `${from}` : `${from}—${to}`));
  return ranges.length > most ? `${named.join('、')} 等${rows.length}` : named.join('、');
}
