import { dayInWords, daysBetween } from '../calendar/days.ts';
import { isWorkingDay, nthWorkingDay, type WorkCalendar, workingDays } from '../calendar/workdays.ts';

/** Households visited on one day. */
export interface DayCount {
  date: string;
  visited: number;
}

/** Up to this many past working days tell the pace. */
const window = 5;
/**
 * Student's t for four cases in five, by days measured: two days that happen to be alike say little about the rest.
 */
const fourInFive: readonly number[] = [3.08, 3.08, 3.08, 1.89, 1.64, 1.53];
/**
 * What is left is not like what was done: those not at home, those far off. However steady the days measured, the
 * rest may go so much slower, or, with help, faster.
 */
const restSlower = 0.35;
const restFaster = 0.15;

export type Forecast =
  | { is: 'done' }
  /** Fewer than two full working days: no honest pace yet. */
  | { is: 'tooEarly' }
  /** Not one household was begun. */
  | { is: 'notBegun' }
  | { is: 'stalled'; days: number }
  | {
      is: 'finishes';
      /** Likely finishing date; `earliest` and `latest` hold about four cases of five. */
      on: string;
      earliest: string;
      latest: string;
      perDay: number;
      days: number;
      /** In time even if it goes slowly; likely; only if it goes fast; not even then. */
      verdict: 'inTime' | 'tight' | 'doubtful' | 'late';
      /** Households that would still be left at the end, by the likely pace. */
      leftAtEnd: number;
    }
  /** The campaign's days are over. */
  | { is: 'over'; left: number };

/**
 * When the rest will be done if it goes on as in the last working days.
 * @param days visited per day in order, full days only; what was done on a day of rest counts to the working day before
 * @param from first day on which the rest can be worked on
 */
export function forecast(
  remaining: number,
  days: readonly DayCount[],
  from: string,
  end: string,
  calendar: WorkCalendar,
): Forecast {
  if (remaining <= 0) return { is: 'done' };
  if (workingDays(from, end, calendar) === 0) return { is: 'over', left: remaining };
  const lately = perWorkingDay(days, calendar).slice(-window);
  const n = lately.length;
  if (n < 2) return { is: 'tooEarly' };
  const mean = lately.reduce((a, b) => a + b, 0) / n;
  if (mean <= 0) return { is: 'stalled', days: n };
  const off = uncertainty(lately, mean, remaining);
  const on = nthWorkingDay(from, remaining / mean, calendar);
  const earliest = nthWorkingDay(from, remaining / (mean * (1 + Math.hypot(off, restFaster))), calendar);
  const latest = nthWorkingDay(from, remaining / (mean / (1 + Math.hypot(off, restSlower))), calendar);
  const verdict = latest <= end ? 'inTime' : on <= end ? 'tight' : earliest <= end ? 'doubtful' : 'late';
  const leftAtEnd = Math.max(Math.round(remaining - mean * workingDays(from, end, calendar)), 0);
  return { is: 'finishes', on, earliest, latest, perDay: rounded(mean), days: n, verdict, leftAtEnd };
}

/** Visits per working day; whoever went on a day of rest has done no less. */
function perWorkingDay(days: readonly DayCount[], calendar: WorkCalendar): number[] {
  const counted: number[] = [];
  let early = 0;
  for (const { date, visited } of days) {
    const before = counted.at(-1);
    if (isWorkingDay(date, calendar)) {
      counted.push(visited + early);
      early = 0;
    } else if (before === undefined) early += visited;
    else counted[counted.length - 1] = before + visited;
  }
  return counted;
}

/** By which part the mean of the days to come may differ from that of the days measured, four cases in five. */
function uncertainty(lately: readonly number[], mean: number, remaining: number): number {
  const n = lately.length;
  const measured = lately.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
  // Small counts scatter by themselves, even when the days measured happen to be alike.
  const variance = Math.max(measured, mean);
  // The mean of the days to come varies with them as well as with what was measured.
  const ofMean = Math.sqrt(variance * (1 / n + mean / Math.max(remaining, mean))) / mean;
  return (fourInFive[Math.min(n, window)] ?? 1.53) * ofMean;
}

/** Households to visit per working day from a day on, so that all are done by the end (时间倒排). */
export function neededPace(remaining: number, from: string, end: string, calendar: WorkCalendar): number {
  if (remaining <= 0) return 0;
  return Math.ceil(remaining / Math.max(workingDays(from, end, calendar), 1));
}

/** Whole households, a few per day with one decimal: 每天约0户 would tell nothing. */
function rounded(perDay: number): number {
  return perDay >= 10 ? Math.round(perDay) : Math.max(Math.round(perDay * 10) / 10, 0.1);
}

/** The forecast in plain words, one or two short clauses. */
export function sayForecast(f: Forecast, end: string): string {
  switch (f.is) {
    case 'done':
      return '已全部查完';
    case 'tooEarly':
      return '刚开始，还看不准哪天能完';
    case 'notBegun':
      return '还没开始';
    case 'stalled':
      return `近${f.days}个工作日没有新增，照此查不完`;
    case 'over':
      return `${dayInWords(end)}已到，还有${f.left}户没查`;
    case 'finishes':
      return `照近${f.days}天每天约${f.perDay}户，${sayWhen(f, end)}`;
  }
}

type Finishes = Extract<Forecast, { is: 'finishes' }>;

/** So many days past the end a date is still worth naming; beyond, what would be left says more. */
const worthNaming = 21;
const bandWorthNaming = 45;

function sayWhen(f: Finishes, end: string): string {
  if (daysBetween(end, f.on) > worthNaming) return `${dayInWords(end)}查不完，到时约剩${f.leftAtEnd}户`;
  return `大约${dayInWords(f.on)}查完${sayBand(f, end)}，${sayVerdict(f, end)}`;
}

function sayBand(f: Finishes, end: string): string {
  if (f.earliest === f.latest) return '';
  const fast = f.earliest === f.on ? '' : `快则${dayInWords(f.earliest)}`;
  const far = daysBetween(end, f.latest) > bandWorthNaming;
  const slow = f.latest === f.on ? '' : far ? '慢了还不止' : `慢则${dayInWords(f.latest)}`;
  return `（${[fast, slow].filter((part) => part !== '').join('，')}）`;
}

function sayVerdict(f: Finishes, end: string): string {
  const day = dayInWords(end);
  switch (f.verdict) {
    case 'inTime':
      return '能按时完成';
    case 'tight':
      return `${day}前能完，但余地不大`;
    case 'doubtful':
      return `${day}前完成有难度`;
    case 'late':
      return `赶不上${day}，到时约剩${f.leftAtEnd}户`;
  }
}
