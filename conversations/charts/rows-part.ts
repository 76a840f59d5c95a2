import type { Pace } from '../progress/pace.ts';
import { paceWords } from '../progress/pace.ts';
import { box, colours, emsOf, fittingSize, type Shape, words, wrapped } from './chart.ts';
import { type PictureData, sharePercent } from './picture.ts';
import { inner, margin, type PicturePart, small, width } from './place.ts';

type Row = PictureData['rows'][number];

const kinds = { township: '乡镇', village: '村', group: '组' } as const;
/** A picture with more rows than this can't be read in a group. */
export const mostRows = 60;

const rowHeight = 26;
const nameEnds = 112;
const track = { x: 120, width: 158 };
const shareEnds = 336;

/** Every unit below in register order against the day's plan: no league table. */
export function rowsPart(data: PictureData): PicturePart {
  if (data.rows.length === 0 || data.total === 0) return { height: 0, shapes: [] };
  const { listed, rest } = listedRows(data);
  const used = (Object.keys(paceWords) as Pace[]).filter(
    (pace) => pace !== 'notStarted' && listed.some((row) => row.pace === pace),
  );
  const top = used.length > 0 ? 62 : 38;
  const notes = rest.flatMap((words) => wrapped(words, inner / small - 0.5));
  const plan = track.x + track.width * Math.min(data.planned, 1);
  const bottom = top + listed.length * rowHeight;
  return {
    height: bottom + notes.length * 20 + 6,
    shapes: [
      words(`各${kinds[data.unitKind]}（按名册顺序）`, { x: margin, y: 26 }, { size: 15, bold: true }),
      ...legend(used, 49),
      ...listed.flatMap((row, i) => rowShapes(row, top + i * rowHeight)),
      ...(listed.length > 0 ? planLine(plan, top - 4, bottom + 2) : []),
      ...notes.map((line, i) =>
        words(line, { x: margin, y: bottom + 18 + i * 20 }, { size: small, colour: colours.faint }),
      ),
    ],
  };
}

/** What is shown and, in words, what isn't: units without households, and of very many those that need no hand. */
function listedRows({ rows, unitKind }: PictureData): { listed: readonly Row[]; rest: string[] } {
  const kind = kinds[unitKind];
  const filled = rows.filter((row) => row.total > 0);
  const empty = rows.length - filled.length;
  const rest = empty > 0 ? [`另有${empty}个${kind}没有在册的户，没列出。`] : [];
  if (filled.length <= mostRows) return { listed: filled, rest };
  const slow = filled.filter((row) => row.pace === 'behind' || row.pace === 'notStarted');
  const listed = slow.slice(0, mostRows);
  const left = slow.length - listed.length;
  const said = `只列慢于计划和没开始的${kind}，共${slow.length}个${left > 0 ? `，图上放得下前${mostRows}个` : ''}；其余${filled.length - slow.length}个不慢。`;
  return { listed, rest: [said, ...rest] };
}

/** Seen over dark bars as well: dashes in a notch. */
function planLine(x: number, top: number, bottom: number): Shape[] {
  const line = { is: 'rule' as const, x, top, bottom };
  return [
    { ...line, width: 3, colour: colours.background, dashed: false },
    { ...line, width: 1.2, colour: colours.ink, dashed: true },
  ];
}

/** Colours in words, only those that occur; what hasn't begun says so in its row. */
function legend(used: readonly Pace[], y: number): Shape[] {
  let x = margin;
  return used.flatMap((pace) => {
    const label = paceWords[pace];
    const shapes = [
      box({ x, y: y - 11, width: 12, height: 12 }, colours.pace[pace], 2),
      words(label, { x: x + 17, y }, { size: small, colour: colours.faint }),
    ];
    x += 17 + emsOf(label) * small + 16;
    return shapes;
  });
}

function rowShapes(row: Row, top: number): Shape[] {
  const stands = top + 18;
  const name = shortened(row.name);
  const figures = `${row.visited}/${row.total}`;
  const right = width - margin;
  // A bar that has begun is seen, however little it is.
  const long = row.visited === 0 ? 0 : Math.max((track.width * Math.min(sharePercent(row), 100)) / 100, 2);
  return [
    words(
      name,
      { x: nameEnds, y: stands, anchor: 'end' },
      { size: fittingSize(name, nameEnds - margin, 14) },
    ),
    box({ x: track.x, y: top + 6, width: track.width, height: 14 }, colours.track, 3),
    box({ x: track.x, y: top + 6, width: long, height: 14 }, colours.pace[row.pace], 3),
    words(
      row.pace === 'notStarted' ? '没开始' : `${sharePercent(row)}%`,
      { x: shareEnds, y: stands, anchor: 'end' },
      { size: 14 },
    ),
    words(
      figures,
      { x: right, y: stands, anchor: 'end' },
      { size: fittingSize(figures, right - shareEnds - 8, small), colour: colours.faint },
    ),
  ];
}

/** A very long name keeps its beginning and its end, which tells kinds apart. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= 8 ? name : `${letters.slice(0, 4).join('')}…${letters.slice(-3).join('')}`;
}
