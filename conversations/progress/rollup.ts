import type { UnitCode } from '../contract/ids.ts';
import { type Counts, sumCounts } from './definitions.ts';
import type { DayCount } from './forecast.ts';

/** What is counted of one village; everything else is summed up from these. */
export interface VillageProgress {
  village: UnitCode;
  name: string;
  township: UnitCode;
  townshipName: string;
  counts: Counts;
  /** Visits per day of submission, oldest first; days without a visit are missing. */
  days: readonly DayCount[];
}

export interface UnitProgress {
  unit: UnitCode;
  name: string;
  counts: Counts;
  days: readonly DayCount[];
}

/** Villages as units of their own, in the order given (the register's). */
export function byVillage(villages: readonly VillageProgress[]): UnitProgress[] {
  return villages.map(({ village, name, counts, days }) => ({ unit: village, name, counts, days }));
}

/** Townships in the order their villages stand in. */
export function byTownship(villages: readonly VillageProgress[]): UnitProgress[] {
  const groups = new Map<UnitCode, VillageProgress[]>();
  for (const village of villages)
    groups.set(village.township, [...(groups.get(village.township) ?? []), village]);
  return [...groups].map(([unit, below]) => ({ unit, name: below[0]?.townshipName ?? '', ...total(below) }));
}

/** Counts and days of several units taken together. */
export function total(
  villages: readonly Pick<VillageProgress, 'counts' | 'days'>[],
): Pick<UnitProgress, 'counts' | 'days'> {
  return { counts: sumCounts(villages.map((v) => v.counts)), days: sumDays(villages.map((v) => v.days)) };
}

function sumDays(all: readonly (readonly DayCount[])[]): DayCount[] {
  const sums = new Map<string, number>();
  for (const days of all)
    for (const { date, visited } of days) sums.set(date, (sums.get(date) ?? 0) + visited);
  return [...sums].map(([date, visited]) => ({ date, visited })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
