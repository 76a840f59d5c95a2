import { isoDate } from '../calendar/days.ts';
import type { ListUse } from '../campaign/list-kind.ts';
import { type LeadStage, leadStageLabels } from '../leads/lead.ts';
import { type ProblemStatus, statusLabels } from '../problems/states.ts';
import { type RowResult, resultLabels } from './listed.ts';

/** What stands behind a list's own columns when it goes back to who sent it. */
export const checkedHeadings = ['核查结果', '核查人', '日期', '备注'] as const;

export interface Checked {
  becomes: ListUse;
  matched: boolean;
  result: RowResult | null;
  finding: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  problem: { status: ProblemStatus; by: string | null; words: string | null } | null;
  problemAt: Date | null;
  lead: { stage: LeadStage; by: string | null } | null;
  leadAt: Date | null;
}

/** The result of a row: what was found, else how far its problem or lead is, else that nobody has looked. */
export function checkedCells(row: Checked): [result: string, by: string, day: string, note: string] {
  const day = (at: Date | null) => (at === null ? '' : isoDate(at.getTime()));
  const became = [
    ...(row.problem === null ? [] : [`问题${statusLabels[row.problem.status]}`]),
    ...(row.lead === null ? [] : [`监测线索${leadStageLabels[row.lead.stage]}`]),
  ];
  if (row.result !== null) {
    const note = [row.finding ?? '', ...became].filter((word) => word !== '');
    return [resultLabels[row.result], row.answeredBy ?? '', day(row.answeredAt), note.join('；')];
  }
  if (row.problem !== null)
    return [
      statusLabels[row.problem.status],
      row.problem.by ?? '',
      day(row.problemAt),
      row.problem.words ?? '',
    ];
  if (row.lead !== null) return [leadStageLabels[row.lead.stage], row.lead.by ?? '', day(row.leadAt), ''];
  if (!row.matched) return ['未核查', '', '', '没对上户'];
  return row.becomes === 'comparison' ? ['', '', '', '留作数据比对'] : ['未核查', '', '', ''];
}
