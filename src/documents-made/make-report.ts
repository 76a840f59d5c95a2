import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { type Scope, scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { CampaignSettings, Session } from '../../conversations/contract/session.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import { attachmentNames, composeReport, reportName } from '../../conversations/reports/report.ts';
import type { ReportFacts } from '../../conversations/reports/report-facts.ts';
import { read, write } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { logPlace } from '../../db/households/access-log.ts';
import { unitByCode } from '../../db/places/units.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import type { Reporter } from '../../db/reports/facts-of.ts';
import { keepFigures, saveReport, storedReport } from '../../db/reports/read.ts';
import type { Content } from '../channels/channel.ts';
import { zipFiles } from '../documents/archive.ts';
import { PartFile } from '../documents/part-file.ts';
import { reportDocument } from '../documents/word-report.ts';
import { attachmentFile, writeHouseholdLedger, writeProblemLedger } from '../exports/report-attachments.ts';
import { writeSelfCheckSheet } from '../exports/self-check-sheet.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Somebody asked for a report of a unit that files none; the message says so in Chinese. */
export class NoReport extends Error {}

/** A report ready to be handed out: the document, and what it counts. */
interface MadeReport {
  facts: ReportFacts;
  /** 龙城镇大排查自查报告（截至12月26日） */
  name: string;
  document: Buffer;
}

/**
 * Makes a unit's report. Its figures are counted over the whole county's data, since a department leads an area
 * without seeing its households; figures name nobody.
 * @param asOf ISO date, the last day that counts
 * @param now milliseconds since 1970: the date of the document
 */
async function makeReport(
  place: Workplace,
  unit: Reporter,
  asOf: string,
  now: number,
  redHead = false,
): Promise<MadeReport> {
  const { settings, facts } = await read(place.database, wholeCounty(place.county), async (db) => ({
    settings: await readCampaign(db),
    facts: await readReportFacts(db, unit, asOf),
  }));
  if (settings === null) throw new NoReport('还没有设置活动，请先跑一次 ruhu start。');
  return {
    facts,
    name: reportName(facts, settings),
    document: await documentOf(facts, settings, now, redHead),
  };
}

/**
 * The report of these facts as a .docx.
 * @param now milliseconds since 1970, the date under it
 * @param redHead with the red letterhead, the signer's place and the imprint
 */
export function documentOf(
  facts: ReportFacts,
  settings: CampaignSettings,
  now: number,
  redHead = false,
): Promise<Buffer> {
  return reportDocument(composeReport(facts, settings, isoDate(now)), redHead);
}

/** The unit by its code, as one that files a report. */
export async function reporterOf(place: Workplace, code: string): Promise<Reporter> {
  const unit = await read(place.database, wholeCounty(place.county), (db) => unitByCode(db, code));
  if (unit === null || unit.kind === 'village') throw new NoReport('自查报告由乡镇、牵头单位和县里出。');
  return { code: unit.code, short: unit.short, kind: unit.kind };
}

const writersByName = {
  问题整改台账: writeProblemLedger,
  入户排查台账: writeHouseholdLedger,
  单位自查情况表: writeSelfCheckSheet,
} as const;

/**
 * The tables beside a report, in a folder: each within the scope of who asks for them.
 * @returns paths in the order of the report's list of attachments
 */
async function writeAttachments(
  place: Workplace,
  scope: Scope,
  unit: Reporter,
  asOf: string,
  pathOf: (no: number, name: string) => string,
): Promise<string[]> {
  const names = attachmentNames({ unit: { code: unit.code, name: unit.short, kind: unit.kind } });
  const files: string[] = [];
  for (const [i, name] of names.entries()) {
    const file = pathOf(i + 1, name);
    await read(place.database, scope, (db) => writersByName[name](db, unit, asOf, file));
    files.push(file);
  }
  return files;
}

/** `ruhu report`: the document under `out` and its attachments beside it; the figures are kept. */
export async function writeReport(
  place: Workplace,
  unit: Reporter,
  asOf: string,
  now: number,
  out: string,
  redHead = false,
): Promise<{ facts: ReportFacts; files: string[] }> {
  const made = await makeReport(place, unit, asOf, now, redHead);
  const file = new PartFile(out);
  await file.keep(() => file.stream.end(made.document));
  const stem = join(dirname(out), basename(out, extname(out)));
  const attachments = await writeAttachments(
    place,
    wholeCounty(place.county),
    unit,
    asOf,
    (no, name) => `${stem} 附件${no} ${name}.xlsx`,
  );
  await write(place.database, wholeCounty(place.county), (tx) =>
    saveReport(tx, { id: randomUUID(), facts: made.facts, at: now, by: null }),
  );
  return { facts: made.facts, files: [out, ...attachments] };
}

/** What 报告 in chat asks for: the document alone, or with its attachments as one .zip. */
export async function makeSelfReport(
  place: Workplace,
  request: DocumentRequest,
  { speaker }: Pick<Session, 'speaker'>,
): Promise<Content | undefined> {
  const { unit: code = '', asOf = '', at = '', report: id } = request.args;
  if (speaker === null) return undefined;
  const unit = await reporterOf(place, code);
  const made = await makeReport(place, unit, asOf, Number(at), request.args['head'] === 'red');
  if (id !== undefined)
    await write(place.database, wholeCounty(place.county), (tx) => keepFigures(tx, id, made.facts));
  if (request.args['with'] !== 'attachments')
    return { type: 'file', data: made.document, name: request.fileName };
  const scope = scopeOf(place.county, speaker);
  const data = await bundle(place, scope, unit, made);
  await write(place.database, wholeCounty(place.county), (tx) =>
    logPlace(tx, { staff: speaker.id }, { unit: unit.code, what: '报告附件', chat: '', at: Number(at) }),
  );
  return { type: 'file', data, name: request.fileName };
}

/** The document and its attachments as one .zip in memory: a township's tables are a few megabytes. */
export async function bundle(
  place: Workplace,
  scope: Scope,
  unit: Reporter,
  made: MadeReport,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-report-'));
  try {
    const files = await writeAttachments(place, scope, unit, made.facts.asOf, (no, name) =>
      attachmentFile(folder, no, name),
    );
    const zip = join(folder, 'report.zip');
    await zipFiles(zip, async (add) => {
      await add({ name: `${made.name}.docx`, data: made.document });
      for (const file of files) await add({ name: basename(file), file });
    });
    return await readFile(zip);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The figures of a filed report: those it was filed with, else counted now and kept. */
export async function filedFigures(place: Workplace, id: string): Promise<ReportFacts> {
  const everything = wholeCounty(place.county);
  const stored = await read(place.database, everything, (db) => storedReport(db, id));
  if (stored === null) throw new NoReport('没有这份报告。');
  if (stored.facts !== null) return stored.facts;
  const unit = await reporterOf(place, stored.unit);
  const facts = await read(place.database, everything, (db) => readReportFacts(db, unit, stored.asOf));
  await write(place.database, everything, (tx) => keepFigures(tx, id, facts));
  return facts;
}
