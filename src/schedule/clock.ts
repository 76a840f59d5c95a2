import { schedule } from 'node-cron';
import type { Log } from '../setting/log.ts';
import type { Workplace } from '../setting/workplace.ts';
import { type Job, jobs } from './jobs.ts';
import type { Pulse } from './pulse.ts';

/** The job that comes every minute: when it stops, so has the schedule. */
const watched = 'tick';

/**
 * Runs the job table on Node, and `more` jobs that only Node can do. At the start every job runs once, so that what
 * was missed is caught up at once.
 */
export function startClock(
  place: Pick<Workplace, 'database' | 'county'>,
  log: Log,
  more: readonly Job[] = [],
  pulse?: Pulse,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const all = [...jobs, ...more];
  const busy = new Set<string>();
  const run = (job: Job): void => {
    // Comes again soon; a slow one isn't run over itself.
    if (busy.has(job.name)) return;
    busy.add(job.name);
    const done = job
      .run(place, Date.now())
      .then(() => {
        if (job.name === watched) pulse?.beat('schedule');
      })
      .catch((error: unknown) => {
        pulse?.missed(error);
        log.error({ err: error, job: job.name }, 'a job failed; the next tick tries again');
      })
      .finally(() => {
        busy.delete(job.name);
        running.delete(done);
      });
    running.add(done);
  };
  const tasks = all.map((job) =>
    schedule(job.cron, () => run(job), { timezone: 'Asia/Shanghai', noOverlap: true, name: job.name }),
  );
  for (const job of all) run(job);
  return {
    stop: async () => {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}
