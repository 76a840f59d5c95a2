import { z } from 'zod';
import { addDays, isoDate } from '../calendar/days.ts';
import { sayMoment } from '../calendar/workdays.ts';
import type { DocumentRequest } from '../contract/turn.ts';
import { permilleOf } from '../language/percent.ts';
import { categoryLabels } from '../problems/states.ts';
import { type Counts, remaining } from '../progress/definitions.ts';
import { type DayCount, sayForecast } from '../progress/forecast.ts';
import type { PlanStanding, ProblemCounts, UnitCounts } from '../progress/overview.ts';
import { type Pace, paceOf } from '../progress/pace.ts';

/** Everything a progress picture is made from. */
export interface ProgressPicture {
  title: string;
  /** How the campaign is called: 大排查. */
  campaign: string;
  at: number;
  end: string;
  counts: Counts;
  standing: PlanStanding;
  /** Groups of a village, villages of a township or townships of the county, in register order. */
  units: readonly UnitCounts[];
  unitKind: 'group' | 'village' | 'township';
  days: readonly DayCount[];
  problems: ProblemCounts;
}

export const paces = ['done', 'ahead', 'onPace', 'behind', 'notStarted'] as const satisfies readonly Pace[];

/**
 * A picture as data: small enough to lie in the outbox, complete enough to be drawn by any process at any later
 * time with the very numbers of the text beside it.
 */
export const pictureData = z.object({
  kind: z.literal('progress'),
  title: z.string(),
  /** How the campaign is called; pictures queued by an older version don't say. */
  campaign: z.string().default(''),
  /** 12月15日 17:36 */
  asOf: z.string(),
  total: z.number(),
  visited: z.number(),
  today: z.number(),
  planned: z.number(),
  forecast: z.string(),
  unitKind: z.enum(['group', 'village', 'township']),
  rows: z
    .array(z.object({ name: z.string(), visited: z.number(), total: z.number(), pace: z.enum(paces) }))
    .max(400),
  days: z.array(z.object({ date: z.string(), visited: z.number() })).max(31),
  /** Visits per day that would have been enough from the start. */
  perDay: z.number(),
  problems: z.array(z.object({ name: z.string(), count: z.number() })).max(13),
  problemsClosed: z.number(),
  /** Struck off or not; pictures queued by an older version don't say. */
  problemsAll: z.number().optional(),
});
export type PictureData = z.infer<typeof pictureData>;

/** The picture as plain data, which travels with a push and is drawn where it is shown. */
export function pictureDataOf(p: ProgressPicture): PictureData {
  const { standing: s } = p;
  return {
    kind: 'progress',
    title: p.title,
    campaign: p.campaign,
    asOf: sayMoment(p.at),
    total: p.counts.total,
    visited: p.counts.visited,
    today: p.counts.visitedToday,
    planned: Math.round(s.planned * 1000) / 1000,
    forecast: sayForecast(s.forecast, p.end),
    unitKind: p.unitKind,
    rows: p.units.map(({ name, counts }) => ({
      name,
      visited: counts.visited,
      total: counts.total,
      pace: paceOf(counts, s.planned),
    })),
    days: everyDay(p),
    perDay: remaining(p.counts) > 0 ? s.needed : 0,
    problems: [...p.problems.byCategory]
      .filter((k) => k.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, 6)
      .map((k) => ({ name: categoryLabels[k.category], count: k.count })),
    problemsClosed: p.problems.closed,
    problemsAll: p.problems.open + p.problems.done + p.problems.closed,
  };
}

/** The last days one by one, a day without a visit as 0: left out, nobody would see that it stood still. */
function everyDay({ days, at, end }: ProgressPicture): DayCount[] {
  const visited = new Map(days.map((day) => [day.date, day.visited]));
  const [reached = end] = [isoDate(at), end].sort();
  const [first = reached] = [...visited.keys()].sort();
  const last = [...visited.keys(), reached].sort().at(-1) ?? reached;
  if (visited.size === 0) return [];
  const all: DayCount[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    all.push({ date, visited: visited.get(date) ?? 0 });
  return all.slice(-14);
}

/** The request that the shell turns into a PNG. The name tells people which picture it is. */
export function pictureOf(p: ProgressPicture, key: string): DocumentRequest {
  const date = key.split('/')[1] ?? '';
  return {
    kind: 'progressPicture',
    args: { data: JSON.stringify(pictureDataOf(p)) },
    fileName: `${p.title}进度${date}.png`,
  };
}

/** Per cent with one decimal, rounded as everywhere: 99.96 % is not yet 100. */
export function sharePercent(row: { visited: number; total: number }): number {
  return row.total === 0 ? 100 : permilleOf(row.visited, row.total) / 10;
}
