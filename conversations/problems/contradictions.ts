import { campaignOf } from '../campaigns/all.ts';
import type { Warning } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import type { Facts } from '../subjects/problem-rule.ts';

/**
 * Answers that don't fit each other, the register or common sense; shown before submission, never blocking.
 * Gross and net income are never turned into each other: they are only compared where one bounds the other.
 */
export function contradictions(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
): Warning[] {
  const said = { answers, household, settings };
  const clashes = campaignOf(settings).contradictionRules.flatMap(({ key, from, find }) => {
    const text = find(said);
    return text === undefined ? [] : [{ key, text, from }];
  });
  return [...clashes, ...oddValues(said)];
}

/** Odd values, with the reason that was given for them: 9 口人一年才 900 元. */
function oddValues({ answers, household, settings }: Facts): Warning[] {
  const subject = { household, year: settings.year, incomeLine: settings.incomeLine.yuan };
  return campaignOf(settings).householdForm.questions.flatMap((question) => {
    const answer = answers[question.key];
    if (answer?.is !== 'known' || question.check === undefined) return [];
    const check = question.check(answer.v, answers, subject);
    if (check.is === 'fine') return [];
    const told = answer.note === undefined ? '' : `（说明：${answer.note}）`;
    return [{ key: `odd:${question.key}`, text: `${check.why}${told}`, from: [question.key] }];
  });
}
