import { roles } from '../contract/session.ts';
import { type Action, actions, type Reach, reachOf, roleLabels } from './policy.ts';

const actionLabels: Readonly<Record<Action, string>> = {
  visit: '入户排查',
  household: '查一户（查 张三）',
  progress: '看进度',
  unvisited: '看未排查名单',
  problems: '看问题',
  leads: '看监测线索',
  spotCheck: '抽查',
  satisfaction: '看满意率',
  urge: '督办、责任倒追',
  assign: '分户、顶替',
  takeOn: '认领没人管的组',
  verifyVisit: '审核通过',
  returnVisit: '退回重填',
  rectify: '报整改',
  closeProblem: '销号、退回、交办、转办',
  selfCheck: '单位自查',
  report: '自查报告',
  export: '导出',
  lists: '看外来名单、对户',
  importLists: '导入外来名单',
  dashboard: '看板',
  digest: '日报',
  whoLooked: '谁看过',
  ownReceipt: '自己的减负账',
  receipt: '单位的减负账',
  mute: '免打扰',
  bindRoom: '绑定群',
  codes: '发绑定码',
  roster: '管人员名单',
  settings: '改大排查设置',
};

const reachLabels: Readonly<Record<Reach, string>> = {
  none: '—',
  self: '本人',
  unit: '本单位',
  subtree: '本级及以下',
  areas: '分管领域',
};

/** Who may do what, and how far, as a Markdown table: straight from the policy, for people and auditors to read. */
export function rightsTable(): string {
  const head = ['事项', ...roles.map((role) => roleLabels[role])];
  const rows = actions.map((action) => [
    actionLabels[action],
    ...roles.map((role) => reachLabels[reachOf(role, action)]),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
