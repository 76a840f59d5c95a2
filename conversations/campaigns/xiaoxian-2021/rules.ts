import { assistanceRules } from '../../subjects/assistance/rules.ts';
import { closingRules } from '../../subjects/closing/rules.ts';
import type { ContradictionRule } from '../../subjects/contradiction-rule.ts';
import { employmentRules } from '../../subjects/employment/rules.ts';
import { housingContradictions, housingLeads, housingRules } from '../../subjects/housing/rules.ts';
import {
  incomeContradictions,
  incomeLeads,
  incomeRules,
  shakyIncomeLead,
} from '../../subjects/income/rules.ts';
import { industryRules } from '../../subjects/industry/rules.ts';
import type { LeadRule } from '../../subjects/lead-rule.ts';
import { medicalContradictions, medicalLeads, medicalRules } from '../../subjects/medical/rules.ts';
import { peopleContradictions } from '../../subjects/people/rules.ts';
import type { ProblemRule } from '../../subjects/problem-rule.ts';
import { relocationContradictions, relocationRules } from '../../subjects/relocation/rules.ts';
import { safetyNetRules } from '../../subjects/safety-net/rules.ts';
import { schoolingContradictions, schoolingLeads, schoolingRules } from '../../subjects/schooling/rules.ts';
import { supportContradictions } from '../../subjects/support/rules.ts';
import { waterLeads, waterRules } from '../../subjects/water/rules.ts';

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
 * | unhappy | no: asked by others, one finding of the unit where the share is low (self-check 4.4) |
 * | other problems in words | yes, once, whatever the number of sentences |
 * | other difficulties | no: a column of the ledger of its own |
 * | 不清楚, 跳过 | no: to be verified |
 *
 * In the order of the plan's areas, which is the order of the card.
 */
export const problemRules: readonly ProblemRule[] = [
  ...medicalRules,
  ...schoolingRules,
  ...housingRules,
  ...waterRules,
  ...assistanceRules,
  ...relocationRules,
  ...industryRules,
  ...employmentRules,
  ...incomeRules,
  ...safetyNetRules,
  ...closingRules,
];

export const leadRules: readonly LeadRule[] = [
  ...incomeLeads,
  ...medicalLeads,
  shakyIncomeLead,
  ...housingLeads,
  ...waterLeads,
  ...schoolingLeads,
];

export const contradictionRules: readonly ContradictionRule[] = [
  ...schoolingContradictions,
  ...peopleContradictions,
  ...incomeContradictions,
  ...medicalContradictions,
  ...housingContradictions,
  ...relocationContradictions,
  ...supportContradictions,
];
