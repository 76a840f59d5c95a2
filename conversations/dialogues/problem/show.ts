import { dayInWords, daysBetween, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { maskName, maskNumbers } from '../../language/masking.ts';
import { whenInWords } from '../../problems/moves.ts';
import type { Problem, ProblemEvent } from '../../problems/problem.ts';
import {
  categoryLabels,
  eventLabels,
  openStatuses,
  privateCategories,
  statusLabels,
} from '../../problems/states.ts';

/** 12号【张三·3组】水量不够: names the household and what it is about; in a group masked and by category only. */
export function headline(c: Conversation, p: Problem): string {
  return `${p.no}号${placeOf(c, p)}${whatOf(c, p)}`;
}

/** Of whom it is and what it is about stays out of a group where it would tell of illness, schooling or income. */
function isPrivate(c: Conversation, p: Problem): boolean {
  return c.inRoom && p.household !== null && privateCategories.has(p.category);
}

function placeOf(c: Conversation, p: Problem): string {
  if (isPrivate(c, p)) return `【${p.village?.name ?? p.township?.name ?? '全县'}一户】`;
  // Who has it from another township sees the problem but not whose household it is.
  if (p.household === null || p.household.headName === '')
    return `【${p.village?.name ?? p.township?.name ?? p.responsibleUnit?.name ?? '全县'}】`;
  const name = c.inRoom ? maskName(p.household.headName) : p.household.headName;
  return `【${[name, p.household.group].filter((w) => w !== '').join('·')}】`;
}

function whatOf(c: Conversation, p: Problem): string {
  if (isPrivate(c, p)) return '入户问题';
  return c.inRoom && p.household !== null ? `${categoryLabels[p.category]}问题` : maskNumbers(p.description);
}

/** 待核，12月20日前，逾期2天 */
function stateOf(p: Problem, today: string): string {
  const over =
    p.due !== null && openStatuses.includes(p.status) && p.due < today
      ? `，逾期${daysBetween(p.due, today)}天`
      : '';
  const due = p.due !== null && openStatuses.includes(p.status) ? `，${dayInWords(p.due)}前` : '';
  const look = p.status === 'longTerm' && p.nextLook !== null ? `，${dayInWords(p.nextLook)}再看` : '';
  return `${statusLabels[p.status]}${due}${over}${look}`;
}

/** One line of a list. */
export function problemLine(c: Conversation, p: Problem): string {
  return `${headline(c, p)}（${stateOf(p, isoDate(c.at))}）`;
}

/** The whole of a problem with its history. */
export function problemCard(c: Conversation, p: Problem, history: readonly ProblemEvent[]): string {
  const who = [p.responsibleUnit?.name, p.responsiblePerson?.name].filter((w) => w !== undefined).join(' ');
  const lines = [
    isPrivate(c, p)
      ? `${headline(c, p)}，详情请私聊看`
      : `${headline(c, p)}（条款${p.clause}，牵头${p.leadUnit}）`,
    `${stateOf(p, isoDate(c.at))}${isPrivate(c, p) ? '' : `；责任：${who === '' ? '未定' : who}`}；照片${p.photos}张`,
    ...(isPrivate(c, p) || c.inRoom ? [] : detailsOf(p)),
    ...history.slice(-8).map((e) => historyLine(c, e)),
  ];
  return lines.join('\n');
}

/** Cause, measure and helping units, where somebody said them. */
function detailsOf(p: Problem): string[] {
  return [
    p.cause === '' ? '' : `原因：${maskNumbers(p.cause).slice(0, 80)}`,
    p.task === '' ? '' : `措施：${maskNumbers(p.task).slice(0, 80)}`,
    p.assisting.length === 0 ? '' : `协办：${p.assisting.join('、')}`,
  ].filter((line) => line !== '');
}

function historyLine(c: Conversation, e: ProblemEvent): string {
  const words = e.words === '' ? '' : `：${c.inRoom ? '' : maskNumbers(e.words)}`;
  return `${whenInWords(e.at)} ${e.by?.name ?? '系统'}${eventLabels[e.kind]}${words.slice(0, 60)}`;
}
