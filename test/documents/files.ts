import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterAll } from 'vitest';
import { readTable } from '../../src/documents/sheet-reader.ts';
import type { TableEvent } from '../../src/documents/table.ts';

/** A folder for one test file's documents; gone afterwards. */
export function documentFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-documents-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

/** Writes a workbook as a clerk's spreadsheet program would: whole, with shared strings. */
export async function writeWorkbook(
  file: string,
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  decorate: (workbook: Excel.Workbook) => void = () => undefined,
): Promise<void> {
  const workbook = new Excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  decorate(workbook);
  await workbook.xlsx.writeFile(file);
}

export async function readWorkbook(file: string): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

const known = ['户编号', '户主姓名', '身份证号', '行政村', '乡镇', '家庭人口数', '联系电话', '家庭年收入'];

/** Reads a table whose known headings are the few used in these tests. */
export async function readAll(file: string): Promise<TableEvent[]> {
  const events: TableEvent[] = [];
  for await (const event of readTable(file, (cells) => cells.filter((cell) => known.includes(cell)).length)) {
    events.push(event);
  }
  return events;
}

export async function readRows(file: string): Promise<Record<string, string>[]> {
  return (await readAll(file)).flatMap((event) => (event.is === 'row' ? [event.cells] : []));
}
