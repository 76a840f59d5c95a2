import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { isAlive } from '../../db/embedded/process.ts';
import { county } from '../support/county.ts';
import { readyDataFolder } from '../support/data-folder.ts';
import { Bot } from './bot.ts';

const isRoot = process.getuid?.() === 0;
let dataDir: string;
let bots: Bot[];

beforeEach(async () => {
  dataDir = await readyDataFolder('embedded');
  bots = [];
  const database = await openDatabase({ dataDir });
  await write(database, wholeCounty(county), (tx) => saveCampaign(tx, newSettings(xiaoxian2021, 'real')));
  await database.close();
});

afterEach(async () => {
  for (const bot of bots) await bot.kill();
  // Joins whatever is left and, as the last one out, stops it.
  await (await openDatabase({ dataDir })).close();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(name: string, messages: number): Bot {
  const bot = new Bot(dataDir, name, messages);
  bots.push(bot);
  return bot;
}

/** Every message whose turn is in the database. */
async function stored(): Promise<Set<string>> {
  const database = await openDatabase({ dataDir });
  const rows = await read(
    database,
    wholeCounty(county),
    (db) => db.sql<{ message_id: string }[]>`select message_id from inbox`,
  );
  await database.close();
  return new Set(rows.map((row) => row.message_id));
}

describe('the embedded server', () => {
  it('is shared by two processes; the last one out stops it', async () => {
    const first = start('first', 1);
    const server = await first.server();
    const second = start('second', 1);
    expect(await second.server()).toBe(server);
    await Promise.all([first.answered(0), second.answered(0)]);
    await first.end();
    expect(isAlive(server)).toBe(true);
    await second.end();
    expect(isAlive(server)).toBe(false);
  });

  it('is started once by processes that come at the same moment', async () => {
    const together = ['a', 'b', 'c'].map((name) => start(name, 1));
    const servers = await Promise.all(together.map((bot) => bot.server()));
    expect(new Set(servers).size).toBe(1);
    await Promise.all(together.map((bot) => bot.end()));
  });

  it('survives its bot being killed: the next one adopts it and finds every answer that was given', async () => {
    const bot = start('killed', 100_000);
    const server = await bot.server();
    await bot.answered(40);
    await bot.kill();
    expect(isAlive(server)).toBe(true);
    const next = start('next', 1);
    expect(await next.server()).toBe(server);
    const found = await stored();
    expect(bot.answers().filter((n) => !found.has(`killed ${n}`))).toEqual([]);
    await next.end();
    // The killed one counts no more.
    expect(isAlive(server)).toBe(false);
  });

  it('is brought up again by the bot when it was killed, and no answer that was given is lost', async () => {
    const bot = start('steady', 400);
    const server = await bot.server();
    await bot.answered(30);
    process.kill(server, 'SIGKILL');
    await bot.answered(399);
    const found = await stored();
    expect(bot.answers().filter((n) => !found.has(`steady ${n}`))).toEqual([]);
    expect(found.size).toBe(400);
    await bot.end();
  });

  it('comes up after bot and server were killed together', async () => {
    const bot = start('both', 100_000);
    const server = await bot.server();
    await bot.answered(20);
    process.kill(server, 'SIGKILL');
    await bot.kill();
    const found = await stored();
    expect(bot.answers().filter((n) => !found.has(`both ${n}`))).toEqual([]);
  });

  it('starts although its old process number now belongs to another program', async () => {
    const bot = start('before', 1);
    const cluster = join(await bot.folder(), 'cluster');
    const pidFile = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
    await bot.end();
    // As after a reboot: the file is left, the number is ours.
    const owner = statSync(cluster);
    writeFileSync(join(cluster, 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)), {
      mode: 0o600,
    });
    chownSync(join(cluster, 'postmaster.pid'), owner.uid, owner.gid);
    expect(await stored()).toEqual(new Set(['before 0']));
  });

  it('isn’t kept waiting by the lock of a process that died', async () => {
    const bot = start('one', 1);
    const folder = await bot.folder();
    await bot.end();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 - 1, start: '1', nonce: 'dead' }));
    expect(await stored()).toEqual(new Set(['one 0']));
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('comes up after a power cut left its lock and the server’s pid file empty', async () => {
    const first = start('one', 1);
    const folder = await first.folder();
    await first.end();
    writeFileSync(join(folder, 'lock'), '');
    writeFileSync(join(folder, 'cluster', 'postmaster.pid'), '');
    const second = start('two', 1);
    await second.answered(0);
    await second.end();
    expect(second.errors).toBe('');
  });

  it('keeps its passwords to itself', async () => {
    const bot = start('one', 0);
    const folder = await bot.folder();
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'cluster')).mode & 0o077).toBe(0);
    await bot.end();
  });
});

describe.runIf(isRoot)('as root', () => {
  it('keeps the data elsewhere when the database’s user can’t reach the folder, and says so', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ruhu-home-'));
    chmodSync(home, 0o700);
    const said: string[] = [];
    const database = await openDatabase({ dataDir: join(home, 'data'), say: (line) => said.push(line) });
    const folder = database.embedded?.folder ?? '';
    await database.close();
    expect(said).toEqual([
      `The database's user can't reach ${home}/data; the database is kept in ${folder} instead.`,
    ]);
    expect(folder.startsWith(home)).toBe(false);
    for (const path of [home, folder]) rmSync(path, { recursive: true, force: true });
  });

  it('opens its own data folder for walking through, and nothing above it', async () => {
    chmodSync(dataDir, 0o700);
    const said: string[] = [];
    const database = await openDatabase({ dataDir, say: (line) => said.push(line) });
    expect(database.embedded?.folder).toBe(join(dataDir, 'postgres'));
    expect(statSync(dataDir).mode & 0o777).toBe(0o701);
    expect(said).toEqual([]);
    await database.close();
  });

  it('comes up on a copy of its folder that lost its owners', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'ruhu-copied-'));
    chmodSync(copy, 0o755);
    cpSync(dataDir, copy, { recursive: true });
    expect(statSync(join(copy, 'postgres', 'cluster')).uid).toBe(0);
    const database = await openDatabase({ dataDir: copy });
    const [row] = await read(
      database,
      wholeCounty(county),
      (db) => db.sql`select count(*)::int as n from setting`,
    );
    expect(row?.['n']).toBeGreaterThan(0);
    await database.close();
    rmSync(copy, { recursive: true, force: true });
  });

  it('works the same for a plain user', async () => {
    const own = join(dataDir, 'of a user');
    mkdirSync(own);
    chownSync(own, 65_534, 65_534);
    const bot = new Bot(own, 'user', 0, { uid: 65_534, gid: 65_534 });
    const server = await bot.server();
    expect(statSync(`${own}/postgres/cluster`).uid).toBe(65_534);
    await bot.end();
    expect(isAlive(server)).toBe(false);
  });
});
