import { wholeCounty } from '../../conversations/access/scope.ts';
import { write } from '../../db/base/transaction.ts';
import { refreshSummary } from '../../db/progress/summary.ts';
import { forgetLoosePhotos } from '../../db/visits/attachments.ts';
import { forgetWebMessages } from '../../db/web/messages.ts';
import { tick } from '../pushes/tick.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Something done by the clock. Each looks itself whether there is anything to do, so coming too often is harmless. */
export interface Job {
  name: string;
  /** Minute, hour, day, month, weekday in Asia/Shanghai. A Worker's triggers are in UTC: every minute is the same. */
  cron: string;
  run(place: Pick<Workplace, 'database' | 'county'>, now: number): Promise<void>;
}

/** A photo nobody took up is asked for again when its household is open (see visit/photo.ts). */
const keepLoosePhotosMs = 2 * 86_400_000;
const keepWebMessagesMs = 60 * 86_400_000;

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
    // What was shown on the chat page; the answers themselves are elsewhere and stay.
    name: 'forgetWebMessages',
    cron: '17 3 * * *',
    run: async ({ database, county }, now) => {
      const before = new Date(now - keepWebMessagesMs);
      await write(database, wholeCounty(county), (tx) => forgetWebMessages(tx, before));
    },
  },
  {
    // Photos that were sent and belong to nothing: a household's inside is nobody's to keep without need.
    name: 'forgetLoosePhotos',
    cron: '27 3 * * *',
    run: async ({ database, county }, now) => {
      const before = new Date(now - keepLoosePhotosMs);
      await write(database, wholeCounty(county), (tx) => forgetLoosePhotos(tx, before));
    },
  },
];
