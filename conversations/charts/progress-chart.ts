import { box, type Chart, colours, type Shape, words } from './chart.ts';
import { headPart } from './head-part.ts';
import { panelsInWords, panelsPart } from './panels-part.ts';
import type { PictureData } from './picture.ts';
import { inner, margin, type PicturePart, small, width } from './place.ts';
import { rowsPart } from './rows-part.ts';

/**
 * A unit's progress as one picture for a phone: how far and until when, every unit below it in register order
 * against the day's plan, visits per day, problems by kind. Says what the text beside it says.
 */
export function progressChart(data: PictureData): Chart {
  const parts = [headPart(data), rowsPart(data), ruled(panelsPart(data)), footPart()];
  return {
    ...stacked(parts),
    alt: `${data.title}截至${data.asOf}已排查${data.visited}户，共${data.total}户。${data.forecast}。`,
  };
}

/** Only what a page doesn't say itself: visits per day and problems by kind. */
export function panelsChart(data: PictureData): Chart {
  const panels = panelsPart(data);
  const withRoom = { ...panels, height: panels.height + 14 };
  return { ...stacked([{ height: 6, shapes: [] }, withRoom]), alt: panelsInWords(data) };
}

/** One part below the other. */
function stacked(parts: readonly PicturePart[]): Omit<Chart, 'alt'> {
  let height = 0;
  const shapes = parts.flatMap((part) => {
    const lowered = part.shapes.map((shape) => below(shape, height));
    height += part.height;
    return lowered;
  });
  return { width, height, shapes };
}

function below(shape: Shape, by: number): Shape {
  return shape.is === 'rule'
    ? { ...shape, top: shape.top + by, bottom: shape.bottom + by }
    : { ...shape, y: shape.y + by };
}

function ruled(part: PicturePart): PicturePart {
  const lowered = part.shapes.map((shape) => below(shape, 24));
  const line = box({ x: margin, y: 12, width: inner, height: 1 }, colours.line);
  return { height: part.height + 24, shapes: [line, ...lowered] };
}

function footPart(): PicturePart {
  const said = '已查 = 已提交和已审核；虚线是按工作日平均应到的进度';
  return {
    height: 44,
    shapes: [words(said, { x: margin, y: 26 }, { size: small, colour: colours.faint })],
  };
}
