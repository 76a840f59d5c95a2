import type { ProblemCategory } from '../contract/finding.ts';

/**
 * The life of a problem. `done` is 已完成待核: the one who rectified says so; only somebody else's strike-off
 * makes it `closed`. `longTerm` has a plan and a day it is looked at again; it is neither overdue nor done. Withdrawn: the answer it rested on was corrected. Merged: it goes on under another number.
 */
export const problemStatuses = [
  'open',
  'assigned',
  'inProgress',
  'longTerm',
  'done',
  'closed',
  'withdrawn',
  'merged',
] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

/** Where a problem comes from. */
export const problemSources = [
  'visit',
  'selfCheck',
  'report',
  'spotCheck',
  'inspection',
  'assessment',
  'petition',
  'warning',
  'list',
] as const;
export type ProblemSource = (typeof problemSources)[number];

/** How it is put right: at once, by its date, or over a long time with a plan. */
export const problemManners = ['atOnce', 'byDate', 'longTerm'] as const;
export type ProblemManner = (typeof problemManners)[number];

export const mannerLabels: Readonly<Record<ProblemManner, string>> = {
  atOnce: '立行立改',
  byDate: '限期整改',
  longTerm: '长期整改',
};

/** What can happen to a problem; each leaves one line in its history. */
export const problemEventKinds = [
  'opened',
  'assigned',
  'started',
  'progress',
  'caused',
  'tasked',
  'planned',
  'rectified',
  'evidence',
  'looked',
  'closed',
  'sentBack',
  'reopened',
  'transferred',
  'merged',
  'withdrawn',
  'restated',
] as const;
export type ProblemEventKind = (typeof problemEventKinds)[number];

export const statusLabels: Readonly<Record<ProblemStatus, string>> = {
  open: '未启动',
  assigned: '已交办',
  inProgress: '整改中',
  longTerm: '长期整改',
  done: '已完成待核',
  closed: '已销号',
  withdrawn: '已撤回',
  merged: '已合并',
};

export const sourceLabels: Readonly<Record<ProblemSource, string>> = {
  visit: '入户排查',
  selfCheck: '单位自查',
  report: '干部上报',
  spotCheck: '抽查核实',
  inspection: '督查暗访',
  assessment: '考核评估',
  petition: '信访',
  warning: '监测预警',
  list: '部门清单',
};

export const eventLabels: Readonly<Record<ProblemEventKind, string>> = {
  opened: '发现',
  assigned: '交办',
  started: '开始整改',
  progress: '报进展',
  caused: '分析原因',
  tasked: '定措施',
  planned: '列入长期整改',
  rectified: '报完成',
  evidence: '补佐证',
  looked: '到户复核',
  closed: '销号',
  sentBack: '退回',
  reopened: '重开',
  transferred: '转办',
  merged: '合并',
  withdrawn: '撤回',
  restated: '更正',
};

export const categoryLabels: Readonly<Record<ProblemCategory, string>> = {
  education: '义务教育',
  medical: '基本医疗',
  housing: '住房安全',
  water: '饮水安全',
  income: '收入',
  assistance: '帮扶落实',
  relocation: '易地搬迁',
  industry: '产业发展',
  employment: '就业稳岗',
  safetyNet: '兜底保障',
  satisfaction: '满意度',
  policy: '政策与工作落实',
  other: '其他',
};

/**
 * Kinds that speak of a household's illness, schooling, income or opinion: beside a name, even a masked one, they are
 * not for a group.
 */
export const privateCategories: ReadonlySet<ProblemCategory> = new Set([
  'education',
  'medical',
  'income',
  'assistance',
  'relocation',
  'industry',
  'employment',
  'safetyNet',
  'satisfaction',
]);

/** Running against their date: past it they are overdue. What is under way for long has none, what waits for a check is not late. */
export const datedStatuses: readonly ProblemStatus[] = ['open', 'assigned', 'inProgress'];

/** Still to be put right: those, and what is under way for long. */
export const unrectifiedStatuses: readonly ProblemStatus[] = [...datedStatuses, 'longTerm'];

/** Not settled: to be put right, or to be checked. */
export const openStatuses: readonly ProblemStatus[] = [...unrectifiedStatuses, 'done'];

/** Handed out or to be, and nobody began. */
export const notBegunStatuses: readonly ProblemStatus[] = ['open', 'assigned'];

/** Reported finished, whoever has looked at it since. */
export const reportedStatuses = ['done', 'closed'] as const satisfies readonly ProblemStatus[];

/** No problems any more: the answer was corrected, or it goes on under another number. */
export const voidStatuses: readonly ProblemStatus[] = ['withdrawn', 'merged'];
