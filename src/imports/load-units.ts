import { readFile } from 'node:fs/promises';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import {
  countyUnits,
  type UnitList,
  unitList,
  unitsFrom,
} from '../../conversations/campaign/county-units.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { codesInTheWay, newEdition, type UnitEdition } from '../../conversations/imports/unit-edition.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { campaignHere, readCampaign, saveCampaign } from '../../db/campaign/settings.ts';
import { endUnits, listUnits, saveUnits, type UnitLeft } from '../../db/places/units.ts';
import { FileFault } from '../documents/file-fault.ts';

/** Puts the units a county starts with in, or brings them up to date; gives their number. */
export async function loadUnits(database: Database, county: CountyCode, campaign: Campaign): Promise<number> {
  const units = countyUnits(county, campaign);
  await write(database, wholeCounty(county), (tx) => saveUnits(tx, units));
  return units.length;
}

/** What an edition of the unit list did. */
export interface UnitsImported {
  units: number;
  /** What is to be known of it, in sentences. */
  notes: string[];
}

/**
 * Puts the units of a list file in (the shape of `unitList`), and calls the county as the list does. A later edition
 * finds the units that are there again; what it doesn't name any more stays while anybody belongs to it.
 */
export async function importUnits(
  database: Database,
  county: CountyCode,
  file: string,
): Promise<UnitsImported> {
  const list = await readList(file);
  if (list.county.code !== county) {
    throw new FileFault(`这份单位表是 ${list.county.code} 的，当前县是 ${county}，请核对 RUHU_COUNTY。`);
  }
  return write(database, wholeCounty(county), async (tx) => {
    const edition = newEdition(await listUnits(tx), unitsFrom(list, county, await campaignHere(tx)));
    const [inTheWay] = codesInTheWay(edition);
    if (inTheWay !== undefined)
      throw new FileFault(`单位表里的代码 ${inTheWay} 在县里已是另一个单位，请核对这份表是不是拼错了行。`);
    await saveUnits(tx, edition.units);
    const left = await endUnits(
      tx,
      edition.gone.map((unit) => unit.code),
    );
    const settings = await readCampaign(tx);
    if (settings !== null) await saveCampaign(tx, { ...settings, countyName: list.county.name });
    return { units: edition.units.length, notes: notesOf(edition, left) };
  });
}

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
        `${short}表里没有了，但还有${households}户、${people}人：并到了哪个村，就在名册和人员表里写新村名再导入，会连排查记录一起过去`,
    ),
  ];
}

async function readList(file: string): Promise<UnitList> {
  try {
    return unitList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new FileFault(
      '单位表读不出来：应是 JSON，含 county、vintage、townships（各带 villages），代码 12 位。',
      { cause },
    );
  }
}
