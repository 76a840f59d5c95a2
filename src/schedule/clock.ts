import { schedule } from 'node-cron';
import type { Log } from '../setting/log.ts';
import type { Workplace } from '../setting/workplace.ts';
import { type Job, jobs } from './jobs.ts';

/**
 * Runs the job table on Node, and `more` jobs that only Node can do. At the start every job runs once, so that what
 * was missed is caught up at once.
 */
export function startClock(
  place: Pick<Workplace, 'database' | 'county'>,
  log: Log,
  more: readonly Job[] = [],
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const all = [...jobs, ...more];
  const run = (job: Job): void => {
    const done = job
      .run(place, Date.now())
      .catch((error: unknown) =>
        log.error({ err: error, job: job.name }, 'a job failed; the next tick tries again'),
      )
      .finally(() => running.delete(done));
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
