import type { ProblemCategory } from '../contract/finding.ts';

/**
 * The life of a problem. `done` is 已完成待核: the one who rectified says so; only somebody else's strike-off
 * makes it `closed`. Withdrawn: the answer it rested on was corrected. Merged: it goes on under another number.
 */
export const problemStatuses = [
  'open',
  'assigned',
  'inProgress',
  'done',
  'closed',
  'withdrawn',
  'merged',
] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

/** Where a problem comes from. */
export const problemSources = ['visit', 'selfCheck', 'report', 'spotCheck'] as const;
export type ProblemSource = (typeof problemSources)[number];

/** What can happen to a problem; each leaves one line in its history. */
export const problemEventKinds = [
  'opened',
  'assigned',
  'started',
  'rectified',
  'evidence',
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
  done: '已完成待核',
  closed: '已销号',
  withdrawn: '已撤回',
  merged: '已合并',
};

export const sourceLabels: Readonly<Record<ProblemSource, string>> = {
  visit: '大排查入户',
  selfCheck: '单位自查',
  report: '干部上报',
  spotCheck: '抽查核实',
};

export const eventLabels: Readonly<Record<ProblemEventKind, string>> = {
  opened: '发现',
  assigned: '交办',
  started: '开始整改',
  rectified: '报完成',
  evidence: '补佐证',
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

/** Still to be rectified or checked: what 逾期 and reminders look at. */
export const openStatuses: readonly ProblemStatus[] = ['open', 'assigned', 'inProgress', 'done'];
