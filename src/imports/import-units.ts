import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { type UnitList, unitList, unitsFrom } from '../../conversations/campaign/county-units.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { codesInTheWay, newEdition, type UnitEdition } from '../../conversations/imports/unit-edition.ts';
import { mergedCodes, readMerges } from '../../conversations/imports/unit-merges.ts';
import type { Database } from '../../db/base/connect.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import { campaignHere, readCampaign, saveCampaign } from '../../db/campaign/settings.ts';
import { type MergedRows, mergeVillages } from '../../db/households/merge-villages.ts';
import { beginImport, saveImportRecord } from '../../db/imports/records.ts';
import { endUnits, listUnits, saveUnits, type UnitLeft } from '../../db/places/units.ts';
import { FileFault } from '../documents/file-fault.ts';
import type { ImportRequest } from './import-file.ts';
import { readUnitTable } from './unit-table.ts';

/** What an edition of the unit list did. */
interface UnitsImported {
  units: number;
  added: number;
  /** With another code or another name. */
  changed: number;
  /** What is to be known of it, in sentences. */
  notes: string[];
}

/** `preview`: only say what would be done. `by`: who does it on the page. */
type UnitsAsked = Partial<Pick<ImportRequest, 'preview' | 'fileName' | 'by' | 'now' | 'merge'>>;

/**
 * Puts the units of a list file in (the shape of `unitList`), and calls the county as the list does. A later edition
 * finds the units that are there again; what it doesn't name any more stays while anybody belongs to it.
 */
export async function importUnits(
  database: Database,
  county: CountyCode,
  file: string,
  { preview = false, fileName = basename(file), by, now = new Date(), merge = [] }: UnitsAsked = {},
): Promise<UnitsImported> {
  const list = await readList(file, isoDate(now.getTime()));
  if (list.county.code !== county) {
    throw new FileFault(`这份单位表是 ${list.county.code} 的，当前县是 ${county}，请核对 RUHU_COUNTY。`);
  }
  const done: UnitsImported[] = [];
  const work = async (tx: Tx): Promise<void> => {
    const id = randomUUID();
    await beginImport(tx, id);
    const known = await listUnits(tx);
    const edition = newEdition(known, unitsFrom(list, county, await campaignHere(tx)));
    const [inTheWay] = codesInTheWay(edition);
    if (inTheWay !== undefined)
      throw new FileFault(`单位表里的代码 ${inTheWay} 在县里已是另一个单位，请核对这份表是不是拼错了行。`);
    await saveUnits(tx, edition.units);
    const merges = mergesOf(edition, list, merge);
    const moved = await mergeVillages(tx, mergedCodes(merges));
    const left = await endUnits(
      tx,
      edition.gone.map((unit) => unit.code),
    );
    const settings = await readCampaign(tx);
    if (settings !== null) await saveCampaign(tx, { ...settings, countyName: list.county.name });
    const units = edition.units.length;
    const added = edition.units.filter(({ code }) => !known.some((unit) => unit.code === code)).length;
    const changed = edition.recoded.length + edition.renamed.length;
    const summary = { read: units, added, changed };
    await saveImportRecord(tx, {
      id,
      kind: 'units',
      fileName,
      rows: units,
      at: now,
      by: by ?? null,
      summary,
    });
    done.push({ units, added, changed, notes: [...mergeNotes(merges, moved), ...notesOf(edition, left)] });
    if (preview) throw new OnlyShown();
  };
  try {
    await write(database, wholeCounty(county), work);
  } catch (error) {
    if (!(error instanceof Error && error.cause instanceof OnlyShown)) throw error;
  }
  const [outcome] = done;
  if (outcome === undefined) throw new Error('the unit list was neither stored nor refused');
  return outcome;
}

/** Undoes the transaction of a preview. */
class OnlyShown extends Error {}

function notesOf({ recoded, renamed, gone }: UnitEdition, left: readonly UnitLeft[]): string[] {
  const ended = gone.filter(({ code }) => !left.some((one) => one.code === code));
  const names = (some: readonly string[]) => `${some.slice(0, 10).join('、')}${some.length > 10 ? '等' : ''}`;
  return [
    ...(recoded.length > 0
      ? [`${recoded.length}个单位换了代码，认出是原来的，户和人都在：${names(recoded)}`]
      : []),
    ...(renamed.length > 0 ? [`改名：${names(renamed.map(({ from, to }) => `${from}→${to}`))}`] : []),
    ...(ended.length > 0
      ? [`表里没有了、也没有户和人，已停用：${names(ended.map((unit) => unit.short))}`]
      : []),
    ...left.map(
      ({ short, households, people }) =>
        `${short}表里没有了，但还有${households}户、${people}人：并到了哪个村，就在单位表里那个村的“并入的村”一列写上它再导入，户、人和排查记录一起过去`,
    ),
  ];
}

/** What the list says of merged villages, and the operator beside it. */
function mergesOf(edition: UnitEdition, list: UnitList, merge: readonly string[]) {
  const pairs = merge.map((pair) => pair.split('=', 2));
  const villages = list.townships.flatMap((township) =>
    township.villages.map(({ name, short, merged = [] }) => ({
      township: township.name,
      name,
      short,
      merged: [
        ...merged,
        ...pairs.flatMap(([old = '', into]) => (into === name || into === short ? [old] : [])),
      ],
    })),
  );
  const lost = pairs.find(([, into]) => !villages.some(({ name, short }) => into === name || into === short));
  if (lost !== undefined)
    throw new FileFault(`--merge 要写成 旧村=新村；单位表里没有“${lost[1] ?? ''}”这个村。`);
  const reading = readMerges(edition, villages);
  if (reading.is === 'wrong') throw new FileFault(reading.says);
  return reading.merges;
}

function mergeNotes(merges: ReturnType<typeof mergesOf>, { households, people }: MergedRows): string[] {
  if (merges.length === 0) return [];
  const said = merges.map(({ from, into }) => `${from.short}→${into.short}`).join('、');
  return [`合并：${said}，${households}户、${people}人连排查记录一起过去`];
}

/** `today`: the edition of a table, which doesn't say it itself. */
async function readList(file: string, today: string): Promise<UnitList> {
  if (!(await isJson(file))) return readUnitTable(file, today);
  try {
    return unitList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new FileFault(
      '单位表读不出来：JSON 里要有 county、vintage、townships（各带 villages），代码 12 位；也可以用表格。',
      { cause },
    );
  }
}

async function isJson(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => {
    throw new FileFault('打不开这个文件，请核对路径和权限。');
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return /^\uFEFF?\s*[[{]/u.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
