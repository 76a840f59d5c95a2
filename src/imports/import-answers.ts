import type { BookEntry } from '../../conversations/answer-book/entry.ts';
import { readAnswerRow } from '../../conversations/imports/answer-row.ts';
import { type AnswerField, answerHeadings, requiredColumns } from '../../conversations/imports/headings.ts';
import { saveAnswers } from '../../db/answer-book/answers.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';

/** Puts a county's answers to what households ask in; the title names the entry. */
export function importAnswers(request: ImportRequest): Promise<ImportReport> {
  return importFile(request, answerKind);
}

const answerKind: ImportKind<AnswerField> = {
  kind: 'answers',
  columns: answerHeadings,
  required: requiredColumns.answers,
  begin: async (tx, _, log) => {
    const entries = new Map<string, BookEntry>();
    return {
      row: async (row, header) => {
        const reading = readAnswerRow(row, header);
        const errors = reading.is === 'wrong' ? reading.errors : kept(entries, reading.entry);
        for (const text of errors) log.error({ row: row.row, sheet: row.sheet, text });
      },
      endSheet: async () => undefined,
      end: async () => {
        if (log.willStore) log.add(await saveAnswers(tx, [...entries.values()]));
      },
    };
  },
};

function kept(entries: Map<string, BookEntry>, entry: BookEntry): string[] {
  if (entries.has(entry.title)) return ['这个问题前面写过了，请核对'];
  entries.set(entry.title, entry);
  return [];
}
