import { dayInWords, daysBetween } from '../calendar/days.ts';
import { isWorkingDay, type WorkCalendar, workingDays } from '../calendar/workdays.ts';
import type { StaffId } from '../contract/ids.ts';
import { neededPace } from '../progress/forecast.ts';
import { leadReminder, type OwnLeads } from './lead-reminders.ts';
import { lines, listed, type Push, pushKey } from './push.ts';

/** A household in a private list: the name is for whoever looks after it. */
interface ListedHousehold {
  headName: string;
  villageName: string;
  group: string;
}

/** What one helper has before him today. */
export interface HelperList {
  total: number;
  remaining: number;
  /** The first of his queue, in group and address order. */
  next: readonly ListedHousehold[];
  /** Started more than a day ago and not submitted. */
  oldDrafts: readonly (ListedHousehold & { since: string })[];
  oldDraftCount: number;
  returned: readonly (ListedHousehold & { reason: string | null })[];
  returnedCount: number;
  /** More than one village: then the village is named. */
  villages: number;
}

export interface DueProblem {
  no: number;
  /** Category in words. */
  what: string;
  where: string;
  due: string;
}

/** Problems of a unit that whoever heads it must know. */
export interface UnitProblems {
  /** Overdue for at least two days (to the unit's head) or five (to the county), newly so first. */
  overdue: readonly DueProblem[];
  overdueCount: number;
  /** Of these, how many crossed the line since the last time they were told. */
  fresh: number;
  level: 'unit' | 'county';
}

export interface MorningPerson {
  staff: StaffId;
  name: string;
  list?: HelperList;
  /** To be rectified by this person or his unit: due in 3 days, in 1 day, today, or overdue. */
  problems?: { items: readonly DueProblem[]; count: number };
  /** New for this person's unit since he was last told: to be put right, to be checked, long-term ones to be looked at. */
  news?: { toRectify: readonly number[]; toReview: readonly number[]; toLook: readonly number[] };
  /** Monitoring leads whose next step is this person's. */
  leads?: OwnLeads;
  escalated?: UnitProblems;
  /** Steps of monitoring leads that are over, to who heads the unit. */
  lateLeads?: { count: number; longest: number };
  /** A self-inspection report not yet filed, with whose it is. */
  report?: { unitName: string };
  /** Households of a village (or township) that nobody is responsible for. */
  unassigned?: { unitName: string; count: number };
}

export interface MorningDay {
  date: string;
  end: string;
  reportDeadline: string;
  calendar: WorkCalendar;
  deadlinesOnly: boolean;
  /** The campaign's first day: from the second on, who is on pace hears nothing. */
  start?: string;
}

/** The self-report is brought up seven, three and one days before it is due, and on the day. */
const reportReminderDays: readonly number[] = [7, 3, 1, 0];
/** A problem three days and one day before, on the day and while it is overdue. */
export const problemReminderDays: readonly number[] = [3, 1, 0];
export const escalateToHeadAfter = 2;
export const escalateToCountyAfter = 5;

/**
 * One message in the morning per person: the day's households, drafts, returned visits, problems due, the report.
 * Nothing for who has nothing to do. On days of rest only deadlines are told.
 */
export function morningPush(person: MorningPerson, day: MorningDay): Push | undefined {
  const to = { staff: person.staff };
  const leads = person.leads === undefined ? undefined : leadReminder(person.leads, day.date);
  const deadlines = [
    problemLine(person, day),
    day.deadlinesOnly ? undefined : newsLine(person),
    leads,
    escalationLine(person, day),
    lateLeadLine(person),
    reportLine(person, day),
  ];
  const work = day.deadlinesOnly ? [] : [...listLines(person, day), unassignedLine(person)];
  const body = lines(...work, ...deadlines);
  if (body === '') return undefined;
  const visits = !day.deadlinesOnly && listLines(person, day).some((line) => line !== undefined);
  const ending = visits && (person.list?.remaining ?? 0) > 0 ? '回“排查”开始。' : undefined;
  const hasDeadline = deadlines.some((line) => line !== undefined);
  return {
    key: pushKey('morning', day.date, to),
    to,
    kind: 'reminder',
    text: lines(`${person.name}，早上好。`, body, ending),
    ...(hasDeadline ? { deadline: true } : {}),
  };
}

/**
 * What is overdue already is brought up again on every working day of the campaign, afterwards once a week; never on
 * a day of rest.
 */
export function repeatsOverdue(day: Pick<MorningDay, 'date' | 'calendar' | 'deadlinesOnly'>): boolean {
  if (!day.deadlinesOnly) return true;
  const monday = new Date(`${day.date}T00:00:00Z`).getUTCDay() === 1;
  return monday && isWorkingDay(day.date, day.calendar);
}

/** What stays of a morning message for somebody who is muted: the deadlines. */
export function deadlinesOf(person: MorningPerson): MorningPerson {
  const { list: _, unassigned: __, ...rest } = person;
  return rest;
}

function listLines(person: MorningPerson, day: MorningDay): (string | undefined)[] {
  const { list } = person;
  if (list === undefined || list.total === 0) return [];
  const hasOther = list.oldDraftCount + list.returnedCount > 0;
  return [
    hasOther || isBehind(list, day) ? todayLine(list, day) : undefined,
    draftLine(list, day),
    returnedLine(list),
  ];
}

/**
 * Behind what the days gone by would have asked for, or on the first and the last two days: then the day's households
 * are told. Who is on pace hears nothing (减负).
 */
