import { dayInWords, daysBetween, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { maskNumbers } from '../../language/masking.ts';
import { whenInWords } from '../../problems/moves.ts';
import type { Problem, ProblemEvent } from '../../problems/problem.ts';
import {
  categoryLabels,
  datedStatuses,
  eventLabels,
  openStatuses,
  privateCategories,
  statusLabels,
} from '../../problems/states.ts';

/**
 * 12号【张三·3组】水量不够: names the household and what it is about. A group hears the number, the village and the
 * kind: 12号【刘园村】饮水安全问题; no word of what somebody wrote, since it may hold a name and an illness.
 */
export function headline(c: Conversation, p: Problem): string {
  if (c.inRoom) return `${p.no}号【${areaOf(p)}】${groupKind(p)}`;
  return `${p.no}号${placeOf(p)}${maskNumbers(p.description)}`;
}

/** The kind as a group may hear it: not where it would tell of somebody's illness, schooling, income or opinion. */
export function groupKind({ category }: Pick<Problem, 'category'>): string {
  return privateCategories.has(category) ? '入户问题' : `${categoryLabels[category]}问题`;
}

function areaOf(p: Problem): string {
  return p.village?.name ?? p.township?.name ?? p.responsibleUnit?.name ?? '全县';
}

function placeOf(p: Problem): string {
  // Who has it from another township sees the problem but not whose household it is.
  if (p.household === null || p.household.headName === '') return `【${areaOf(p)}】`;
  return `【${[p.household.headName, p.household.group].filter((w) => w !== '').join('·')}】`;
}

/** 待核，12月20日前，逾期2天 */
function stateOf(p: Problem, today: string): string {
  const over =
    p.due !== null && datedStatuses.includes(p.status) && p.due < today
      ? `，逾期${daysBetween(p.due, today)}天`
      : '';
  const due = p.due !== null && openStatuses.includes(p.status) ? `，${dayInWords(p.due)}前` : '';
  const look = p.status === 'longTerm' && p.nextLook !== null ? `，${dayInWords(p.nextLook)}再看` : '';
  return `${statusLabels[p.status]}${due}${over}${look}`;
}

/** One line of a list. */
export function problemInHand(c: Conversation, p: Problem): string {
  return `${headline(c, p)}（${stateOf(p, isoDate(c.at))}）`;
}

/** The whole of a problem with its history; a group hears how far it is and nothing of who did what. */
export function problemCard(c: Conversation, p: Problem, history: readonly ProblemEvent[]): string {
  if (c.inRoom)
    return `${headline(c, p)}：${stateOf(p, isoDate(c.at))}，照片${p.photos}张。详情请私聊问我“问题 ${p.no}”。`;
  const who = [p.responsibleUnit?.name, p.responsiblePerson?.name].filter((w) => w !== undefined).join(' ');
  const lines = [
    `${headline(c, p)}（条款${p.clause}，牵头${p.leadUnit}）`,
    `${stateOf(p, isoDate(c.at))}；责任：${who === '' ? '未定' : who}；照片${p.photos}张`,
    ...detailsOf(p),
    ...history.slice(-8).map(historyLine),
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

function historyLine(e: ProblemEvent): string {
  const words = e.words === '' ? '' : `：${maskNumbers(e.words)}`;
  return `${whenInWords(e.at)} ${e.by?.name ?? '系统'}${eventLabels[e.kind]}${words.slice(0, 60)}`;
}
