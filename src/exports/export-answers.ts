import type { BookEntry } from '../../conversations/answer-book/entry.ts';
import { withCounty } from '../../conversations/answer-book/look-up.ts';
import { answerHeadings } from '../../conversations/imports/headings.ts';
import { countyAnswers } from '../../db/answer-book/answers.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import type { TableCell, TableColumn, TableSheet } from '../documents/table-sink.ts';
import { type ExportRequest, intoJson, intoTable, reading } from './export-table.ts';

const widths = {
  title: 24,
  about: 26,
  asks: 26,
  answer: 60,
  source: 26,
  date: 10,
  whom: 18,
  page: 30,
} as const;
type Field = keyof typeof widths;
const fields = Object.keys(widths) as Field[];

/** The headings that `ruhu import answers` reads: what is changed here is put in again by it. */
const columns: readonly TableColumn[] = fields.map((field) => ({
  heading: answerHeadings[field][0],
  width: widths[field],
  align: 'left',
}));

/** Writes the whole answer book, the county's own entries first; gives the number of entries. */
export function exportAnswers(request: ExportRequest): Promise<number> {
  const { file, format } = request;
  return reading(request, async (db) => {
    const { answerBook } = await campaignHere(db);
    const book = withCounty(answerBook, await countyAnswers(db));
    if (format === 'json')
      return intoJson(file, async (writer) => {
        for (const { id: _, ...entry } of book) await writer.item(entry);
        return book.length;
      });
    return intoTable(file, format, async (sink) => {
      await sink.sheet(sheet);
      for (const entry of book) await sink.row(rowOf(entry));
      return book.length;
    });
  });
}

const sheet: TableSheet = {
  name: '答问',
  title: '户里常问的答问',
  footer: { left: '回答空着的由县里填；有网页的对过公开网页，没有的用前请按文号核一遍。' },
  columns,
  frozenColumns: 1,
  paper: 'A4',
};

function rowOf(entry: BookEntry): TableCell[] {
  const filled = entry.answer !== '';
  const cells: Record<Field, string> = {
    title: entry.title,
    about: entry.about.join('、'),
    asks: entry.asks.join('、'),
    answer: entry.answer,
    source: filled ? entry.source : '',
    date: entry.date,
    whom: entry.whom,
    page: entry.page ?? '',
  };
  return fields.map((field) => cells[field]);
}
