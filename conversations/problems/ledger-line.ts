import { isoDate } from '../calendar/days.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Problem, ProblemEvent } from './problem.ts';
import {
  categoryLabels,
  datedStatuses,
  mannerLabels,
  type ProblemStatus,
  reportedStatuses,
  sourceLabels,
  statusLabels,
} from './states.ts';

/** A line of a problem's history as the ledger needs it: with the status it led to, if it changed any. */
export interface HistoryLine extends Pick<ProblemEvent, 'kind' | 'at' | 'words'> {
  name: string | null;
  to: ProblemStatus | null;
}

/** Columns of the problem ledger (问题整改台账), in their order. */
export const problemLedgerColumns = [
  '编号',
  '乡镇',
  '村',
  '村民组',
  '户主',
  '问题类别',
  '问题描述',
  '条款',
  '来源',
  '发现时间',
  '发现人',
  '牵头单位',
  '责任单位',
  '责任人',
  '协办单位',
  '整改类型',
  '原因分析',
  '整改措施',
  '整改时限',
  '进度',
  '整改进展',
  '完成情况',
  '复核情况',
  '佐证照片（张）',
  '报完成时间',
  '销号时间',
  '销号人',
  '是否逾期',
  '销号后重开（次）',
] as const;

/** The status a problem had at the end of a day, as its history tells; undefined when it wasn't found yet. */
export function statusOn(history: readonly HistoryLine[], until: number): ProblemStatus | undefined {
  return history.findLast((e) => e.at <= until && e.to !== null)?.to ?? undefined;
}

/** Counted in the totals of a report: found by then, and neither withdrawn nor merged by then. */
export function counts(
  status: ProblemStatus | undefined,
): status is Exclude<ProblemStatus, 'withdrawn' | 'merged'> {
  return status !== undefined && status !== 'withdrawn' && status !== 'merged';
}

/**
 * One row of the problem ledger as of the end of a day, in the order of `problemLedgerColumns`.
 * @param until milliseconds since 1970
 */
export function problemLedgerRow(
  campaign: Pick<Campaign, 'areaOf'>,
  problem: Problem,
  history: readonly HistoryLine[],
  photos: number,
  until: number,
): (string | number)[] {
  const past = history.filter((e) => e.at <= until);
  const status = statusOn(past, until) ?? problem.status;
  const opened = past.find((e) => e.kind === 'opened');
  const done = past.findLast((e) => e.kind === 'rectified');
  const looked = past.findLast((e) => e.kind === 'looked');
  const closed = status === 'closed' ? past.findLast((e) => e.kind === 'closed') : undefined;
  const isLate = datedStatuses.includes(status) && problem.due !== null && problem.due < isoDate(until);
  return [
    problem.no,
    problem.township?.name ?? '',
    problem.village?.name ?? '',
    problem.household?.group ?? '',
    problem.household?.headName ?? '',
    categoryLabels[problem.category],
    problem.description,
    clauseInWords(campaign, problem.clause),
    sourceLabels[problem.source],
    isoDate(problem.openedAt),
    opened?.name ?? '',
    problem.leadUnit,
    problem.responsibleUnit?.name ?? '',
    problem.responsiblePerson?.name ?? '',
    problem.assisting.join('、'),
    mannerLabels[problem.manner],
    past.findLast((e) => e.kind === 'caused')?.words ?? '',
    past.findLast((e) => e.kind === 'tasked' || e.kind === 'planned')?.words ?? '',
    problem.due ?? (problem.nextLook === null ? '' : `${problem.nextLook}再看`),
    statusLabels[status],
    past.findLast((e) => e.kind === 'progress')?.words ?? '',
    done?.words ?? '',
    looked === undefined ? '' : `${looked.name ?? ''}到户：${looked.words}`,
    photos,
    done === undefined || !reportedStatuses.some((s) => s === status) ? '' : isoDate(done.at),
    closed === undefined ? '' : isoDate(closed.at),
    closed?.name ?? '',
    isLate ? '是' : '否',
    past.filter((e) => e.kind === 'reopened').length,
  ];
}

/** 5.6 “三保障”和饮水安全: a number alone tells a leader nothing. */
function clauseInWords({ areaOf }: Pick<Campaign, 'areaOf'>, clause: Problem['clause']): string {
  const title = areaOf(clause)?.title;
  return title === undefined ? clause : `${clause} ${title}`;
}
