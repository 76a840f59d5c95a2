import { z } from 'zod';
import { addDays, dayInWords, isoDate } from './days.ts';

/** Asia/Shanghai has kept UTC+8 without summer time since 1991, so plain arithmetic is exact here. */
const offset = 8 * 3_600_000;
const day = 86_400_000;

/** Minutes since midnight in Asia/Shanghai. */
export function shanghaiMinute(at: number): number {
  return Math.floor(((((at + offset) % day) + day) % day) / 60_000);
}

/** The moment at which it is `minute` minutes past midnight of `date` in Asia/Shanghai. */
export function momentOf(date: string, minute = 0): number {
  return Date.parse(`${date}T00:00:00Z`) - offset + minute * 60_000;
}

/** 0 = Sunday. */
function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** A time of day as people write it, e.g. `07:43`, in minutes since midnight. */
export function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** 12月9日 17:40, in Asia/Shanghai. */
export function sayMoment(at: number): string {
  const minute = shanghaiMinute(at);
  const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return `${dayInWords(isoDate(at))} ${clock}`;
}

/** Which days count as working days: the county says so, nobody else. */
export const workCalendar = z.object({
  /** Weekdays of rest, 0 = Sunday. */
  restWeekdays: z.array(z.number().int().min(0).max(6)).max(6),
  /** Further days of rest. */
  holidays: z.array(z.iso.date()),
  /** Days that are worked although they would be days of rest (调休). */
  workdays: z.array(z.iso.date()),
});
export type WorkCalendar = z.infer<typeof workCalendar>;

/** What a year's official calendar makes of plain days: holidays, and weekend days worked instead. ISO dates. */
export type OfficialDays = Readonly<Pick<WorkCalendar, 'holidays' | 'workdays'>>;

/** No official calendar. */
export const noDays: OfficialDays = { holidays: [], workdays: [] };

/**
 * A day of work, make-up days included, holidays and rest days left out.
 * @param date ISO date
 */
export function isWorkingDay(date: string, calendar: WorkCalendar): boolean {
  if (calendar.workdays.includes(date)) return true;
  return !calendar.holidays.includes(date) && !calendar.restWeekdays.includes(weekday(date));
}

/** Working days from one day to another, both counted; 0 when the last lies before the first. */
export function workingDays(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) count += 1;
  return count;
}

/** The n-th working day from a day on (that day counts when it is one). `n` is at least 1 and at most a year. */
export function nthWorkingDay(from: string, n: number, calendar: WorkCalendar): string {
  let left = Math.min(Math.max(Math.ceil(n), 1), 366);
  let date = from;
  for (let guard = 0; guard < 800; guard++) {
    if (isWorkingDay(date, calendar)) left -= 1;
    if (left === 0) return date;
    date = addDays(date, 1);
  }
  return date;
}
