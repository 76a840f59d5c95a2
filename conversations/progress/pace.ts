import { type WorkCalendar, workingDays } from '../calendar/workdays.ts';
import { type Counts, remaining, share } from './definitions.ts';
import type { Forecast } from './forecast.ts';

export type Pace = 'done' | 'ahead' | 'onPace' | 'behind' | 'notStarted';

/** A unit within this share of the plan counts as on pace: two neighbouring days differ by about as much. */
const tolerance = 0.05;

/** Where the work should be at the end of a day if it were spread evenly over the working days, 0 … 1. */
export function plannedShare(date: string, start: string, end: string, calendar: WorkCalendar): number {
  const all = workingDays(start, end, calendar);
  if (all === 0) return 1;
  const past = date < start ? 0 : workingDays(start, date < end ? date : end, calendar);
  return past / all;
}

/**
 * How a unit stands against the plan.
 * @param planned share of the work that should be done by now, 0 to 1
 */
export function paceOf(c: Pick<Counts, 'total' | 'visited'>, planned: number): Pace {
  if (remaining(c) <= 0) return 'done';
  if (c.visited === 0 && planned > tolerance) return 'notStarted';
  const ahead = share(c) - planned;
  if (ahead > tolerance) return 'ahead';
  return ahead < -tolerance ? 'behind' : 'onPace';
}

export const paceWords: Readonly<Record<Pace, string>> = {
  done: '已查完',
  ahead: '快于计划',
  onPace: '正常',
  behind: '慢于计划',
  notStarted: '没开始',
};

/** What is known of a unit that is behind, to say why in words a leader can act on. */
interface BehindFacts {
  counts: Counts;
  forecast: Forecast;
  needed: number;
  /** Helpers with households, and those of them who haven't finished one. */
  helpers: number;
  idleHelpers: number;
  /** Households nobody is responsible for. */
  unassigned: number;
}

/** At most two reasons, the heaviest first; no person is named. */
export function reasonsBehind(f: BehindFacts): string[] {
  const left = Math.max(remaining(f.counts), 1);
  const found: [weight: number, words: string][] = [];
  if (f.forecast.is === 'stalled') found.push([2, `近${f.forecast.days}天没动`]);
  if (f.forecast.is === 'notBegun') found.push([2, '还没开始']);
  if (f.unassigned > 0) found.push([f.unassigned / left, `${f.unassigned}户还没分到人`]);
  if (f.idleHelpers > 0)
    found.push([f.idleHelpers / Math.max(f.helpers, 1), `${f.idleHelpers}名排查员还没开始`]);
  const away = f.counts.notHome + f.counts.refused;
  if (away / left >= 0.1) found.push([away / left, `${away}户不在家或拒访`]);
  if (f.counts.returned / left >= 0.05)
    found.push([f.counts.returned / left, `${f.counts.returned}户被退回`]);
  const perDay = f.forecast.is === 'finishes' ? f.forecast.perDay : undefined;
  if (perDay !== undefined && perDay < f.needed) found.push([0.05, `每天${perDay}户，要${f.needed}户才够`]);
  return found
    .sort(([a], [b]) => b - a)
    .slice(0, 2)
    .map(([, words]) => words);
}
