import { addDays } from '../calendar/days.ts';
import type { ProblemCategory } from '../contract/finding.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Campaign } from './campaign.ts';

/** Even a finding of the last days leaves this long to act. */
const leastDays = 3;

/** Days to rectify a problem of this category: the county's own, else the rule's, else the campaign's. */
function deadlineDaysOf(
  campaign: Pick<Campaign, 'deadlineDays'>,
  settings: Pick<CampaignSettings, 'deadlineDays'>,
  category: ProblemCategory,
  byRule?: number,
): number {
  return settings.deadlineDays?.[category] ?? byRule ?? campaign.deadlineDays[category];
}

/**
 * The date a problem is due. Rectification belongs to the inspection phase, so the campaign's last day pulls a
 * later date forward, but never closer than three days.
 * @param opened ISO date (Asia/Shanghai) of the finding
 */
export function dueDate(
  campaign: Pick<Campaign, 'deadlineDays'>,
  settings: Pick<CampaignSettings, 'deadlineDays' | 'end'>,
  category: ProblemCategory,
  opened: string,
  byRule?: number,
): string {
  const { end } = settings;
  const wanted = addDays(opened, deadlineDaysOf(campaign, settings, category, byRule));
  const soonest = addDays(opened, leastDays);
  if (wanted <= end || wanted <= soonest) return wanted;
  return [soonest, end].sort().at(-1) ?? end;
}
