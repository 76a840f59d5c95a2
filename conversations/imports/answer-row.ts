import { type BookEntry, bookEntry } from '../answer-book/entry.ts';
import type { AnswerField, HeaderReading } from './headings.ts';
import { cellOf, type TableRow } from './household-row.ts';
import { plainText } from './text.ts';

type AnswerReading = { is: 'answer'; entry: BookEntry } | { is: 'wrong'; errors: readonly string[] };

/** Reads one line of a county's answer book. An answer left empty means that the county has yet to fill it in. */
export function readAnswerRow(source: TableRow, header: HeaderReading<AnswerField>): AnswerReading {
  const text = (field: AnswerField) => plainText(cellOf(source, header, field));
  // Sentences are said as they are written, with their own marks.
  const asWritten = (field: AnswerField) => (cellOf(source, header, field) ?? '').trim();
  const entry = {
    id: `county-${source.row}`,
    title: text('title'),
    about: wordsIn(text('about')),
    asks: wordsIn(text('asks')),
    answer: asWritten('answer'),
    source: asWritten('source'),
    date: text('date')
      .replace(/[年月/.]/gu, '-')
      .replace(/(?:日|-)+$/u, '')
      .replace(/-(\d)(?!\d)/gu, '-0$1'),
    whom: text('whom'),
    ...(asWritten('page') === '' ? {} : { page: asWritten('page') }),
  };
  const read = bookEntry.safeParse(entry);
  const errors = [
    ...(read.success
      ? []
      : read.error.issues.map(({ path }) => said[String(path[0])] ?? '这一行读不了，请核对')),
    ...(entry.answer !== '' && entry.source === '' ? ['有回答就要写出处：哪个文件里说的'] : []),
    ...(entry.answer !== '' && entry.date === '' ? ['有回答就要写日期，写成“年-月”'] : []),
  ];
  return read.success && errors.length === 0
    ? { is: 'answer', entry: read.data }
    : { is: 'wrong', errors: [...new Set(errors)] };
}

/** What is wrong with a cell, in words. */
const said: Readonly<Record<string, string>> = {
  title: '缺问题，或超过 30 个字',
  about: '缺关键词：户里说到什么词算问这个，用顿号隔开',
  asks: '问法太多或太长，每个不超过 20 个字',
  answer: '回答超过 300 个字，两三句就好',
  source: '出处超过 80 个字',
  date: '日期认不出，写成“年-月”，如六月写 06',
  page: '网页要写完整的网址，如 https://…',
  whom: '缺问谁：答不清的时候请他找谁',
};

function wordsIn(text: string): string[] {
  return text
    .split(/[、，,;；\s]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
