import { noHouseholds } from '../progress/definitions.ts';
import { box, colours, emsOf, fittingSize, words, wrapped } from './chart.ts';
import { type PictureData, sharePercent } from './picture.ts';
import { inner, margin, type PicturePart, small, width } from './place.ts';

/** What it is about, how far it is, against the day's plan, and until when it will take. */
export function headPart(data: PictureData): PicturePart {
  const title = `${data.title} ${data.campaign}进度`;
  const lines = wrapped(`${data.total === 0 ? noHouseholds : data.forecast}。`, inner / 15 - 0.5);
  return {
    height: data.total === 0 ? 128 : 178 + lines.length * 22,
    shapes: [
      words(title, { x: margin, y: 42 }, { size: fittingSize(title, inner, 24), bold: true }),
      words(`截至${data.asOf}`, { x: margin, y: 66 }, { size: 14, colour: colours.faint }),
      ...(data.total === 0 ? [] : reached(data)),
      ...lines.map((line, i) =>
        words(line, { x: margin, y: (data.total === 0 ? 104 : 194) + i * 22 }, { size: 15 }),
      ),
    ],
  };
}

function reached(data: PictureData): PicturePart['shapes'] {
  const share = Math.min(sharePercent(data), 100);
  const plan = margin + inner * Math.min(data.planned, 1);
  const said = `今天应到${Math.round(data.planned * 100)}%`;
  const half = (emsOf(said) * small) / 2;
  const filled = share > 0 ? Math.max((inner * share) / 100, 8) : 0;
  return [
    words(`${share}%`, { x: margin, y: 115 }, { size: 42, bold: true, colour: colours.pace.ahead }),
    words(`已查${data.visited}户，共${data.total}户`, { x: 176, y: 96 }, { size: 16 }),
    words(`今天新增${data.today}户`, { x: 176, y: 120 }, { size: 16 }),
    box({ x: margin, y: 134, width: inner, height: 14 }, colours.track, 7),
    box({ x: margin, y: 134, width: filled, height: 14 }, colours.pace.ahead, 7),
    box({ x: plan - 2.5, y: 134, width: 5, height: 14 }, colours.background),
    box({ x: plan - 1, y: 130, width: 2, height: 22 }, colours.ink),
    words(
      said,
      { x: Math.min(Math.max(plan, margin + half), width - margin - half), y: 166, anchor: 'middle' },
      { size: small, colour: colours.faint },
    ),
  ];
}
