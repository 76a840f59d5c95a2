import { addDays } from '../calendar/days.ts';
import { type WorkCalendar, workingDays } from '../calendar/workdays.ts';
import { type ProblemCategory, problemCategories } from '../contract/finding.ts';
import type { UnitCode } from '../contract/ids.ts';
import { categoryLabels } from '../problems/states.ts';
import { type Counts, remaining } from './definitions.ts';
import { type DayCount, type Forecast, forecast, neededPace } from './forecast.ts';
import { type Pace, paceOf, plannedShare } from './pace.ts';

/** One unit in a list of progress, in register order. */
export interface UnitCounts {
  unit: UnitCode;
  name: string;
  counts: Counts;
}

/** Problems of a unit, counted. `overdue` is not struck off and past its date. */
export interface ProblemCounts {
  open: number;
  done: number;
  closed: number;
  overdue: number;
  overdueLong: number;
  openedToday: number;
  byCategory: readonly { category: ProblemCategory; count: number }[];
}

export const noProblems: ProblemCounts = {
  open: 0,
  done: 0,
  closed: 0,
  overdue: 0,
  overdueLong: 0,
  openedToday: 0,
  byCategory: [],
};

/** The campaign as progress needs it. */
export interface Course {
  /** How the campaign is called: 大排查. */
  campaign: string;
  /** The day that is looked at; `evening` when its own visits belong to the pace. */
  date: string;
  evening: boolean;
  start: string;
  end: string;
  calendar: WorkCalendar;
}

/** A unit's progress against the plan: what every picture, page and message about it shows. */
export interface PlanStanding {
  counts: Counts;
  planned: number;
  pace: Pace;
  /** Households per working day that would be enough. */
  needed: number;
  /** Working days left for it, the one looked at included unless it is over. */
  daysLeft: number;
  forecast: Forecast;
}

/** @param days visits per day, any order of completeness; days without visits may be missing */
export function standing(counts: Counts, days: readonly DayCount[], course: Course): PlanStanding {
  const { date, evening, start, end, calendar } = course;
  const planned = plannedShare(evening ? date : addDays(date, -1), start, end, calendar);
  const from = evening ? addDays(date, 1) : date;
  const full = fullDays(days, start, evening ? date : addDays(date, -1));
  const left = remaining(counts);
  return {
    counts,
    planned,
    pace: paceOf(counts, planned),
    needed: neededPace(left, from, end, calendar),
    daysLeft: workingDays(from, end, calendar),
    forecast: begunOrNot(counts, forecast(left, full, from, end, calendar)),
  };
}

/** Where nobody has set out yet, there is no pace to speak of. */
function begunOrNot(counts: Counts, f: Forecast): Forecast {
  const begun = counts.untouched < counts.total;
  return !begun && (f.is === 'stalled' || f.is === 'tooEarly') ? { is: 'notBegun' } : f;
}

/** Every day of the campaign so far, those without a visit as 0; at most the last twenty. */
function fullDays(days: readonly DayCount[], start: string, last: string): DayCount[] {
  const visited = new Map(days.map((d) => [d.date, d.visited]));
  const full: DayCount[] = [];
  const first = start > addDays(last, -20) ? start : addDays(last, -20);
  for (let date = first; date <= last; date = addDays(date, 1))
    full.push({ date, visited: visited.get(date) ?? 0 });
  return full;
}

/** 住房安全62、基本医疗51 — the kinds met most often. */
export function sayKinds(byCategory: ProblemCounts['byCategory'], most: number): string {
  return [...byCategory]
    .filter((k) => k.count > 0)
    .sort(
      (a, b) =>
        b.count - a.count || problemCategories.indexOf(a.category) - problemCategories.indexOf(b.category),
    )
    .slice(0, most)
    .map((k) => `${categoryLabels[k.category]}${k.count}`)
    .join('、');
}
