import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { CountyCode, StaffId } from '../../conversations/contract/ids.ts';
import { type ChangeSaid, sayChange } from '../../conversations/imports/changes-said.ts';
import { sealName } from '../../conversations/imports/department-names.ts';
import { isFootRow } from '../../conversations/imports/foot-row.ts';
import {
  countHeadings,
  type HeaderReading,
  type HeadingColumns,
  readHeader,
} from '../../conversations/imports/headings.ts';
import type { TableRow } from '../../conversations/imports/household-row.ts';
import { namesVillage } from '../../conversations/imports/place.ts';
import { isSumRow } from '../../conversations/imports/sum-row.ts';
import { UnitIndex } from '../../conversations/imports/unit-match.ts';
import type { Database } from '../../db/base/connect.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import { beginImport, changesSoFar, saveImportRecord } from '../../db/imports/records.ts';
import { noteSecurity } from '../../db/people/security-log.ts';
import { listUnits } from '../../db/places/units.ts';
import { fileFaultIn } from '../documents/file-fault.ts';
import { readTable } from '../documents/sheet-reader.ts';
import { operatorName } from '../setting/operator.ts';
import { ImportLog, type ImportReport } from './import-report.ts';

export interface ImportRequest {
  database: Database;
  county: CountyCode;
  file: string;
  /** The name to remember, where `file` is a temporary one. */
  fileName?: string;
  /** Store the good rows although others are wrong. */
  partial?: boolean;
  /** Somebody of a known name in his unit with another number is the same person. */
  newPhones?: boolean;
  /** The file holds everybody: who isn't in it leaves (the roster only). */
  complete?: boolean;
  /** 旧村=新村: which village of the county went into which of the file (the unit list only). */
  merge?: readonly string[];
  /** Only say what would be stored; nothing is. */
  preview?: boolean;
  /** Who brings it in on the page; absent = the operator at the command line. */
  by?: StaffId;
  now: Date;
  /** Told now and then: rows read so far. */
  onProgress?: (rows: number) => void;
}

/** The kind of file and what to do with it, row by row, within the import's transaction. */
export interface ImportKind<F extends string> {
  kind: ImportReport['kind'];
  columns: HeadingColumns<F>;
  required: readonly F[];
  /** The column a sheet's own name stands for where it has none: one sheet per village. */
  bySheet?: F;
  /** Columns that name what a row is about, where none is required: sums and lines below the table are told by them. */
  rowsName?: readonly F[];
  /** May a row be the header although its words aren't known? */
  mayBeHeader?(cells: readonly string[]): boolean;
  begin(tx: Tx, units: UnitIndex, log: ImportLog): Promise<ImportRun<F>>;
}

interface ImportRun<F extends string> {
  row(row: TableRow, header: HeaderReading<F>): Promise<void>;
  /** The sheet ends; the next one's rows may have other columns. */
  endSheet(): Promise<void>;
  /** The file ends: look at what is left and store it, if `log.willStore`. */
  end(): Promise<void>;
}

/** Undoes the transaction of an import that had errors. */
class Undone extends Error {}

const progressEvery = 20_000;

/**
 * Reads a file and stores it in one transaction: all of it, or nothing when a row is wrong (unless `partial`).
 * Importing the same file again changes nothing.
 */
export async function importFile<F extends string>(
  request: ImportRequest,
  what: ImportKind<F>,
): Promise<ImportReport> {
  const log = new ImportLog(what.kind, request.partial === true);
  const id = randomUUID();
  let changes: ChangeSaid[] = [];
  try {
    await write(request.database, wholeCounty(request.county), async (tx) => {
      await beginImport(tx, id);
      const listed = await listUnits(tx);
      const county = listed.find((unit) => unit.kind === 'county')?.name ?? '';
      const units = new UnitIndex(
        listed.map((unit) => ({
          ...unit,
          shortName: unit.short,
          ...(unit.kind === 'department' ? { alias: sealName(unit.short, county) } : {}),
        })),
      );
      const run = await what.begin(tx, units, log);
      await readRows(request, what, units, run, log);
      await run.end();
      if (request.preview === true) changes = await changesSaid(tx, id, what.kind);
      if (!log.willStore || request.preview === true) throw new Undone();
      await saveImportRecord(tx, recordOf(request, log, id));
      const detail = `${what.kind} ${log.read}`;
      await noteSecurity(tx, [{ kind: 'imported', ...doneBy(request), detail, at: request.now.getTime() }]);
    });
  } catch (error) {
    if (!isUndone(error)) throw fileFaultIn(error) ?? error;
    if (request.preview !== true) return log.report('refused');
    return { ...log.report(log.willStore ? 'preview' : 'refused'), changes };
  }
  return log.report('stored');
}

/** The table whose rows a preview shows; of the other kinds the numbers say enough. */
const shownTables: Partial<Readonly<Record<ImportReport['kind'], 'household' | 'staff' | 'room'>>> = {
  households: 'household',
  staff: 'staff',
  rooms: 'room',
};

const mostShown = 200;

async function changesSaid(tx: Tx, importId: string, kind: ImportReport['kind']): Promise<ChangeSaid[]> {
  const table = shownTables[kind];
  if (table === undefined) return [];
  const names = new Map((await listUnits(tx)).map((unit) => [unit.code as string, unit.short]));
  const rows = await changesSoFar(tx, { importId, table, limit: mostShown });
  return rows.flatMap((row) => sayChange(table, row, (code) => names.get(code) ?? code) ?? []);
}

