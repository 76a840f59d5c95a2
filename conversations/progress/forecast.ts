import { dayInWords, daysBetween } from '../problems/dates.ts';
import { isWorkingDay, nthWorkingDay, type WorkCalendar, workingDays } from '../pushes/calendar.ts';

/** Households visited on one day. */
export interface DayCount {
  date: string;
  visited: number;
}

/** Up to this many past working days tell the pace. */
const window = 5;
/** About four finishing dates in five lie within the band that is told. */
const bandWidth = 1.3;

export type Forecast =
  | { is: 'done' }
  /** Fewer than two full working days: no honest pace yet. */
  | { is: 'tooEarly' }
  | { is: 'stalled'; days: number }
  | {
      is: 'finishes';
      /** Likely finishing date; `earliest` and `latest` hold about four cases of five. */
      on: string;
      earliest: string;
      latest: string;
      perDay: number;
      days: number;
      verdict: 'inTime' | 'tight' | 'late';
    };

/**
 * When the rest will be done if it goes on as in the last working days.
 * @param days visited per day, full days only; days of rest count for nothing and are left out
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
  const lately = days
    .filter((d) => isWorkingDay(d.date, calendar))
    .slice(-window)
    .map((d) => d.visited);
  const n = lately.length;
  if (n < 2) return { is: 'tooEarly' };
  const mean = lately.reduce((a, b) => a + b, 0) / n;
  if (mean <= 0) return { is: 'stalled', days: n };
  const spread = Math.sqrt(lately.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1));
  // The mean of the days to come varies with them as well as with what was measured.
  const band = bandWidth * spread * Math.sqrt(1 / n + mean / Math.max(remaining, mean));
  const on = nthWorkingDay(from, remaining / mean, calendar);
  const earliest = nthWorkingDay(from, remaining / (mean + band), calendar);
  const latest = nthWorkingDay(from, remaining / Math.max(mean - band, mean / 4), calendar);
  const verdict = latest <= end ? 'inTime' : on <= end ? 'tight' : 'late';
  return { is: 'finishes', on, earliest, latest, perDay: rounded(mean), days: n, verdict };
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
    case 'stalled':
      return `近${f.days}个工作日没有新增，照此查不完`;
    case 'finishes': {
      const far = daysBetween(end, f.on) > 60;
      const when = far ? `要拖到${dayInWords(end)}以后两个多月` : `大约${dayInWords(f.on)}查完${sayBand(f)}`;
      return `照近${f.days}天每天约${f.perDay}户，${when}，${sayVerdict(f, end)}`;
    }
  }
}

function sayBand(f: Extract<Forecast, { is: 'finishes' }>): string {
  if (f.earliest === f.latest) return '';
  if (f.earliest === f.on) return `（慢则${dayInWords(f.latest)}）`;
  if (f.latest === f.on) return `（快则${dayInWords(f.earliest)}）`;
  return `（快则${dayInWords(f.earliest)}，慢则${dayInWords(f.latest)}）`;
}

function sayVerdict(f: Extract<Forecast, { is: 'finishes' }>, end: string): string {
  if (f.verdict === 'inTime') return '能按时完成';
  if (f.verdict === 'tight') return `${dayInWords(end)}前能完，但余地不大`;
  return `赶不上${dayInWords(end)}`;
}
