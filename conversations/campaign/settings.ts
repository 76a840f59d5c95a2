import { addDays } from '../calendar/days.ts';
import type { ProblemCategory } from '../contract/finding.ts';
import { campaignId } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { plan } from './plan.ts';

const inspect = plan.phases.find((p) => p.id === 'inspect');
const report = plan.phases.find((p) => p.id === 'report');

/** What a new campaign starts from; the county office changes it as data afterwards. */
export function defaultCampaign(): CampaignSettings {
  return {
    id: campaignId.parse('xiaoxian-2021'),
    countyName: '萧县',
    mode: 'real',
    year: 2021,
    start: inspect?.start ?? '2021-12-09',
    end: inspect?.end ?? '2021-12-31',
    reportDeadline: report?.deadline ?? '2021-12-27',
    incomeLine: {
      yuan: 6000,
      year: 2021,
      source: '国家扶贫标准1.5倍底线，待省定',
    },
    contact: '',
    questionnaireVersion: 1,
  };
}

/** Days from the finding to the date it must be rectified, by category; a county may override each. */
export const deadlineDays: Readonly<Record<ProblemCategory, number>> = {
  education: 7,
  medical: 10,
  housing: 15,
  water: 10,
  income: 15,
  assistance: 7,
  relocation: 15,
  industry: 15,
  employment: 10,
  safetyNet: 10,
  satisfaction: 15,
  policy: 10,
  other: 10,
};

/** Even a finding of the last days leaves this long to act. */
const leastDays = 3;

/**
 * The date a problem is due. Rectification belongs to the inspection phase, so the campaign's last day pulls a
 * later date forward, but never closer than three days.
 * @param opened ISO date (Asia/Shanghai) of the finding
 */
export function dueDate(
  opened: string,
  category: ProblemCategory,
  end: string,
  days: Partial<Record<ProblemCategory, number>> = {},
): string {
  const wanted = addDays(opened, days[category] ?? deadlineDays[category]);
  const soonest = addDays(opened, leastDays);
  if (wanted <= end || wanted <= soonest) return wanted;
  return soonest > end ? soonest : end;
}
