/** A chart ready to be drawn: ECharts options (plain data) and its size in CSS pixels. */
export interface Chart {
  width: number;
  height: number;
  option: Readonly<Record<string, unknown>>;
  /** The same in one sentence, for whoever can't see it. */
  alt: string;
}

export const font = 'Noto Sans SC';

/** Blue for what is on its way, amber for what needs a hand; readable for the colour-blind and never red. */
export const colours = {
  ink: '#1f2937',
  faint: '#6b7280',
  track: '#e8ecf1',
  line: '#d3d9e0',
  background: '#ffffff',
  pace: { done: '#0f766e', ahead: '#1d6fb8', onPace: '#5aa0d8', behind: '#e0992b', notStarted: '#b8bec6' },
  bar: '#5aa0d8',
  problem: '#8a7fc0',
} as const;

/** A run of text at a place. */
export function words(
  text: string,
  at: { left: number; top: number; width?: number; align?: 'left' | 'right' | 'center' },
  style: { size: number; colour?: string; bold?: boolean; lineHeight?: number },
): Record<string, unknown> {
  return {
    type: 'text',
    left: at.left,
    top: at.top,
    style: {
      text,
      fill: style.colour ?? colours.ink,
      fontSize: style.size,
      fontWeight: style.bold ? 700 : 400,
      fontFamily: font,
      lineHeight: style.lineHeight ?? Math.round(style.size * 1.45),
      ...(at.width === undefined ? {} : { width: at.width, overflow: 'break' }),
      align: at.align ?? 'left',
    },
    silent: true,
  };
}

export function box(
  at: { x: number; y: number; width: number; height: number },
  fill: string,
  r = 0,
): Record<string, unknown> {
  return { type: 'rect', shape: { ...at, r }, style: { fill }, silent: true };
}

/** Dates and figures with their measure stay together on a line. */
const pieces = /\d+月\d+日|[\d.]+[户天个%]?|./gsu;

/** Splits words to lines of at most so many ems; a Chinese letter is one, a Latin one about half. */
export function wrapped(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const [piece] of text.matchAll(pieces)) {
    const wide = [...piece].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0);
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
