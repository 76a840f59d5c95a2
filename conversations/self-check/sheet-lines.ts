import type { Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import { type Answer, type Answers, numberOf } from '../form/answer.ts';
import type { ClauseId } from '../form/keys.ts';
import { type CheckLevel, figureSaid, itemsOf } from './items.ts';
import { secondKey } from './questionnaire.ts';

/** One clause of a unit's sheet as the attachment prints it. */
interface SheetLine {
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
  // What a unit can't know was never asked of it: no line stands for that.
  const asked = itemsOf(campaign, sheet.area, sheet.level).filter(
    (item) => sheet.answers[item.clause] !== undefined,
  );
  return asked.map((item) => ({
    clause: item.clause,
    asked: item.ask,
    result: resultOf(item, sheet.answers),
    evidence: noteOf(sheet.answers[item.clause]),
    photos: photosOf(sheet.answers[`${item.clause}photo`]),
  }));
}

function resultOf(item: CheckItem, answers: Answers): string {
  const answer = answers[item.clause];
  if (answer === undefined) return '';
  if (answer.is === 'skipped') return '跳过';
  if (answer.is === 'unsure') return '不清楚';
  if (answer.v === '不涉及') return '不涉及';
  switch (item.is) {
    case 'judged':
      return answer.v === item.good ? '符合' : '不符合';
    case 'counted':
      return toldOf(item, answers, item.clause);
    case 'part':
      return `共${toldOf(item, answers, item.clause)}${partOf(item, answers)}`;
    case 'compared':
      return `今年${toldOf(item, answers, item.clause)}，去年${toldOf(item, answers, secondKey(item.clause))}`;
  }
}

function toldOf(item: Exclude<CheckItem, { is: 'judged' }>, answers: Answers, key: string): string {
  const figure = numberOf(answers, key);
  return figure === undefined ? '未答' : figureSaid(item, figure);
}

function partOf(item: CheckItem & { is: 'part' }, answers: Answers): string {
  const part = numberOf(answers, secondKey(item.clause));
  const said = item.part.replace(/^其中/u, '').replace(/(?:几|多少).{1,2}？$/u, '');
  return part === undefined ? '' : `，其中${said}${figureSaid(item, part)}`;
}

/** Photos are kept as an answer beside the clause's own. */
function photosOf(answer: Answer | undefined): number {
  return answer?.is === 'known' && Array.isArray(answer.v) ? answer.v.length : 0;
}

function noteOf(answer: Answer | undefined): string {
  return (answer?.is === 'known' || answer?.is === 'unsure' ? answer.note : undefined)?.trim() ?? '';
}
