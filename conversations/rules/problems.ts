import type { Finding } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import { householdQuestionnaire } from '../household/questionnaire.ts';
import { assistanceRules } from './assistance.ts';
import { livelihoodRules } from './livelihood.ts';
import { apply, type Facts, type ProblemRule } from './problem-rule.ts';
import { safeguardRules } from './safeguards.ts';
import { wellbeingRules } from './wellbeing.ts';

/**
 * What counts as a problem of a household, and what doesn't:
 *
 * | answer | problem? |
 * |---|---|
 * | a member without insurance | yes, 5.6; one problem however many members |
 * | serious illness | no; only with no means to pay (5.1, monitored 5.10) |
 * | a child of school age out of school | yes, 5.4; not when certified unable, nor when taught elsewhere |
 * | unsafe house | yes, 5.11, once: appraisal, grade and other housing are part of its description |
 * | an elder alone in it, children well housed | yes, 5.12, beside 5.11: another remedy, another unit's duty |
 * | water | yes, 5.13, once: the kinds are part of its description |
 * | unstable income | general household: no, but a monitoring reason together with a burden; else yes, 13.1 |
 * | low income | with net income per head known (not general): yes, 12.5; gross income only flags |
 * | income not grown / behind local growth | the stronger of the two, 13.3 or 13.4 |
 * | a bad answer of an extended question | yes, once, under its clause |
 * | unhappy, with reasons | yes, once: the reasons are part of its description |
 * | other problems in words | yes, once, whatever the number of sentences |
 * | other difficulties | no: a column of the ledger of its own |
 * | 不清楚, 跳过 | no: to be verified |
 */
export const problemRules: readonly ProblemRule[] = [
  ...safeguardRules,
  ...assistanceRules,
  ...livelihoodRules,
  ...wellbeingRules,
];

/** The answers of questions that apply, with what else the rules look at. */
export function factsOf(answers: Answers, household: Household, settings: CampaignSettings): Facts {
  const subject = { household, year: settings.year };
  return { answers: pruneAnswers(householdQuestionnaire, answers, subject), household, settings };
}

/** All problems the answers show, in the order of the plan's areas; every rule gives at most one. */
export function findProblems(answers: Answers, household: Household, settings: CampaignSettings): Finding[] {
  const facts = factsOf(answers, household, settings);
  return problemRules.flatMap((rule) => apply(rule, facts) ?? []);
}

/** 户内共发现问题数, the ledger's computed column. */
export function problemCount(answers: Answers, household: Household, settings: CampaignSettings): number {
  return findProblems(answers, household, settings).length;
}
