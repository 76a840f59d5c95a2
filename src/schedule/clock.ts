import { schedule } from 'node-cron';
import type { Log } from '../setting/log.ts';
import type { Workplace } from '../setting/workplace.ts';
import { type Job, jobs } from './jobs.ts';
import type { Pulse } from './pulse.ts';

/** The job that comes every minute: when it stops, so has the schedule. */
const watched = 'tick';

/** The machine's clock is looked at so often for having been set: node-cron waits by it, for a step back as long as the step. */
const lookEveryMs = 5_000;
const stepMs = 2_000;

interface ClockOptions {
  /** Jobs that only Node can do. */
  more?: readonly Job[];
  pulse?: Pulse;
  /** The time told to the jobs, milliseconds since 1970. */
  now?: () => number;
}

/**
 * Runs the job table on Node. At the start every job runs once, so that what was missed is caught up at once; and so
 * when the machine's clock was set.
 */
export function startClock(
  place: Pick<Workplace, 'database' | 'county'>,
  log: Log,
  { more = [], pulse, now = Date.now }: ClockOptions = {},
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  const all = [...jobs, ...more];
  const run = (job: Job): void => {
    // Comes again soon; a slow one isn't run over itself.
    if (busy.has(job.name)) return;
    busy.add(job.name);
    const done = job
      .run(place, now())
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
  const begin = () => {
    const made = all.map((job) =>
      schedule(job.cron, () => run(job), { timezone: 'Asia/Shanghai', noOverlap: true, name: job.name }),
    );
    for (const job of all) run(job);
    return made;
  };
  let tasks = begin();
  const end = () => Promise.all(tasks.map((task) => task.destroy()));
  let offset = Date.now() - performance.now();
  const looking = setInterval(() => {
    const moved = Date.now() - performance.now() - offset;
    if (Math.abs(moved) < stepMs) return;
    offset += moved;
    log.warn({ seconds: Math.round(moved / 1000) }, 'the clock was set; the schedule begins anew');
    void end().then(() => {
      tasks = begin();
    });
  }, lookEveryMs);
  return {
    stop: async () => {
      clearInterval(looking);
      await end();
      await Promise.all(running);
    },
  };
}
