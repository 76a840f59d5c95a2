import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { departmentUnits } from '../../conversations/campaign/county-units.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { carryForward } from '../../db/campaign/carry.ts';
import { readCampaign, saveCampaign } from '../../db/campaign/settings.ts';
import { saveUnits } from '../../db/places/units.ts';
import { modeOf, setUpCounty } from './set-up-county.ts';

/** The county stays as it was; the message says why in Chinese. */
class CampaignRefused extends Error {}

/**
 * Brings a county into another campaign. Units, people, accounts, households and monitoring leads go on; visits,
 * problems, self-checks and reports of the one before stay with it. What the new one wants to show again is taken
 * over from the visits before; who looks after which household is handed out anew.
 * @returns how many households bring answers along
 */
export async function beginCampaign(
  database: Database,
  county: CountyCode,
  campaign: Campaign,
): Promise<{ carried: number }> {
  const scope = wholeCounty(county);
  const before = await read(database, scope, readCampaign);
  if (before === null) {
    await setUpCounty(database, county, campaign);
    return { carried: 0 };
  }
  if (before.id === campaign.id)
    throw new CampaignRefused(`${before.countyName}已经在“${campaign.texts.short}”里了。`);
  const carried = await carryForward(database, scope, before.id, campaign.carries);
  const own = newSettings(campaign, modeOf(county));
  await write(database, scope, async (tx) => {
    await saveUnits(tx, departmentUnits(county, campaign));
    await saveCampaign(tx, { ...own, countyName: before.countyName, contact: before.contact });
  });
  return { carried };
}
