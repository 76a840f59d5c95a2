import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { campaignNamed, campaigns, firstCampaign } from '../../conversations/campaigns/all.ts';
import { WrongUsage } from './failure.ts';

/** The campaign an operator names by its id; the first where none is named. */
export function campaignFor(id: string | undefined): Campaign {
  if (id === undefined) return firstCampaign;
  const found = campaignNamed(id);
  if (found === undefined)
    throw new WrongUsage(`没有活动“${id}”，有的是：${campaigns.map((campaign) => campaign.id).join('、')}`);
  return found;
}
