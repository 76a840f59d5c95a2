import type { CountyCode } from '../../conversations/engine/ids.ts';
import type { Database } from '../../db/connect.ts';
import type { Unit } from '../../db/units.ts';
import { JsonWriter } from '../documents/json-writer.ts';
import { type ExportFormat, openTable, type TableFormat } from '../documents/sheet-writer.ts';
import type { TableSink } from '../documents/table-sink.ts';

export interface ExportRequest {
  database: Database;
  county: CountyCode;
  /** Where to; it stands there only when it is whole. */
  file: string;
  format: ExportFormat;
  /** Only what belongs to this unit; absent = the whole county. */
  unit?: Unit;
  now: Date;
}

/** Writes a table file; a failure leaves nothing behind. `write` gives the number of rows. */
export async function intoTable(
  file: string,
  format: TableFormat,
  write: (sink: TableSink) => Promise<number>,
): Promise<number> {
  return finished(openTable(file, format), write);
}

/** Writes a JSON array; a failure leaves nothing behind. `write` gives the number of objects. */
export async function intoJson(
  file: string,
  write: (writer: JsonWriter) => Promise<number>,
): Promise<number> {
  return finished(new JsonWriter(file), write);
}

async function finished<T extends { end(): Promise<void>; abort(): Promise<void> }>(
  target: T,
  write: (target: T) => Promise<number>,
): Promise<number> {
  try {
    const rows = await write(target);
    await target.end();
    return rows;
  } catch (error) {
    await target.abort();
    throw error;
  }
}

/** ISO time in UTC, or null. */
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
