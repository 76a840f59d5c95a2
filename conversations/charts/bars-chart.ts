import { z } from 'zod';
import type { DocumentRequest } from '../contract/turn.ts';
import { box, type Chart, colours, fittingSize, type Shape, words, wrapped } from './chart.ts';
import { inner, margin, small, width } from './place.ts';

/** One figure by units, categories or days, as data: small enough to lie in the outbox and drawn at any later time. */
export const barsData = z.object({
  kind: z.literal('bars'),
  /** What was asked, as the text beside it says. */
  title: z.string(),
  /** 12月15日 17:36 */
  asOf: z.string(),
  /** `label` is what the text says of it: 12户, 7/20（35%）. */
  rows: z.array(z.object({ name: z.string(), value: z.number(), label: z.string() })).max(400),
  /** Said below: how many were left out. */
  note: z.string(),
});
type BarsData = z.infer<typeof barsData>;

const rowHeight = 28;
const nameEnds = 118;
const track = { x: 126, width: 190 };
const labelStarts = track.x + track.width + 8;

/** Bars in the order of the text beside them. Says what it says, and no ranks. */
export function barsChart(data: BarsData): Chart {
  const head = wrapped(data.title, inner / 16);
  const top = 30 + head.length * 22 + 14;
  const most = Math.max(...data.rows.map((row) => row.value), 0);
  const bottom = top + data.rows.length * rowHeight;
  const foot = data.note === '' ? [] : wrapped(data.note, inner / small - 0.5);
  const shapes: Shape[] = [
    ...head.map((line, i) => words(line, { x: margin, y: 30 + i * 22 }, { size: 16, bold: true })),
    words(
      `截至${data.asOf}`,
      { x: margin, y: 30 + head.length * 22 },
      { size: small, colour: colours.faint },
    ),
    ...data.rows.flatMap((row, i) => rowOf(row, most, top + i * rowHeight)),
    ...foot.map((line, i) =>
      words(line, { x: margin, y: bottom + 20 + i * 20 }, { size: small, colour: colours.faint }),
    ),
  ];
  return {
    width,
    height: bottom + foot.length * 20 + 24,
    shapes,
    alt: `${data.title}截至${data.asOf}：${data.rows.map((row) => `${row.name}${row.label}`).join('，')}。`,
  };
}

function rowOf(row: BarsData['rows'][number], most: number, y: number): Shape[] {
  const share = most > 0 ? Math.max(row.value, 0) / most : 0;
  const size = fittingSize(row.name, nameEnds - margin, 14);
  const label = fittingSize(row.label, width - labelStarts - 8, 13);
  return [
    words(row.name, { x: nameEnds, y: y + 18, anchor: 'end' }, { size }),
    box({ x: track.x, y: y + 6, width: track.width, height: 16 }, colours.track, 3),
    ...(share > 0
      ? [box({ x: track.x, y: y + 6, width: Math.max(track.width * share, 2), height: 16 }, colours.bar, 3)]
      : []),
    words(row.label, { x: labelStarts, y: y + 18 }, { size: label }),
  ];
}

/** The request that the shell turns into a PNG. */
export function barsPicture(data: BarsData, fileName: string): DocumentRequest {
  return { kind: 'barsPicture', args: { data: JSON.stringify(data) }, fileName };
}
