import { campaignOf } from '../campaigns/all.ts';
import type { MonitoringFlag } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import { factsOf } from '../problems/find.ts';

/**
 * Reasons why a household may fit the monitoring scope. Flags only: people review, publish and decide. A
 * household that is monitored already gets none; its troubles are problems.
 */
export function monitoringFlags(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
): MonitoringFlag[] {
  if (household.type === 'monitored') return [];
  const facts = factsOf(answers, household, settings);
  return campaignOf(settings).leadRules.flatMap(({ key, clause, reason }) => {
    const why = reason(facts);
    return why === undefined ? [] : [{ key, clause, reason: why }];
  });
}
