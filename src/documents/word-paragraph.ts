import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  type TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { charWidth, fonts, linePitch, run } from './word-page.ts';

// The paragraphs of an official document, each with its font, indent and exact line height.

const exact = { line: linePitch, lineRule: LineRuleType.EXACT } as const;
const twoChars = { firstLineChars: 200, firstLine: 2 * charWidth } as const;

/** Running text: two characters in, justified. The last of a document is `kept` with what stands under it. */
export function text(runs: string | readonly TextRun[], kept = false): Paragraph {
  return new Paragraph({
    keepNext: kept,
    alignment: AlignmentType.BOTH,
    indent: twoChars,
    spacing: exact,
    children: typeof runs === 'string' ? [run(runs)] : [...runs],
  });
}

/** 一、 in 黑体, （一） in 楷体; a heading never stands alone at the foot of a page. */
export function wordHeading(level: 1 | 2, words: string): Paragraph {
  return new Paragraph({
    indent: twoChars,
    spacing: exact,
    keepNext: true,
    children: [run(words, { font: level === 1 ? fonts.black : fonts.script })],
  });
}

/** The title in 2号小标宋, its lines centred. */
export function title(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACT },
        children: [run(line, { font: fonts.title, size: 44 })],
      }),
  );
}

/** To whom it goes: at the left edge, with its full-width colon. */
export function addressee(words: string): Paragraph {
  return new Paragraph({ spacing: exact, children: [run(words)] });
}

/** Empty lines; `kept` ones stay on the page of what follows. */
export function blankLines(lines = 1, kept = false): Paragraph[] {
  return Array.from(
    { length: lines },
    () => new Paragraph({ spacing: exact, keepNext: kept, children: [run('')] }),
  );
}

/** The office's name in red 35 mm below the top of the type area, the number's place and the red line. */
export function letterhead(office: string, year: number): Paragraph[] {
  // A long name is set smaller, so that it stays on one line of 156 mm.
  const size = Math.min(72, Math.floor(8800 / (office.length + 2) / 10));
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 1984, line: 1000, lineRule: LineRuleType.EXACT },
      children: [run(`${office}文件`, { font: fonts.title, size, color: 'FF0000' })],
    }),
    ...blankLines(2),
    new Paragraph({
      // A document sent upwards: the number one character in, the signer's place at the right.
      alignment: AlignmentType.BOTH,
      indent: { left: charWidth, right: charWidth },
      spacing: exact,
      // 4 mm between the number and the line.
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: 'FF0000', space: 11 } },
      tabStops: [{ type: TabStopType.RIGHT, position: 26 * charWidth }],
      children: [run(`　　〔${year}〕　　号\t签发人：　　　`)],
    }),
  ];
}

/** 附件：1. … 2. …: one blank line below the text, two characters in, no full stop behind the names. */
export function attachmentList(names: readonly string[]): Paragraph[] {
  const hanging = names.length > 1 ? 4.5 : 3;
  return names.map((name, i) => {
    const number = names.length > 1 ? `${i + 1}. ` : '';
    return new Paragraph({
      spacing: exact,
      keepNext: true,
      indent:
        i === 0
          ? { left: (2 + hanging) * charWidth, hanging: hanging * charWidth }
          : { left: (2 + hanging) * charWidth, hanging: (hanging - 3) * charWidth },
      children: [run(`${i === 0 ? '附件：' : ''}${number}${name}`)],
    });
  });
}

/** The date four characters from the right edge, the office's name centred above it. */
export function signature(office: string, date: string): Paragraph[] {
  const dateWidth = [...date].reduce((sum, c) => sum + (/\d/u.test(c) ? 0.5 : 1), 0);
  const right = Math.max(0, 4 + dateWidth / 2 - office.length / 2);
  const line = (words: string, chars: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: exact,
      indent: { right: Math.round(chars * charWidth) },
      keepNext: words === office,
      children: [run(words)],
    });
  return [line(office, right), line(date, 4)];
}

/** The imprint (版记): copies, the office that prints and the day, between lines, in 4号仿宋. */
export function imprint(office: string, date: string): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } as const;
  const row = (words: string, border: object) =>
    new Paragraph({
      spacing: exact,
      border,
      indent: { left: charWidth, right: charWidth },
      tabStops: [{ type: TabStopType.RIGHT, position: 26 * charWidth }],
      children: [run(words, { size: 28 })],
    });
  return [
    ...blankLines(2),
    row('抄送：', { top: line, bottom: line }),
    row(`${office}\t${date}印发`, { bottom: line }),
  ];
}

/** 附件3 at the left edge in 黑体, its title below. */
export function appendixHeading(no: number, name: string): Paragraph[] {
  return [
    new Paragraph({
      pageBreakBefore: true,
      spacing: exact,
      children: [run(`附件${no}`, { font: fonts.black })],
    }),
    ...blankLines(1),
    ...title([name]),
    ...blankLines(1),
  ];
}

/** A table's title, kept on the page of the table. */
export function caption(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 60 },
    keepNext: true,
    children: [run(words, { font: fonts.black, size: 24 })],
  });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
} as const;

interface TableLook {
  /** Columns set left; the others are centred. */
  left?: readonly number[];
  /** Columns in which equal neighbours below each other become one cell. */
  merged?: readonly number[];
  /** It stands whole on one page: what is signed isn't torn. */
  whole?: true;
}

/**
 * A table over the whole line in 小四; its head is repeated on every page and no row is torn.
 * @param widths shares of the line, together 100
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  { left = [], merged = [], whole }: TableLook = {},
): Table {
  const total = 8845;
  const size = (i: number): number => Math.round(((widths[i] ?? 10) * total) / 100);
  const cell = (words: string, i: number, merge: MergeState, isHead: boolean, kept: boolean): TableCell =>
    new TableCell({
      width: { size: size(i), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      ...(merge === undefined ? {} : { verticalMerge: merge }),
      children: words.split('\n').map((line) => cellLine(line, isHead || !left.includes(i), isHead, kept)),
    });
  const row = (cells: readonly string[], isHead: boolean, at: number): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      height: { value: 400, rule: HeightRule.ATLEAST },
      children: cells.map((words, i) =>
        cell(
          words,
          i,
          isHead || !merged.includes(i) ? undefined : mergeState(rows, at, i),
          isHead,
          whole === true && at < rows.length - 1,
        ),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: head.map((_, i) => size(i)),
    borders,
    rows: [row(head, true, -1), ...rows.map((cells, at) => row(cells, false, at))],
  });
}

type MergeState = 'restart' | 'continue' | undefined;

function mergeState(rows: readonly (readonly string[])[], at: number, column: number): MergeState {
  const own = rows[at]?.[column];
  if (at > 0 && rows[at - 1]?.[column] === own) return VerticalMergeType.CONTINUE;
  return rows[at + 1]?.[column] === own ? VerticalMergeType.RESTART : undefined;
}

function cellLine(words: string, centred: boolean, isHead: boolean, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
    children: [run(words, { size: 24, font: isHead ? fonts.black : fonts.text })],
  });
}
