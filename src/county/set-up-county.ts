import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { isMadeUp, rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { countyNameIn } from '../../conversations/campaign/county-units.ts';
import { firstCampaign, newSettings } from '../../conversations/campaigns/all.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { countyState } from '../../db/places/counties.ts';
import { loadUnits } from '../imports/load-units.ts';

/** What a county's code says of it: the real one, the demo or the rehearsal. */
export function modeOf(county: CountyCode): CampaignSettings['mode'] {
  if (!isMadeUp(county)) return 'real';
  return county === rehearsalCounty ? 'rehearsal' : 'demo';
}

/** Gives a county its units and its campaign on first use; one that has them is left as it is. */
export async function setUpCounty(
  database: Database,
  county: CountyCode,
  campaign: Campaign = firstCampaign,
): Promise<void> {
  const state = await countyState(database, county);
  if (state.hasCampaign && state.hasUnits) return;
  if (!state.hasUnits) await loadUnits(database, county, campaign);
  if (state.hasCampaign) return;
  const settings = newSettings(campaign, modeOf(county));
  const countyName = countyNameIn(county, campaign);
  await write(database, wholeCounty(county), (tx) => saveCampaign(tx, { ...settings, countyName }));
}
