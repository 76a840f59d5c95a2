import { addDays, dayInWords } from '../calendar/days.ts';
import { type WorkCalendar, workingDays } from '../calendar/workdays.ts';
import type { RoomId } from '../contract/ids.ts';
import { besideBase, type Counts, remaining, sayShare } from '../progress/definitions.ts';
import { neededPace } from '../progress/forecast.ts';
import { paceOf, plannedShare } from '../progress/pace.ts';
import { lines, type Push, pushKey } from './push.ts';

interface VillageFacts {
  room: RoomId;
  unitName: string;
  counts: Counts;
  /** Groups of the village in their own order. */
  groups: readonly { group: string; remaining: number }[];
}

export interface NoteDay {
  date: string;
  /** The campaign's first day: from the second on, a village that is on pace hears nothing. */
  start: string;
  end: string;
  calendar: WorkCalendar;
}

/**
 * The morning note to a village's group: what is left and how much a day is enough. No household, no person, and
 * groups in their own order: nothing to be ranked by. Nothing when the village is done, and nothing while it is on pace:
 * it is told on the first day, on the last two, and when it is behind.
 */
export function villageNote(facts: VillageFacts, day: NoteDay): Push | undefined {
  const left = remaining(facts.counts);
  if (left <= 0) return undefined;
  if (!isDue(facts.counts, day)) return undefined;
  const to = { room: facts.room };
  const pace = neededPace(left, day.date, day.end, day.calendar);
  const days = workingDays(day.date, day.end, day.calendar);
  const when = days <= 1 ? '今天是最后一天' : `按${dayInWords(day.end)}前完成入户，全村每天至少${pace}户`;
  const done = sayShare(facts.counts.visited, facts.counts.total);
  return {
    key: pushKey('villageNote', day.date, to),
    to,
    kind: 'reminder',
    text: lines(
      `${facts.unitName}早上好：已查${facts.counts.visited}户（${done}）${besideBase(facts.counts)}，还剩${left}户，${when}。`,
      groupLine(facts.groups),
      awayLine(facts.counts),
    ),
  };
}

function isDue(counts: Counts, { date, start, end, calendar }: NoteDay): boolean {
  if (date <= start || workingDays(date, end, calendar) <= 2) return true;
  const pace = paceOf(counts, plannedShare(addDays(date, -1), start, end, calendar));
  return pace === 'behind' || pace === 'notStarted';
}

const mostGroups = 6;

function groupLine(groups: VillageFacts['groups']): string | undefined {
  const open = groups.filter((g) => g.remaining > 0 && g.group !== '');
  if (open.length === 0 || groups.length < 2) return undefined;
  if (open.length > mostGroups) return `还有${open.length}个组没查完，各人的名单已私发。`;
  return `还没查完的组：${open.map((g) => `${g.group}${g.remaining}户`).join('、')}。`;
}

function awayLine(counts: Counts): string | undefined {
  const away = counts.notHome + counts.refused;
  return away === 0 ? undefined : `有${away}户上门未遇，请先电话约时间。`;
}
