import type { Campaign } from '../campaign/campaign.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { Finding } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import type { Facts, ProblemRule } from '../subjects/problem-rule.ts';

/** The answers of questions that apply, with what else the rules look at. */
export function factsOf(answers: Answers, household: Household, settings: CampaignSettings): Facts {
  const subject = { household, year: settings.year, incomeLine: settings.incomeLine.yuan };
  const { householdForm } = campaignOf(settings);
  return { answers: pruneAnswers(householdForm, answers, subject), household, settings };
}

/** All problems the answers show, in the order of the campaign's rules; every rule gives at most one. */
export function findProblems(answers: Answers, household: Household, settings: CampaignSettings): Finding[] {
  const campaign = campaignOf(settings);
  const facts = factsOf(answers, household, settings);
  return campaign.problemRules.flatMap((rule) => apply(campaign, rule, facts) ?? []);
}

/** 户内共发现问题数, the ledger's computed column. */
export function problemCount(answers: Answers, household: Household, settings: CampaignSettings): number {
  return findProblems(answers, household, settings).length;
}

/** Carries out a rule and completes the finding: clause and lead unit follow from the rule unless it said so. */
function apply(campaign: Campaign, rule: ProblemRule, facts: Facts): Finding | undefined {
  const found = rule.find(facts);
  if (found === undefined) return undefined;
  const clause =
    found.clause !== undefined && rule.clauses.includes(found.clause) ? found.clause : rule.clauses[0];
  const office = found.lead ?? rule.lead;
  return {
    key: rule.name,
    category: rule.category,
    clause,
    description: found.description,
    leadUnit: office === undefined ? (campaign.leadUnitsOf(clause)[0] ?? '') : campaign.officeName(office),
    from: rule.from,
  };
}
