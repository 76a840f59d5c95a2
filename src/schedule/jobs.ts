import { wholeCounty } from '../../conversations/access/scope.ts';
import { write } from '../../db/base/transaction.ts';
import { keepPeriodsNightly } from '../../db/erasing/nightly.ts';
import { refreshSummary } from '../../db/progress/summary.ts';
import { tick } from '../pushes/tick.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Something done by the clock. Each looks itself whether there is anything to do, so coming too often is harmless. */
export interface Job {
  name: string;
  /** Minute, hour, day, month, weekday in Asia/Shanghai. A Worker's triggers are in UTC: every minute is the same. */
  cron: string;
  run(place: Pick<Workplace, 'database' | 'county'>, now: number): Promise<void>;
}

/** The one table of jobs: node-cron runs it on Node, the cron triggers on Workers. */
export const jobs: readonly Job[] = [
  {
    // What is due by the county's own schedule (conversations/pushes/schedule.ts), which is data.
    name: 'tick',
    cron: '* * * * *',
    run: async (place, now) => {
      await tick(place, now);
    },
  },
  {
    // Figures for pages are counted by whoever looks; this keeps them near when nobody did for a while.
    name: 'progress',
    cron: '7,22,37,52 6-22 * * *',
    run: async ({ database, county }) => {
      await write(database, wholeCounty(county), refreshSummary);
    },
  },
  {
    // Every table has its period, as data: replies go after days, photos of nothing after two.
    name: 'keepPeriods',
    cron: '17 3 * * *',
    run: async ({ database, county }, now) => {
      await write(database, wholeCounty(county), (tx) => keepPeriodsNightly(tx, now));
    },
  },
];
