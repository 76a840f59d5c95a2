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
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { campaignHere, readCampaign, saveCampaign } from '../../db/campaign/settings.ts';
import { saveUnits } from '../../db/places/units.ts';
import { FileProblem } from '../documents/file-problem.ts';

/** Puts the units a county starts with in, or brings them up to date; gives their number. */
export async function loadUnits(database: Database, county: CountyCode, campaign: Campaign): Promise<number> {
  const units = countyUnits(county, campaign);
  await write(database, wholeCounty(county), (tx) => saveUnits(tx, units));
  return units.length;
}

/** Puts the units of a list file in (the shape of `unitList`), and calls the county as the list does; gives their number. */
export async function importUnits(database: Database, county: CountyCode, file: string): Promise<number> {
  const list = await readList(file);
  if (list.county.code !== county) {
    throw new FileProblem(`这份单位表是 ${list.county.code} 的，当前县是 ${county}，请核对 RUHU_COUNTY。`);
  }
  return write(database, wholeCounty(county), async (tx) => {
    const units = unitsFrom(list, county, await campaignHere(tx));
    await saveUnits(tx, units);
    const settings = await readCampaign(tx);
    if (settings !== null) await saveCampaign(tx, { ...settings, countyName: list.county.name });
    return units.length;
  });
}

async function readList(file: string): Promise<UnitList> {
  try {
    return unitList.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new FileProblem(
      '单位表读不出来：应是 JSON，含 county、vintage、townships（各带 villages），代码 12 位。',
      { cause },
    );
  }
}
