import type { SentencePart } from './figure.ts';

/** What a report consists of, in the levels of GB/T 9704: 一、 （一） and running text, with tables. */
export type Block =
  | { is: 'heading'; level: 1 | 2; text: string }
  | { is: 'text'; parts: readonly SentencePart[] }
  /** Widths are shares of the line; the first row of the sheet is repeated on each page. */
  | {
      is: 'table';
      caption: string;
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    };

/** One of the report's three parts, with its numbered parts. */
export interface ReportSection {
  title: string;
  parts: readonly { title: string; blocks: readonly Block[] }[];
}