function isBehind(list: HelperList, day: MorningDay): boolean {
  if (day.start === undefined || day.date <= day.start) return true;
  const left = workingDays(day.date, day.end, day.calendar);
  if (left <= 2) return true;
  return list.remaining > (list.total * left) / Math.max(workingDays(day.start, day.end, day.calendar), 1);
}

function todayLine(list: HelperList, day: MorningDay): string | undefined {
  if (list.remaining === 0) return undefined;
  const today = Math.min(neededPace(list.remaining, day.date, day.end, day.calendar), list.remaining);
  const days = workingDays(day.date, day.end, day.calendar);
  const names = listed(
    list.next.map((h) => placed(h, list)),
    3,
    () => '等',
  );
  const first = list.next.length === 0 ? '' : `，先去${names}`;
  if (days <= 1) return `今天是最后一天，还剩${list.remaining}户${first}。`;
  return `还剩${list.remaining}户，到${dayInWords(day.end)}还有${days}个工作日，今天计划走访${today}户${first}。`;
}

function placed(h: ListedHousehold, list: Pick<HelperList, 'villages'>): string {
  return `${list.villages > 1 ? h.villageName : ''}${h.group}${h.headName}`;
}

function draftLine(list: HelperList, day: MorningDay): string | undefined {
  if (list.oldDraftCount === 0) return undefined;
  const shown = list.oldDrafts.slice(0, 2).map((d) => {
    const days = daysBetween(d.since, day.date);
    return `${d.headName}（${days <= 1 ? '昨天' : `${days}天前`}开始）`;
  });
  return `答了一半没交：${shown.join('、')}${countRest(list.oldDraftCount, shown.length, '户')}，回“排查 姓名”接着来。`;
}

function returnedLine(list: HelperList): string | undefined {
  if (list.returnedCount === 0) return undefined;
  const shown = list.returned
    .slice(0, 2)
    .map((r) => (r.reason ? `${r.headName}（${cut(r.reason, 16)}）` : r.headName));
  return `退回要改的：${shown.join('、')}${countRest(list.returnedCount, shown.length, '户')}。`;
}

function problemLine(person: MorningPerson, day: MorningDay): string | undefined {
  const { problems } = person;
  if (problems === undefined || problems.count === 0) return undefined;
  const shown = problems.items
    .slice(0, 3)
    .map((p) => `${p.no}号${p.where}${p.what}（${dueInWords(p.due, day.date)}）`);
  return `要整改的问题：${shown.join('；')}${countRest(problems.count, shown.length, '件')}。办好了回“整改 号数 怎么办的”。`;
}

function escalationLine(person: MorningPerson, day: MorningDay): string | undefined {
  const { escalated } = person;
  if (escalated === undefined || escalated.fresh === 0) return undefined;
  const days = escalated.level === 'county' ? escalateToCountyAfter : escalateToHeadAfter;
  const shown = escalated.overdue
    .slice(0, 3)
    .map((p) => `${p.no}号${p.where}${p.what}（${dueInWords(p.due, day.date)}）`);
  return `逾期${days}天以上还没整改的：${shown.join('；')}${countRest(escalated.overdueCount, shown.length, '件')}。请您过问一下，回“问题 逾期”看全部。`;
}

/** 新到要整改的问题3个：12号…；待您核实销号的2个：15号、16号。 */
function newsLine({ news }: MorningPerson): string | undefined {
  if (news === undefined) return undefined;
  const nos = (all: readonly number[]) =>
    `${all.length}个：${all
      .slice(0, 5)
      .map((no) => `${no}号`)
      .join('、')}${all.length > 5 ? '等' : ''}`;
  const parts = [
    news.toRectify.length > 0 ? `新到要整改的问题${nos(news.toRectify)}` : '',
    news.toReview.length > 0 ? `报了完成、待核实销号的${nos(news.toReview)}` : '',
    news.toLook.length > 0 ? `长期整改到了再看日期的${nos(news.toLook)}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  return `${parts.join('；')}。回“问题 号数”看。`;
}

function lateLeadLine({ lateLeads }: MorningPerson): string | undefined {
  if (lateLeads === undefined) return undefined;
  return `监测线索超时限${lateLeads.count}户，最长${lateLeads.longest}天。请您过问一下，回“线索”看。`;
}

function reportLine(person: MorningPerson, day: MorningDay): string | undefined {
  if (person.report === undefined) return undefined;
  const left = daysBetween(day.date, day.reportDeadline);
  if (!reportReminderDays.includes(left)) return undefined;
  const when =
    left === 0
      ? '今天截止'
      : left === 1
        ? '明天截止'
        : `${dayInWords(day.reportDeadline)}截止，还有${left}天`;
  return `${person.report.unitName}的自查报告${when}，还没报。回“报告”就能生成初稿，数字都填好了。`;
}

function unassignedLine(person: MorningPerson): string | undefined {
  const { unassigned } = person;
  if (unassigned === undefined || unassigned.count === 0) return undefined;
  return `${unassigned.unitName}还有${unassigned.count}户没分到人，回“分户 ${unassigned.unitName}”按组平分。`;
}

/** 今天到期, 明天到期, 3天后到期, 逾期2天. */
export function dueInWords(due: string, today: string): string {
  const left = daysBetween(today, due);
  if (left < 0) return `逾期${-left}天`;
  if (left === 0) return '今天到期';
  return left === 1 ? '明天到期' : `${left}天后到期`;
}

function countRest(all: number, shown: number, measure: '户' | '件'): string {
  return all > shown ? `等${all}${measure}` : '';
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
