import type { Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import { type Answer, type Answers, known } from '../form/answer.ts';
import type { ClauseId } from '../form/keys.ts';
import { type CheckLevel, itemsOf } from './items.ts';
import { lastYearKey } from './questionnaire.ts';

/** One clause of a unit's sheet as the attachment prints it. */
export interface SheetLine {
  clause: ClauseId;
  asked: string;
  result: string;
  /** What was said of meetings, files and figures beside the answer. */
  evidence: string;
  photos: number;
}

/** A submitted sheet, clause by clause, with what each answer rests on. */
export function selfCheckLines(
  campaign: Campaign,
  sheet: { area: number; level: CheckLevel; answers: Answers },
): SheetLine[] {
  return itemsOf(campaign, sheet.area, sheet.level).map((item) => ({
    clause: item.clause,
    asked: item.ask,
    result: resultOf(item, sheet.answers),
    evidence: noteOf(sheet.answers[item.clause]),
    photos: photosOf(sheet.answers[`${item.clause}photo`]),
  }));
}

function resultOf(item: CheckItem, answers: Answers): string {
  const answer = answers[item.clause];
  if (answer === undefined) return '未答';
  if (answer.is === 'skipped') return '跳过';
  if (answer.is === 'unsure') return '不清楚';
  if (answer.v === '不涉及') return '不涉及';
  switch (item.is) {
    case 'judged':
      return answer.v === item.good ? '符合' : '不符合';
    case 'share':
      return `${String(answer.v)}%`;
    case 'compared':
      return `今年${String(answer.v)}${item.measure}，去年${String(known(answers, lastYearKey(item.clause)) ?? '未答')}${item.measure}`;
  }
}

/** Photos are kept as an answer beside the clause's own. */
function photosOf(answer: Answer | undefined): number {
  return answer?.is === 'known' && Array.isArray(answer.v) ? answer.v.length : 0;
}

function noteOf(answer: Answer | undefined): string {
  return (answer?.is === 'known' || answer?.is === 'unsure' ? answer.note : undefined)?.trim() ?? '';
}
