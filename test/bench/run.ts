// npm run bench [-- --quick] [-- --rounds 5 --seconds 1 --levels 1,32,256 --only full-path,hand-cte]
// Ways to answer a message, on one and the same embedded PostgreSQL (fsync on). They take turns in short rounds
// (a b c … a b c …), so that a machine that slows down or speeds up meanwhile does so for all of them; what counts
// are the ratios within a round.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../db/base/connect.ts';
import { compared, contenders, type Letter } from './contenders.ts';
import type { Measured } from './drive.ts';
import { makeTables } from './ground.ts';
import { median, spread } from './median.ts';
import { OwnProcess } from './own-process.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    levels: { type: 'string' },
    only: { type: 'string' },
  },
});
const { quick } = values;
const rounds = Number(values.rounds ?? (quick ? 3 : 7));
const seconds = Number(values.seconds ?? (quick ? 0.7 : 1));
const levels = (values.levels ?? (quick ? '1,32' : '1,32,256')).split(',').map(Number);
const only = (
  values.only ?? (quick ? 'answers,hand-transaction' : contenders.map((c) => c.file).join(','))
).split(',');
const chosen = contenders.filter((c) => only.includes(c.file));

const dataDir = mkdtempSync(join(tmpdir(), 'ruhu-bench-'));
const database = await openDatabase({ dataDir });
const running = new Map<Letter, OwnProcess>();
/** By level, then by contender: what each round measured. */
const results = new Map<number, Map<Letter, Measured[]>>();
try {
  const { embedded } = database;
  if (embedded === null) throw new Error('The benchmark needs the embedded server.');
  const ground = {
    url: embedded.adminUrl('ruhu'),
    socket: embedded.socket,
    dataDir,
    people: Math.max(...levels),
  };
  await makeTables(ground.url, ground.people);
  for (const { letter, file } of chosen)
    running.set(letter, await OwnProcess.start({ file, ground, server: embedded.pid() ?? 0 }));
  for (const level of levels) {
    const byLetter = new Map<Letter, Measured[]>();
    results.set(level, byLetter);
    for (let round = 0; round < rounds; round += 1)
      for (const [letter, contender] of running)
        byLetter.set(letter, [
          ...(byLetter.get(letter) ?? []),
          await contender.measure({ inFlight: level, seconds, warmUp: round === 0 ? 3 : 0.3 }),
        ]);
  }
  console.log(`${rounds} rounds of ${seconds} s a level; medians of the rounds`);
  console.log('in flight   answers/s    p50 ms    p99 ms   CPU ms/1000 (own + server)   RSS MB');
  for (const { letter, what } of chosen) {
    console.log(`${letter}  ${what}`);
    for (const level of levels) console.log(line(level, results.get(level)?.get(letter) ?? []));
  }
  console.log('ratios of the pairs of each round: median (lowest to highest)');
  for (const [over, under] of compared)
    if (running.has(over) && running.has(under)) console.log(ratio(over, under));
} finally {
  for (const contender of running.values()) await contender.stop();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function line(level: number, all: readonly Measured[]): string {
  const middle = (of: (m: Measured) => number) => median(all.map(of));
  const server = all.some((m) => m.serverCpu === null) ? '?' : middle((m) => m.serverCpu ?? 0).toFixed(0);
  const cells = [
    String(level).padStart(9),
    middle((m) => m.perSecond)
      .toFixed(0)
      .padStart(11),
    middle((m) => m.p50)
      .toFixed(2)
      .padStart(9),
    middle((m) => m.p99)
      .toFixed(2)
      .padStart(9),
    `${middle((m) => m.cpu).toFixed(0)} + ${server}`.padStart(28),
    middle((m) => m.rss)
      .toFixed(0)
      .padStart(8),
  ];
  return cells.join(' ');
}

function ratio(over: Letter, under: Letter): string {
  const pairs = levels.map((level) => {
    const [a = [], b = []] = [over, under].map((letter) => results.get(level)?.get(letter as Letter));
    const ratios = a.map((m, round) => m.perSecond / (b[round]?.perSecond ?? Number.NaN));
    const { lowest, highest } = spread(ratios);
    return `${median(ratios).toFixed(2)} (${lowest.toFixed(2)} to ${highest.toFixed(2)}) at ${level}`;
  });
  return `${over} / ${under}: ${pairs.join(', ')}`;
}
