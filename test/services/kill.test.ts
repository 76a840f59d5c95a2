import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';

const root = resolve(import.meta.dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'ruhu-kill-'));
// As root the database runs as another user, who must be able to pass.
chmodSync(dataDir, 0o755);
const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', RUHU_KEY: '', LOG_LEVEL: 'silent' };
let phone = '';
let next = 20_000;

beforeAll(async () => {
  const made = ruhu('demo', '--households', '301', '--visited', '0');
  expect(made.status, made.stderr).toBe(0);
  phone = await inDatabase(async (db) => {
    const [row] = await db.sql<{ phone: string }[]>`
      select s.phone from staff s join assignment a on a.county = s.county and a.staff_id = s.id
      where s.county = ${demoCounty} group by s.id, s.phone order by count(*) desc, s.phone limit 1`;
    return row?.phone ?? '';
  });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

// Real processes on a busy machine: slow, never stuck.
describe('a reply that was read is never of an answer that was lost', { timeout: 180_000 }, () => {
  it.each([1, 3, 7, 12])('the bot is killed after %i answers', async (answers) => {
    const bot = chat();
    const acknowledged = await sayUntil(bot, answers);
    bot.process.kill('SIGKILL');
    await bot.ended;
    expect(acknowledged.length).toBeGreaterThanOrEqual(answers);
    expect(await stored(acknowledged)).toEqual(acknowledged);
  });

  it('the database is killed in the middle and the same bot goes on', async () => {
    const bot = chat();
    const before = await sayUntil(bot, 4);
    process.kill(postmaster(), 'SIGKILL');
    const after = await sayUntil(bot, 4);
    bot.process.stdin.end();
    await bot.ended;
    expect(await stored([...before, ...after])).toEqual([...before, ...after]);
  });

  it('both are killed and the next start finds everything', async () => {
    const bot = chat();
    const acknowledged = await sayUntil(bot, 5);
    process.kill(postmaster(), 'SIGKILL');
    bot.process.kill('SIGKILL');
    await bot.ended;
    expect(await stored(acknowledged)).toEqual(acknowledged);
  });
});

interface Chat {
  process: ChildProcessWithoutNullStreams;
  ended: Promise<unknown>;
  /** Everything printed so far. */
  printed(): string;
}

function chat(): Chat {
  const child = spawn(process.execPath, ['src/main.ts', 'chat', '--as', phone], { cwd: root, env });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write('排查\n');
  return { process: child, ended: new Promise((done) => child.once('close', done)), printed: () => text };
}

/** Corrects the income to new amounts, one after the other without waiting, until so many were acknowledged. */
async function sayUntil(bot: Chat, count: number): Promise<number[]> {
  const first = next;
  next += 100 * (count + 20);
  const amounts = Array.from({ length: count + 20 }, (_, i) => first + 100 * i);
  const acknowledged = () => amounts.filter((yuan) => bot.printed().includes(`年收入${shown(yuan)}`));
  for (const yuan of amounts) {
    if (acknowledged().length >= count) break;
    bot.process.stdin.write(`收入改成${yuan}元\n`);
    await new Promise<void>((done) => bot.process.stdout.once('data', () => done()));
  }
  return acknowledged();
}

function shown(yuan: number): string {
  return yuan >= 10_000 && yuan % 100 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`;
}

/** Which of these amounts the append-only log of answers holds. */
async function stored(amounts: readonly number[]): Promise<number[]> {
  const found = await inDatabase(
    (db) => db.sql<{ v: number }[]>`
      select (after ->> 'v')::int as v from answer where county = ${demoCounty} and question = 'annualIncome' and after ? 'v'`,
  );
  const all = new Set(found.map((row) => row.v));
  return amounts.filter((yuan) => all.has(yuan));
}

async function inDatabase<T>(work: Parameters<typeof read<T>>[2]): Promise<T> {
  const database = await openDatabase({ dataDir });
  try {
    return await read(database, wholeCounty(demoCounty), work);
  } finally {
    await database.close();
  }
}

function postmaster(): number {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  expect(existsSync(file)).toBe(true);
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function ruhu(...args: string[]) {
  return spawnSync(process.execPath, ['src/main.ts', ...args], { cwd: root, env, encoding: 'utf8' });
}
