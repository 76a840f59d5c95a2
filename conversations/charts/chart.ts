/** A chart ready to be drawn: shapes as plain data, back to front, and its size in CSS pixels. */
export interface Chart {
  width: number;
  height: number;
  shapes: readonly Shape[];
  /** The same in words, for whoever can't see it. */
  alt: string;
}

export type Shape = Box | Words | UprightLine;

interface Box {
  is: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  /** Radius of its corners. */
  round: number;
}

/** One line of text; `y` is where its letters stand. */
export interface Words {
  is: 'words';
  text: string;
  x: number;
  y: number;
  size: number;
  colour: string;
  bold: boolean;
  anchor: 'start' | 'middle' | 'end';
}

/** A thin upright line. */
interface UprightLine {
  is: 'rule';
  x: number;
  top: number;
  bottom: number;
  width: number;
  colour: string;
  dashed: boolean;
}

/**
 * Blue for what is on its way, amber for what needs a hand; told apart by the colour-blind too, never red. Each
 * stands out from the paper by 3 : 1 or more.
 */
export const colours = {
  ink: '#1f2937',
  faint: '#5f6875',
  track: '#edf0f4',
  line: '#d3d9e0',
  background: '#ffffff',
  pace: { done: '#0b5f58', ahead: '#175ea3', onPace: '#4b93cf', behind: '#c97d10', notStarted: '#b8bec6' },
  bar: '#4b93cf',
  problem: '#7d71b8',
} as const;

/** A filled rectangle; lengths in the picture's pixels, `round` is the radius of its corners. */
export function box(
  at: { x: number; y: number; width: number; height: number },
  fill: string,
  round = 0,
): Box {
  return { is: 'box', ...at, fill, round };
}

/** One line of text; `y` is its baseline, `x` the side or middle that `anchor` says. */
export function words(
  text: string,
  at: { x: number; y: number; anchor?: Words['anchor'] },
  style: { size: number; colour?: string; bold?: boolean },
): Words {
  const { anchor = 'start' } = at;
  const { size, colour = colours.ink, bold = false } = style;
  return { is: 'words', text, x: at.x, y: at.y, size, colour, bold, anchor };
}

/** How wide a text is, in ems: a Chinese letter is one, a Latin one or a digit about half. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u2e80' && letter !== '…' ? 0.56 : 1), 0);
}

/** The size at which a text fits; what is too long for its place is set smaller, not cut off. */
export function fittingSize(text: string, width: number, size: number): number {
  return Math.min(size, Math.floor((width / Math.max(emsOf(text), 1)) * 10) / 10);
}

/** Dates and figures with their measure stay together on a line. */
const pieces = /\d+月\d+日|[\d.]+[户天个%]?|./gsu;

/** Splits words to lines of at most so many ems; a closing mark may hang over. */
export function wrapped(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const [piece] of text.matchAll(pieces)) {
    const wide = emsOf(piece);
    const closes = /^[，。；、）：]/u.test(piece);
    if (length + wide > ems && !closes) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += piece;
    length += wide;
  }
  return line === '' ? lines : [...lines, line];
}
