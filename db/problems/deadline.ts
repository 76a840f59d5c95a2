import { isoDate } from '../../conversations/calendar/days.ts';
import { dueDate } from '../../conversations/campaign/deadlines.ts';
import { dispatchOf } from '../../conversations/campaign/dispatch.ts';
import { campaignOf } from '../../conversations/campaigns/all.ts';
import type { Finding } from '../../conversations/contract/finding.ts';
import type { Db } from '../base/transaction.ts';
import { readCampaign } from '../campaign/settings.ts';

/**
 * The deadlines of problems that open at a moment: the county's own for the category, else the dispatch rule's, else
 * the campaign's; within the campaign.
 * @param at milliseconds since 1970
 */
export async function dueDates(
  db: Db,
  at: number,
): Promise<(finding: Pick<Finding, 'key' | 'category' | 'clause'>) => string | null> {
  const settings = await readCampaign(db);
  if (settings === null) return () => null;
  const campaign = campaignOf(settings);
  return (finding) =>
    dueDate(campaign, settings, finding.category, isoDate(at), dispatchOf(campaign, finding).days);
}
