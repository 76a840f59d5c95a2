import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { saveUnits } from '../../db/places/units.ts';

/** Puts the units a county starts with in, or brings them up to date; gives their number. */
export async function loadUnits(database: Database, county: CountyCode, campaign: Campaign): Promise<number> {
  const units = countyUnits(county, campaign);
  await write(database, wholeCounty(county), (tx) => saveUnits(tx, units));
  return units.length;
}
