import type { Campaign } from '../campaign/campaign.ts';
import type { CheckFacts } from '../campaign/check-facts.ts';
import { type CheckItem, hasSecondFigure } from '../campaign/check-item.ts';
import type { Finding } from '../contract/finding.ts';
import { type Answer, type Answers, numberOf } from '../form/answer.ts';
import { type CheckLevel, figureSaid, itemsOf } from './items.ts';
import { secondKey } from './questionnaire.ts';

/** The problems a unit's own answers state, each under its clause, for the same ledger as the visits'. */
export function selfCheckFindings(
  campaign: Campaign,
  area: number,
  level: CheckLevel,
  answers: Answers,
  facts?: CheckFacts,
): readonly Finding[] {
  return itemsOf(campaign, area, level).flatMap((item) => {
    const said = trouble(item, answers);
    const counted = facts === undefined || said !== undefined ? undefined : against(item, answers, facts);
    if (said === undefined && counted === undefined) return [];
    const why = said ?? `（自查未反映，排查数据：${counted}）`;
    const note = noteOf(answers[item.clause]);
    return [
      {
        key: `self:${item.clause}`,
        category: item.category,
        clause: item.clause,
        description: `${item.bad}${why}${note === '' ? '' : `：${note}`}`,
        leadUnit: campaign.leadUnitsOf(item.clause)[0] ?? '',
        from: hasSecondFigure(item) ? [item.clause, secondKey(item.clause)] : [item.clause],
      },
    ];
  });
}

/** What the data says against a good answer; nothing against 不涉及, 不清楚 or no answer. */
function against(item: CheckItem, answers: Answers, facts: CheckFacts): string | undefined {
  const answer = answers[item.clause];
  if (item.computed === undefined || answer?.is !== 'known' || answer.v === '不涉及') return undefined;
  return item.computed(facts);
}

/** Undefined where all is well, else what to add to the item's own words. */
function trouble(item: CheckItem, answers: Answers): string | undefined {
  switch (item.is) {
    case 'judged': {
      const answer = answers[item.clause];
      return answer?.is === 'known' && answer.v === !item.good ? '' : undefined;
    }
    case 'counted': {
      const count = numberOf(answers, item.clause);
      const fine =
        count === undefined || (count >= (item.least ?? 0) && count <= (item.most ?? Number.MAX_VALUE));
      return fine ? undefined : `（${figureSaid(item, count)}）`;
    }
    case 'part': {
      const whole = numberOf(answers, item.clause);
      const part = numberOf(answers, secondKey(item.clause));
      if (whole === undefined || part === undefined || whole === 0) return undefined;
      const share = (part / whole) * 100;
      const fine = share >= (item.least ?? 0) && part <= (item.most ?? Number.MAX_VALUE);
      return fine ? undefined : `（${figureSaid(item, whole)}中${figureSaid(item, part)}）`;
    }
    case 'compared': {
      const now = numberOf(answers, item.clause);
      const before = numberOf(answers, secondKey(item.clause));
      if (now === undefined || before === undefined || before === 0) return undefined;
      const fall = ((before - now) / before) * 100;
      return fall > item.tolerated
        ? `（去年${figureSaid(item, before)}，今年${figureSaid(item, now)}）`
        : undefined;
    }
  }
}

function noteOf(answer: Answer | undefined): string {
  return (answer?.is === 'known' || answer?.is === 'unsure' ? answer.note : undefined)?.trim() ?? '';
}

/** Good answers that rest on nothing yet: neither words nor a photo. Asked for once before submission. */
export function withoutEvidence(
  campaign: Campaign,
  area: number,
  level: CheckLevel,
  answers: Answers,
  photographed: ReadonlySet<string>,
): readonly CheckItem[] {
  return itemsOf(campaign, area, level).filter((item) => {
    const answer = answers[item.clause];
    return (
      answer?.is === 'known' &&
      answer.v !== '不涉及' &&
      item.is === 'judged' &&
      noteOf(answer) === '' &&
      !photographed.has(item.clause)
    );
  });
}
