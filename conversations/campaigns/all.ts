import type { Campaign } from '../campaign/campaign.ts';
import type { CampaignId } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { hechuan2022Spring } from './hechuan-2022-spring/campaign.ts';
import { xiaoxian2021 } from './xiaoxian-2021/campaign.ts';

/** Every campaign there is; a new one is a folder beside these and a line here. The first is what a county begins with. */
export const campaigns: readonly Campaign[] = [xiaoxian2021, hechuan2022Spring];

const byId = new Map<string, Campaign>(campaigns.map((campaign) => [campaign.id, campaign]));

/** What a county begins with where nobody chose. */
export const firstCampaign: Campaign = xiaoxian2021;

/** The campaign of this id, if there is one. */
export function campaignNamed(id: string): Campaign | undefined {
  return byId.get(id);
}

/** The campaign a county is in. Throws where its settings name one that this version doesn't have. */
export function campaignOf({ id }: { id: CampaignId }): Campaign {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`There is no campaign ${id}.`);
  return found;
}

/** What a county starts from; the county office changes it as data afterwards. */
export function newSettings(campaign: Campaign, mode: CampaignSettings['mode']): CampaignSettings {
  return { ...campaign.settings, id: campaign.id, mode, contact: '', questionnaireVersion: 1 };
}
