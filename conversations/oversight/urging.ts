import { dayInWords } from '../calendar/days.ts';
import { sayShare } from '../progress/definitions.ts';
import type { Delays } from './needs.ts';

/** What a unit is behind with, one line each; empty where it is behind with nothing. */
export function delayLines(delays: Delays): string[] {
  const { problems, problemsOverdue, leadsOverdue, households, visited, tasksOverdue } = delays;
  const named = problems
    .map((p) => `${p.no}号“${p.description.slice(0, 20)}”（${dayInWords(p.due)}到期）`)
    .join('、');
  const rest = problemsOverdue > problems.length ? `等${problemsOverdue}个` : '';
  return [
    ...(problemsOverdue > 0 ? [`问题逾期未整改${problemsOverdue}个：${named}${rest}`] : []),
    ...(leadsOverdue > 0 ? [`监测线索超本步时限${leadsOverdue}户`] : []),
    ...(households > visited
      ? [
          `应排查${households}户，已排查${visited}户（${sayShare(visited, households)}），还剩${households - visited}户`,
        ]
      : []),
    ...(tasksOverdue > 0 ? [`年度任务逾期未完成${tasksOverdue}项`] : []),
  ];
}

/** The words of an order: what is late, what is wanted, until when it is to be answered. */
export function orderWords(lines: readonly string[], replyBy: string): string {
  const items = lines.map((line, i) => `${i + 1}. ${line}。`);
  return [
    ...items,
    `请逐项查明原因，明确责任人和完成时限，盯人、盯事、盯结果，于${dayInWords(replyBy)}前书面回复办理情况。`,
  ].join('\n');
}
