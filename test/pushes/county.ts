import { momentOf } from '../../conversations/calendar/workdays.ts';
import { roomId, staffId, unitCode } from '../../conversations/contract/ids.ts';
import { type Counts, noCounts } from '../../conversations/progress/definitions.ts';
import {
  type Course,
  noProblems,
  type ProblemCounts,
  type UnitCounts,
} from '../../conversations/progress/overview.ts';
import { startingSettings } from '../../conversations/pushes/schedule.ts';

/** A made-up county for tests of what is sent. 2021-12-15 is a Wednesday; Sundays rest. */
export const calendar = { ...startingSettings().calendar, holidays: [] };
export const campaign = { start: '2021-12-09', end: '2021-12-31', reportDeadline: '2021-12-27' };
export const wednesday = '2021-12-15';

export const evening: Course = { campaign: '大排查', ...campaign, date: wednesday, evening: true, calendar };
export const at = (clock: string, date = wednesday): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return momentOf(date, hours * 60 + minutes);
};

export const staff = (n: number) => staffId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const room = (n: number) => roomId.parse(`00000000-0000-4000-9000-${String(n).padStart(12, '0')}`);

export function counts(over: Partial<Counts>): Counts {
  return { ...noCounts, ...over };
}

export function unit(code: string, name: string, over: Partial<Counts>): UnitCounts {
  return { unit: unitCode.parse(code), name, counts: counts(over) };
}

export function problems(over: Partial<ProblemCounts>): ProblemCounts {
  return { ...noProblems, ...over };
}

/** Visits on the working days from 9 December on. */
export function days(...visited: number[]) {
  const dates = ['2021-12-09', '2021-12-10', '2021-12-11', '2021-12-13', '2021-12-14', '2021-12-15'];
  return visited.map((count, i) => ({ date: dates[i] ?? '', visited: count }));
}
