import type { Answers } from './answer.ts';

/** One line of a sum told line by line. */
interface SheetLine {
  key: string;
  /** As it is shown: 工资性. */
  label: string;
  /** It is taken off the sum: what production cost. */
  takes?: true;
}

/** What the lines come to, whole yuan. */
interface SheetSums {
  /** Before what is taken off. */
  earned: number;
  net: number;
}

/** How the figure of a question can be told line by line and computed from that. */
export interface LineSheet {
  lines: readonly SheetLine[];
  /** Which line a word speaks of, one word and the line's key a row. */
  words: string;
  /** The question's own figure out of the sums; undefined where what it depends on isn't known. */
  figure(sums: SheetSums, answers: Answers): number | undefined;
  /** The same figure out of what was told elsewhere, where that doesn't agree with the lines. */
  otherwise(sums: SheetSums, answers: Answers): number | undefined;
}

/** Yuan by the key of a line. */
export type LinesTold = Readonly<Record<string, number>>;

/** What words tell of the lines of a sheet; `unread`: what nobody understood of them. */
export interface LinesSaid {
  lines: LinesTold;
  unread: string;
}

/** Two figures agree that lie within a tenth of the second. */
export function agree(figure: number, other: number): boolean {
  return Math.abs(figure - other) <= 0.1 * Math.abs(other);
}

/** What the lines come to. */
export function sumsOf({ lines: all }: LineSheet, lines: LinesTold): SheetSums {
  const sum = (takes: boolean) =>
    all.filter((line) => (line.takes === true) === takes).reduce((s, { key }) => s + (lines[key] ?? 0), 0);
  return { earned: sum(false), net: sum(false) - sum(true) };
}
