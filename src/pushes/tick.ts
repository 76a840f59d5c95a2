import { wholeCounty } from '../../conversations/access/scope.ts';
import { addDays, isoDate } from '../../conversations/calendar/days.ts';
import { minuteOf, momentOf } from '../../conversations/calendar/workdays.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import { type Withheld, withinBudget } from '../../conversations/pushes/budget.ts';
import { type Push, receiverKey } from '../../conversations/pushes/push.ts';
import { agendaAt, type Due, type PushSettings, type Waiting } from '../../conversations/pushes/schedule.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { queuePushes } from '../../db/outbox/outbox-intake.ts';
import { readPushSettings } from '../../db/pushes/asked.ts';
import { noteRun, runsSince, sentOn, takeRun } from '../../db/pushes/runs.ts';
import type { Workplace } from '../setting/workplace.ts';
import { composeRun } from './compose-run.ts';

/** One run of a job as it was made. */
export interface Run {
  due: Due;
  queued: Push[];
  withheld: Withheld[];
  /** Composed for people without a bound account: nobody to send it to. */
  unreachable: Push[];
}

interface Ticked {
  runs: Run[];
  waiting: Waiting[];
}

interface TickOptions {
  /** When the messages may go out, if that isn't the moment of the tick (a rehearsal's clock runs apart). */
  sendAt?: number;
}

type Place = Pick<Workplace, 'database' | 'county'>;

/**
 * Makes what is due: composes the messages and queues them, each run once, whoever ticks how often. Sending is the
 * outbox's. node-cron, the Worker's cron, the command line and the rehearsal all call this one function.
 * @param now milliseconds since 1970
 */
export async function tick(place: Place, now: number, options: TickOptions = {}): Promise<Ticked> {
  const scope = wholeCounty(place.county);
  const plan = await read(place.database, scope, async (db) => {
    const campaign = await readCampaign(db);
    const settings = await readPushSettings(db);
    return { campaign, settings, ...(await runsSince(db, addDays(isoDate(now), -1))) };
  });
  if (plan.campaign === null) return { runs: [], waiting: [] };
  const { campaign, settings } = plan;
  const agenda = agendaAt(now, settings, campaign, plan.done, plan.first ?? isoDate(now));
  const runs: Run[] = [];
  for (const due of agenda.due) {
    const run = await write(place.database, scope, (tx) =>
      makeRun(tx, due, campaign, settings, now, options),
    );
    if (run !== null) runs.push(run);
  }
  return { runs, waiting: agenda.waiting };
}

/** Null when another process makes or made this run. A failure rolls everything back, so the next tick tries again. */
async function makeRun(
  tx: Tx,
  due: Due,
  campaign: CampaignSettings,
  settings: PushSettings,
  now: number,
  options: TickOptions,
): Promise<Run | null> {
  if (!(await takeRun(tx, due, now))) return null;
  const { pushes, muted } = await composeRun(tx, due, campaign, settings, now);
  const { kept, withheld } = withinBudget(pushes, settings.budget, await sentOn(tx, due.date), muted);
  const keys = new Set(await queue(tx, kept, due, settings, now, options));
  const run: Run = {
    due,
    queued: kept.filter((push) => keys.has(push.key)),
    withheld,
    unreachable: kept.filter((push) => !keys.has(push.key)),
  };
  await noteRun(tx, due, {
    queued: run.queued.length,
    withheld: withheld.length,
    unreachable: run.unreachable.length,
  });
  return run;
}

/** A county's morning is some thousand messages: queued by portions. */
const portion = 500;

async function queue(
  tx: Tx,
  pushes: readonly Push[],
  due: Due,
  settings: PushSettings,
  now: number,
  { sendAt }: TickOptions,
): Promise<string[]> {
  const { at, usefulForMinutes } = settings.jobs[due.job];
  const ends = momentOf(due.date, minuteOf(at)) + usefulForMinutes * 60_000;
  const keys: string[] = [];
  for (let from = 0; from < pushes.length; from += portion) {
    const some = pushes.slice(from, from + portion).map((push) => ({
      key: push.key,
      receiver: receiverKey(push.to),
      kind: push.deadline === true ? ('deadline' as const) : push.kind,
      body: {
        type: 'text' as const,
        text: push.text,
        ...(push.document === undefined ? {} : { document: push.document }),
      },
      dueAt: sendAt ?? now,
      // Told late a deadline is still worth telling; a list is not.
      usefulUntil: sendAt !== undefined || push.deadline === true ? null : ends,
    }));
    keys.push(...(await queuePushes(tx, some, now)));
  }
  return keys;
}
