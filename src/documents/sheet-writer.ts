import { CsvWriter } from './csv-writer.ts';
import type { TableSink } from './table-sink.ts';
import { XlsxWriter } from './xlsx-writer.ts';

export type TableFormat = 'xlsx' | 'csv';
export type ExportFormat = TableFormat | 'json';

/** The format a file name asks for, or null. */
export function formatOf(file: string): ExportFormat | null {
  const match = /\.(xlsx|csv|json)$/i.exec(file)?.[1]?.toLowerCase();
  return match === 'xlsx' || match === 'csv' || match === 'json' ? match : null;
}

/** Opens a file to be written row by row. */
export function openTable(file: string, format: TableFormat): TableSink {
  return format === 'xlsx' ? new XlsxWriter(file) : new CsvWriter(file);
}
