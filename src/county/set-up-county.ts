import { wholeCounty } from '../../conversations/access/scope.ts';
import { isMadeUp, madeUpNames, rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { defaultCampaign } from '../../conversations/campaign/settings.ts';
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
export async function setUpCounty(database: Database, county: CountyCode): Promise<void> {
  const state = await countyState(database, county);
  if (state.hasCampaign && state.hasUnits) return;
  if (!state.hasUnits) await loadUnits(database, county);
  if (state.hasCampaign) return;
  const campaign = defaultCampaign();
  const settings = {
    ...campaign,
    mode: modeOf(county),
    countyName: madeUpNames[county] ?? campaign.countyName,
  };
  await write(database, wholeCounty(county), (tx) => saveCampaign(tx, settings));
}
