import type { Campaign } from '../campaign/campaign.ts';
import type { CheckFacts } from '../campaign/check-facts.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import type { Finding } from '../contract/finding.ts';
import { type Answer, type Answers, numberOf } from '../form/answer.ts';
import { type CheckLevel, itemsOf } from './items.ts';
import { lastYearKey } from './questionnaire.ts';

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
        from: item.is === 'compared' ? [item.clause, lastYearKey(item.clause)] : [item.clause],
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
    case 'share': {
      const share = numberOf(answers, item.clause);
      return share !== undefined && share < item.least ? `（${share}%）` : undefined;
    }
    case 'compared': {
      const now = numberOf(answers, item.clause);
      const before = numberOf(answers, lastYearKey(item.clause));
      if (now === undefined || before === undefined || before === 0) return undefined;
      const fall = ((before - now) / before) * 100;
      return fall > item.tolerated
        ? `（去年${before}${item.measure}，今年${now}${item.measure}）`
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
