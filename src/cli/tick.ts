import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { receiverKey } from '../../conversations/pushes/push.ts';
import type { JobName, Waiting } from '../../conversations/pushes/schedule.ts';
import { read } from '../../db/base/transaction.ts';
import { receiverNames } from '../../db/pushes/facts.ts';
import { type App, openApp } from '../composition/compose.ts';
import { type Run, tick } from '../pushes/tick.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface TickCommand {
  now?: string;
  pictures?: string;
}

const jobWords: Readonly<Record<JobName, string>> = {
  morning: '早上的个人提醒',
  villageNote: '村群早提醒',
  townshipSummary: '乡镇群下午小结',
  eveningDigest: '晚上的日报',
};

const waitWords: Readonly<Record<Waiting['why'], string>> = {
  early: '还没到时间',
  late: '时间已过，不再补发',
  quiet: '免打扰时段，等到早上',
  rest: '休息日不发',
  done: '已经发过了',
  over: '不在排查期内',
};

/** So many messages of one run are printed in full; of a whole county's morning the rest is counted. */
const printed = 40;

/** `ruhu tick`: makes what is due now (or at --now), prints it, and writes the pictures. */
export async function runTick(options: TickCommand, streams: Streams): Promise<number> {
  const now = timeOf(options.now)?.getTime() ?? Date.now();
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    await tickOver(app, streams.output, now, options.pictures ?? join(app.config.dataDir, 'pictures'));
    return 0;
  } finally {
    await app.close();
  }
}

/** One tick with what it did printed to `out`; pictures go to `folder`. */
async function tickOver(app: App, out: NodeJS.WritableStream, now: number, folder: string): Promise<void> {
  const { runs, waiting } = await tick(app, now);
  out.write(`${sayMoment(now)}：\n`);
  for (const run of runs) await printRun(app, out, run, folder);
  for (const { job, date, why } of waiting)
    if (why !== 'over' && (date === isoDate(now) || why === 'quiet'))
      out.write(`${jobWords[job]}（${date}）：${waitWords[why]}\n`);
  const queued = runs.reduce((n, run) => n + run.queued.length, 0);
  out.write(`共排入 ${queued} 条。\n`);
}

async function printRun(app: App, out: NodeJS.WritableStream, run: Run, folder: string): Promise<void> {
  const { due, queued, withheld, unreachable } = run;
  const notes = [
    withheld.length > 0 ? `免打扰或到上限没发 ${withheld.length} 条` : '',
    unreachable.length > 0 ? `还没绑定、收不到的 ${unreachable.length} 人` : '',
  ].filter((note) => note !== '');
  out.write(
    `${jobWords[due.job]}（${due.date}）：排入 ${queued.length} 条${notes.length > 0 ? `；${notes.join('；')}` : ''}\n`,
  );
  const shown = queued.slice(0, printed);
  const names = await read(app.database, wholeCounty(app.county), (db) =>
    receiverNames(
      db,
      shown.map((push) => receiverKey(push.to)),
    ),
  );
  for (const push of shown) {
    out.write(`\n→ ${names.get(receiverKey(push.to)) ?? receiverKey(push.to)}\n${push.text}\n`);
    if (push.document?.kind !== 'progressPicture') continue;
    const { progressPicture } = await import('../documents/progress-picture.ts');
    const picture = await progressPicture(push.document);
    await mkdir(folder, { recursive: true });
    const path = join(folder, picture.name);
    await writeFile(path, picture.data);
    out.write(`图：${path}（${Math.ceil(picture.data.length / 1024)} KB）\n`);
  }
  if (queued.length > shown.length) out.write(`\n……其余 ${queued.length - shown.length} 条不再列出。\n`);
  if (queued.length > 0) out.write('\n');
}