/** What a header of unknown words counts for: any with three known ones is preferred. */
const fewHeadings = 2;

async function readRows<F extends string>(
  request: ImportRequest,
  what: ImportKind<F>,
  units: UnitIndex,
  run: ImportRun<F>,
  log: ImportLog,
): Promise<void> {
  let header: HeaderReading<F> | null = null;
  let added: Readonly<Record<string, string>> = {};
  const naming = what.rowsName ?? what.required;
  const count = (cells: readonly string[]) =>
    Math.max(countHeadings(what.columns, cells), what.mayBeHeader?.(cells) === true ? fewHeadings : 0);
  for await (const event of readTable(request.file, count)) {
    const sheet = event.sheet === null ? {} : { sheet: event.sheet };
    if (event.is === 'skipped') {
      log.remark(`隐藏的工作表“${event.sheet}”没有读；要导入，先取消隐藏`);
      continue;
    }
    if (event.is === 'header') {
      await run.endSheet();
      const own = readHeader(what.columns, event.headings);
      added = sheetsOwn(what, own, event.sheet, units);
      const reading = withHeadings(own, what, added);
      log.beginSheet(event.sheet, reading.unknown);
      header = hasRequired(reading, what, log, sheet) ? reading : null;
      continue;
    }
    log.read += 1;
    if (log.read % progressEvery === 0) request.onProgress?.(log.read);
    if (header === null) continue;
    const row = { row: event.rowNumber, ...sheet, cells: { ...added, ...event.cells } };
    const note = (text: string) => log.note({ ...sheet, row: event.rowNumber, text });
    if (isSumRow(row, header, naming)) {
      note('合计、小计行，跳过了');
      continue;
    }
    if (isFootRow({ ...row, cells: event.cells }, told(header, added), naming)) {
      note('填表人、审核人、备注一类的行，跳过了');
      continue;
    }
    const blank = event.uncomputed?.map((heading) => `“${heading}”`).join('');
    if (blank !== undefined)
      note(`${blank}是公式，文件里没存结果，按空白读了；要读到数，用表格软件打开另存一次再导入`);
    const faulty = event.faulty?.map((heading) => `“${heading}”`).join('');
    if (faulty !== undefined) note(`${faulty}是错误值（如 #N/A），按空白读了`);
    if (event.hidden === true) note('是隐藏的行，也导入了；不要的请删掉再导入');
    await run.row(row, header);
  }
  await run.endSheet();
}

/** Where the sheets are called after villages and have no column for them: the column, made up, and its text. */
function sheetsOwn<F extends string>(
  what: ImportKind<F>,
  header: HeaderReading<F>,
  sheet: string | null,
  units: UnitIndex,
): Readonly<Record<string, string>> {
  if (what.bySheet === undefined || header.fields.has(what.bySheet) || sheet === null) return {};
  const name = namesVillage(units, sheet);
  return name === undefined ? {} : { '（工作表名）': name };
}

function withHeadings<F extends string>(
  header: HeaderReading<F>,
  what: ImportKind<F>,
  added: Readonly<Record<string, string>>,
): HeaderReading<F> {
  const [heading] = Object.keys(added);
  if (heading === undefined || what.bySheet === undefined) return header;
  return { ...header, fields: new Map([...header.fields, [what.bySheet, heading]]) };
}

/** The header without what was made up: whether a line is a remark is told by its own cells. */
function told<F extends string>(
  header: HeaderReading<F>,
  added: Readonly<Record<string, string>>,
): HeaderReading<F> {
  const fields = [...header.fields].filter(([, heading]) => !(heading in added));
  return { ...header, fields: new Map(fields) };
}

function hasRequired<F extends string>(
  header: HeaderReading<F>,
  what: ImportKind<F>,
  log: ImportLog,
  sheet: { sheet?: string },
): boolean {
  const missing = what.required
    .filter((field) => !header.fields.has(field))
    .map((field) => what.columns[field][0]);
  if (missing.length === 0) return true;
  const bySheet =
    what.bySheet !== undefined && missing.includes(what.columns[what.bySheet][0]) && sheet.sheet !== undefined
      ? '，或者一个村一张工作表，表名写村名'
      : '';
  log.error({ ...sheet, text: `缺少列：${missing.join('、')}。请在表头补上再导入${bySheet}。` });
  return false;
}

/** Who is answerable for it: the person on the page, or the operator's account. */
function doneBy({ by }: Pick<ImportRequest, 'by'>): { by: StaffId } | { operator: string } {
  return by === undefined ? { operator: operatorName() } : { by };
}

function recordOf(request: ImportRequest, log: ImportLog, id: string) {
  const { kind, errors: _, notes: __, ...rest } = log.report('stored');
  return {
    id,
    kind,
    by: request.by ?? null,
    fileName: request.fileName ?? basename(request.file),
    rows: log.read,
    at: request.now,
    summary: { ...rest, partial: request.partial === true },
  };
}

/** The database names every error of a transaction; what wasn't its own comes back as the cause. */
function isUndone(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Undone;
}
