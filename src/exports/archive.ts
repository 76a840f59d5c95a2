import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { openStatuses, voidStatuses } from '../../conversations/problems/states.ts';
import { readFar } from '../../db/base/transaction.ts';
import { campaignHere, readCampaign } from '../../db/campaign/settings.ts';
import type { Unit } from '../../db/places/units.ts';
import type { Reporter } from '../../db/reports/facts-of.ts';
import { type ArchiveParts, type PhotoLine, readArchiveParts } from '../../db/visits/archive.ts';
import { readAttachment } from '../../db/visits/attachments.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import { type AddEntry, entryName, zipFiles } from '../documents/archive.ts';
import { openTable } from '../documents/sheet-writer.ts';
import type { TableSink } from '../documents/table-sink.ts';
import { type HouseholdSheet, householdDocument } from '../documents/word-household.ts';
import type { Workplace } from '../setting/workplace.ts';
import { householdSheet, photoAbout, statusWords } from './archive-sheet.ts';
import { writeProblemLedger } from './report-attachments.ts';

interface Archived {
  households: number;
  photos: number;
  files: number;
}

/** What the parts of one archive share. */
interface Job {
  place: Workplace;
  countyName: string;
  campaign: Campaign;
  add: AddEntry;
  index: TableSink;
  count: { households: number; photos: number };
}

/** Households whose papers are read at once. */
const portion = 40;

/**
 * The archive of a village, a township or the county as one .zip: a sheet per household with its answers, problems
 * and photos, the photos themselves, the problem ledger, and an index. Streamed from the database to the disk.
 * @param now milliseconds since 1970
 */
export async function writeArchive(
  place: Workplace,
  unit: Unit,
  out: string,
  now: number,
): Promise<Archived> {
  const { settings, campaign } = await readFar(place.database, wholeCounty(place.county), async (db) => ({
    settings: await readCampaign(db),
    campaign: await campaignHere(db),
  }));
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-archive-'));
  const indexFile = join(folder, '目录.xlsx');
  const problemFile = join(folder, '问题整改台账.xlsx');
  const index = openTable(indexFile, 'xlsx');
  const count = { households: 0, photos: 0 };
  try {
    await index.sheet(indexSheet(campaign, unit, now));
    const fill = async (add: AddEntry): Promise<void> => {
      await addHouseholds(
        { place, countyName: settings?.countyName ?? '', campaign, add, index, count },
        unit,
      );
      await index.end();
      await add({ name: '目录.xlsx', file: indexFile });
      await readFar(place.database, wholeCounty(place.county), (db) =>
        writeProblemLedger(db, placeOf(unit), isoDate(now), problemFile),
      );
      await add({ name: '问题整改台账.xlsx', file: problemFile });
    };
    const files = await zipFiles(out, fill, new Date(now));
    return { ...count, files };
  } catch (error) {
    await index.abort();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const indexColumns: readonly (readonly [string, number])[] = [
  ['序号', 8],
  ['乡镇', 12],
  ['村', 14],
  ['村民组', 10],
  ['户主', 12],
  ['户编号', 16],
  ['状态', 12],
  ['问题（个）', 10],
  ['未销号（个）', 10],
  ['照片（张）', 10],
  ['文件', 48],
];

function indexSheet({ texts }: Campaign, unit: Unit, now: number) {
  return {
    name: '目录',
    title: `${unit.name}${texts.short}档案目录`,
    note: `${fullDayInWords(isoDate(now))}整理`,
    columns: indexColumns.map(([heading, width]) => ({ heading, width })),
  };
}

/** Problems lie in a village as in a township. */
function placeOf(unit: Unit): Reporter {
  return { code: unit.code, short: unit.short, kind: unit.kind === 'county' ? 'county' : 'township' };
}

/** The ledger is read on one connection while each portion's papers are read on another. */
function addHouseholds(job: Job, unit: Unit): Promise<void> {
  const { database, county } = job.place;
  const options = {
    questionnaire: job.campaign.householdForm.id,
    ...(unit.kind === 'county' ? {} : { unit: unit.code }),
  };
  return readFar(database, wholeCounty(county), async (db) => {
    for await (const entries of streamLedger(db, options)) {
      for (let i = 0; i < entries.length; i += portion) {
        const some = entries.slice(i, i + portion);
        const ids = some.map((e) => e.household.id);
        const parts = await readFar(database, wholeCounty(county), (other) =>
          readArchiveParts(other, ids, options.questionnaire),
        );
        for (const entry of some) await addHousehold(job, entry, parts);
      }
    }
  });
}

async function addHousehold(job: Job, entry: LedgerEntry, parts: ArchiveParts): Promise<void> {
  const { household, visit } = entry;
  const problems = (parts.problems.get(household.id) ?? []).filter(
    ({ problem }) => problem.status !== 'merged',
  );
  const name = entryName(`${household.headName}_${household.code}`);
  const folder = [household.townshipName, household.villageName, household.group]
    .filter((part) => part !== '')
    .map(entryName)
    .join('/');
  const photos = await addPhotos(job, `${folder}/${name}`, parts.photos.get(household.id) ?? []);
  const sheet = householdSheet(
    job.campaign,
    job.countyName,
    entry,
    problems,
    parts.leads.get(household.id) ?? [],
    parts.reviews.get(household.id),
  );
  const file = `${folder}/${name}/${name}.docx`;
  await job.add({ name: file, data: await householdDocument({ ...sheet, photos }) });
  job.count.households += 1;
  job.count.photos += photos.length;
  const left = problems.filter(({ problem }) => openStatuses.includes(problem.status)).length;
  const found = problems.filter(({ problem }) => !voidStatuses.includes(problem.status)).length;
  await job.index.row([
    job.count.households,
    household.townshipName,
    household.villageName,
    household.group,
    household.headName,
    household.code,
    statusWords(visit),
    found,
    left,
    photos.length,
    file,
  ]);
}

/** The originals go beside the sheet; the sheet itself shows small ones, so that it stays easy to open and print. */
async function addPhotos(
  job: Job,
  folder: string,
  lines: readonly PhotoLine[],
): Promise<HouseholdSheet['photos']> {
  const shown: HouseholdSheet['photos'][number][] = [];
  for (const [i, line] of lines.entries()) {
    const photo = await readFar(job.place.database, wholeCounty(job.place.county), (db) =>
      readAttachment(db, line.id),
    );
    if (photo === null) continue;
    const about = photoAbout(job.campaign, line);
    const name = `照片${i + 1} ${entryName(about)}.${line.mime === 'image/png' ? 'png' : 'jpg'}`;
    await job.add({ name: `${folder}/${name}`, data: photo.data });
    const small = await sharp(photo.data)
      .resize(640, 640, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 70 })
      .toBuffer({ resolveWithObject: true });
    shown.push({
      name,
      about: `照片${i + 1}　${about}`,
      data: small.data,
      width: small.info.width,
      height: small.info.height,
    });
  }
  return shown;
}
