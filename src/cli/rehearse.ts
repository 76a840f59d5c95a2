import { once } from 'node:events';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { sayShare } from '../../conversations/progress/definitions.ts';
import { total } from '../../conversations/progress/rollup.ts';
import { receiverKey } from '../../conversations/pushes/push.ts';
import { read } from '../../db/base/transaction.ts';
import { countyState } from '../../db/places/counties.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { receiverNames } from '../../db/pushes/facts.ts';
import { type App, openApp } from '../composition/compose.ts';
import { loadDemo } from '../county/load-demo.ts';
import { type DayPart, Rehearsal } from '../county/rehearsal.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface RehearseCommand {
  /** The campaign's eighth day when the county is made; where the simulated clock is put, if it isn't past that already. */
  now?: string;
  /** Runs so many days with robots, prints them and ends; without it the rehearsal is served. */
  days?: string;
  households?: string;
}

const usualHouseholds = 600;
/** Of each part of a day this many messages are printed. */
const printed = 3;

/** `ruhu rehearse`: a county of made-up households to practise in, with a clock that can be put forward. */
export async function runRehearse(options: RehearseCommand, streams: Streams): Promise<number> {
  const days = options.days === undefined ? undefined : Number(options.days);
  const households = Number(options.households ?? usualHouseholds);
  if (
    (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 60)) ||
    !(Number.isInteger(households) && households >= 24 && households <= 20_000)
  ) {
    streams.errors.write('--days 应是 1 到 60 的整数，--households 应是 24 到 20000 的整数\n');
    return 2;
  }
  const say = (line: string): void => void streams.errors.write(`${line}\n`);
  const app = await openApp({ env: streams.env, say }, rehearsalCounty);
  try {
    const at = timeOf(options.now);
    await fillOnce(app, households, at ?? new Date(), say);
    const rehearsal = await Rehearsal.open(app, at?.getTime());
    if (days === undefined) return await serve(app, rehearsal, streams);
    for (let day = 0; day < days; day++) await printDay(app, rehearsal, streams.output);
    return 0;
  } finally {
    await app.close();
  }
}

/** The campaign is laid around `asOf`, its eighth day, as the demo's is. */
async function fillOnce(
  app: App,
  households: number,
  asOf: Date,
  say: (line: string) => void,
): Promise<void> {
  if ((await countyState(app.database, app.county)).hasHouseholds) return;
  say(`第一次演练，正在造${households}户……`);
  await loadDemo({ database: app.database, key: app.key, households, visited: 0, county: app.county, asOf });
}

async function serve(app: App, rehearsal: Rehearsal, streams: Streams): Promise<number> {
  const { runRehearsalServer } = await import('../composition/run-rehearsal.ts');
  const running = await runRehearsalServer(app, rehearsal);
  streams.output.write(
    `演练已启动：${running.http.url}/rehearsal（演练时间${sayMoment(rehearsal.clock.now())}）\n`,
  );
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await running.stop();
  return 0;
}

/** A day from the morning's reminders over the robots' visits to the evening's digest. */
async function printDay(app: App, rehearsal: Rehearsal, out: NodeJS.WritableStream): Promise<void> {
  await printPart(app, out, `早上`, await rehearsal.morning());
  const visits = await rehearsal.visits();
  out.write(
    `走访：机器排查员走访了${visits.visited + visits.notHome}户，提交${visits.visited}户，不在家${visits.notHome}户。\n\n`,
  );
  await printPart(app, out, `傍晚`, await rehearsal.evening());
  const now = rehearsal.clock.now();
  const { counts } = total(
    await read(app.database, wholeCounty(app.county), (db) => countVillages(db, { today: isoDate(now) })),
  );
  out.write(
    `${sayMoment(now)}：已查${counts.visited}/${counts.total}户（${sayShare(counts.visited, counts.total)}）。\n\n`,
  );
}

async function printPart(app: App, out: NodeJS.WritableStream, name: string, part: DayPart): Promise<void> {
  for (const run of part.runs) {
    const pushes = [...run.queued, ...run.unreachable];
    out.write(`${name} ${run.due.date} ${run.due.job}：${pushes.length}条\n`);
    const some = pushes.slice(0, printed);
    const names = await read(app.database, wholeCounty(app.county), (db) =>
      receiverNames(
        db,
        some.map((push) => receiverKey(push.to)),
      ),
    );
    for (const push of some) out.write(`\n→ ${names.get(receiverKey(push.to)) ?? ''}\n${push.text}\n`);
    out.write(pushes.length > some.length ? `\n……其余${pushes.length - some.length}条\n\n` : '\n');
  }
}
