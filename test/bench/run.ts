// npm run bench [-- --seconds 4 --levels 1,32,256 --only full-path,hand-cte]
// Six ways to answer a message, side by side on one and the same embedded PostgreSQL (fsync on).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../db/base/connect.ts';
import type { Measured } from './drive.ts';
import { makeTables } from './ground.ts';

const contenders = [
  {
    letter: 'a',
    file: 'answers',
    what: 'Ruhu, one answer, from the channel’s message to the committed reply',
  },
  {
    letter: 'v',
    file: 'full-path',
    what: 'Ruhu, whole visits: finding the household, card, answers, submission, problems',
  },
  { letter: 'b', file: 'hand-transaction', what: 'by hand: begin, lock, append, update, commit' },
  { letter: 'c', file: 'hand-cte', what: 'by hand: one read, one CTE with dedupe' },
  { letter: 'd', file: 'single-commit', what: 'one row, one commit' },
  { letter: 'e', file: 'grammy', what: 'grammY with @grammyjs/conversations' },
  { letter: 'f', file: 'botbuilder', what: 'botbuilder-dialogs' },
] as const;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    levels: { type: 'string', default: '1,32,256' },
    only: { type: 'string', default: contenders.map((c) => c.file).join(',') },
  },
});
const levels = values.levels.split(',').map(Number);
const chosen = contenders.filter((c) => values.only.split(',').includes(c.file));
const dataDir = mkdtempSync(join(tmpdir(), 'ruhu-bench-'));
const database = await openDatabase({ dataDir });
const results = new Map<string, Measured[]>();
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
  console.log(`in flight   answers/s    p50 ms    p99 ms   CPU ms/1000 (own + server)   RSS MB`);
  for (const { letter, file, what } of chosen) {
    console.log(`${letter}  ${what}`);
    const job = { file, ground, server: embedded.pid() ?? 0, levels, seconds: Number(values.seconds) };
    results.set(letter, await inOwnProcess(JSON.stringify(job), (m) => console.log(line(m))));
  }
  for (const [over, under] of [
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'e'],
    ['a', 'f'],
    ['c', 'b'],
  ] as const)
    ratio(over, under);
} finally {
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function inOwnProcess(job: string, told: (measured: Measured) => void): Promise<Measured[]> {
  const program = fileURLToPath(new URL('./one.ts', import.meta.url));
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, job], { stdio: ['ignore', 'pipe', 'inherit'] });
    const all: Measured[] = [];
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        const measured = JSON.parse(text) as Measured;
        all.push(measured);
        told(measured);
      }
    });
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(all) : failed(new Error(`The contender ended with ${code}.`)),
    );
  });
}

function line(m: Measured): string {
  const cpu = `${m.cpu.toFixed(0)} + ${m.serverCpu?.toFixed(0) ?? '?'}`;
  const cells = [
    String(m.inFlight).padStart(9),
    m.perSecond.toFixed(0).padStart(11),
    m.p50.toFixed(2).padStart(9),
    m.p99.toFixed(2).padStart(9),
    cpu.padStart(28),
    m.rss.toFixed(0).padStart(8),
  ];
  return cells.join(' ');
}

function ratio(over: string, under: string): void {
  const pairs = levels.map((level) => {
    const find = (letter: string) => results.get(letter)?.find((m) => m.inFlight === level)?.perSecond;
    const [a, b] = [find(over), find(under)];
    return a === undefined || b === undefined ? null : `${(a / b).toFixed(2)} at ${level}`;
  });
  if (!pairs.includes(null)) console.log(`${over} / ${under}: ${pairs.join(', ')}`);
}
