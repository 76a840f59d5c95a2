import { wholeCounty } from '../../conversations/access/scope.ts';
import type { CampaignId, CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import { type Db, readFar } from '../../db/base/transaction.ts';
import type { Unit } from '../../db/places/units.ts';
import { fileFaultIn } from '../documents/file-fault.ts';
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
  /** An earlier campaign's; absent = the one the county is in. */
  campaign?: CampaignId;
  now: Date;
}

/** The unit an export is narrowed to; none where it is of the whole county. */
export function narrowedTo({ unit }: Pick<ExportRequest, 'unit'>): Unit | undefined {
  return unit?.kind === 'county' ? undefined : unit;
}

/** A sheet's title, with the unit it is narrowed to: 监测线索（龙城镇）. */
export function titleOf(what: string, request: Pick<ExportRequest, 'unit'>): string {
  const unit = narrowedTo(request);
  return unit === undefined ? what : `${what}（${unit.name}）`;
}

/** Reads the whole county for an export; a file that can't be written is told as such. */
export async function reading(request: ExportRequest, work: (db: Db) => Promise<number>): Promise<number> {
  try {
    const { campaign } = request;
    const scope = { ...wholeCounty(request.county), ...(campaign === undefined ? {} : { campaign }) };
    return await readFar(request.database, scope, work);
  } catch (error) {
    throw fileFaultIn(error) ?? error;
  }
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
