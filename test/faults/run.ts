/**
 * `npm run test:faults`: the long loops of faults, with a platform, people and a bot on this machine. Says what it
 * misses here. `-- --kills 100` for more or fewer, `-- --only local|links|pooler|clock|disk` for one part, `-- --beside 4`
 * for so many bots killed at the same time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { appRole } from '../../db/base/roles.ts';
import { joinServer } from '../../db/embedded/server.ts';
import { BadLink } from '../support/bad-link.ts';
import { endAll, pause } from './bot.ts';
import { canFakeClocks, fakedClock } from './faked-clock.ts';
import { clockFaults, linkFaults, localFaults, poolerFaults, stops } from './faults.ts';
import { makeGround } from './ground.ts';
import { judge } from './judge.ts';
import { type Looped, loop } from './loop.ts';
import { findPooler, startPooler } from './pooler.ts';
import { broken } from './recovery.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    people: { type: 'string', default: '6' },
    beside: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const kills = Number(values.kills);
const people = Number(values.people);
const beside = Number(values.beside);
/** Shares of the kills. */
const shares = { local: 0.75, links: 0.2, pooler: 0.05 };
const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const wanted = (part: string) => values.only === undefined || values.only === part;
let failed = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => endAll().then(() => process.exit(130)));

await allOf([
  ...(wanted('local') ? Array.from({ length: beside }, (_, i) => () => local(i + 1)) : []),
  ...(wanted('links') ? [links] : []),
  ...(wanted('pooler') ? [pooler] : []),
  ...(wanted('clock') ? [clocks] : []),
  ...(wanted('disk') ? [fullDisk] : []),
]);
if (wanted('local')) {
  say(`ends in ${stops.map((ms) => (ms === null ? 'NEVER' : `${Math.round(ms)} ms`)).join(', ')}`);
  failed ||= stops.some((ms) => ms === null || ms > 10_000);
}
process.exitCode = failed ? 1 : 0;

/** One after the other, or all at once where several bots are to be killed at the same time. */
async function allOf(parts: readonly (() => Promise<void>)[]): Promise<void> {
  if (beside > 1) await Promise.all(parts.map((part) => part()));
  else for (const part of parts) await part();
}

async function local(n: number): Promise<void> {
  const name = `embedded database${beside > 1 ? ` ${n}` : ''}: kills, hangs, clock steps`;
  const ground = await makeGround({ people });
  say(name);
  const until = { kills: Math.ceil((kills * shares.local) / beside) };
  tell(name, await loop(ground, localFaults, until, say), ground.service.said);
  stops.push(await ground.service.end(true));
  await ground.close();
}

async function links(): Promise<void> {
  const name = 'database elsewhere: resets, dead links, ended sessions';
  await elsewhere(async (adminUrl) => {
    const link = await BadLink.to(adminUrl);
    const ground = await makeGround({ people, databaseUrl: { forBot: link.url, direct: adminUrl } });
    say(name);
    const until = { kills: Math.ceil(kills * shares.links) };
    tell(name, await loop(ground, linkFaults, until, say, { link, adminUrl }), ground.service.said);
    await ground.close();
    await link.close();
  });
}

async function pooler(): Promise<void> {
  const found = findPooler();
  if ('missing' in found) {
    say(`not tried here: a pooler (${found.missing})`);
    return;
  }
  const name = 'pgbouncer in transaction mode before the database';
  await elsewhere(async (adminUrl, appUrl) => {
    const before = await startPooler(found.program, appUrl);
    const ground = await makeGround({ people, databaseUrl: { forBot: before.url, direct: adminUrl } });
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    // Made by the first migration, which comes past the pooler.
    await admin.unsafe(`alter role ${appRole} login password '${new URL(appUrl).password}'`);
    await admin.end();
    say(name);
    const until = { kills: Math.ceil(kills * shares.pooler) };
    tell(
      name,
      await loop(ground, poolerFaults, until, say, { pooler: before, adminUrl }),
      ground.service.said,
    );
    await ground.close();
    before.close();
  });
}

async function clocks(): Promise<void> {
  if (!canFakeClocks) {
    say('not tried here: steps of all clocks (faketime is not installed)');
    return;
  }
  const name = 'the clocks of the bot and of its database step';
  const ground = await makeGround({ people, clock: fakedClock });
  say(name);
  tell(name, await loop(ground, clockFaults, { rounds: 1 }, say), ground.service.said);
  await ground.close();
}

/** A server of its own that the bot reaches by an address: the superuser's, and that of the application's role. */
async function elsewhere(work: (adminUrl: string, appUrl: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'ruhu-elsewhere-'));
  const server = await joinServer({ dataDir: home });
  const app = new URL(server.adminUrl());
  app.username = appRole;
  app.password = server.applicationPassword;
  try {
    await work(server.adminUrl(), app.href);
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

function tell(name: string, looped: Looped, said: readonly string[]): void {
  const { kills: killed, others, recoveries, notBack, missing, ...judged } = looped;
  say(`${name}: ${killed} kills, ${others} other faults: ${JSON.stringify(judged)}`);
  say('half within / nine of ten within / longest');
  for (const line of broken(recoveries)) say(line);
  if (notBack.length > 0) say(`NOT WELL within a minute after: ${notBack.join(', ')}`);
  if (missing.length > 0) say(`missing: ${missing.join(' ')}`);
  if (judged.lost + judged.doubled + judged.unanswered + judged.parked + judged.queued + notBack.length > 0) {
    failed = true;
    say(`the bot said last:\n${said.slice(-40).join('\n')}`);
  }
}

/** A small disk of its own that runs full under talk; only where this user may mount one. */
async function fullDisk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-full-'));
  mkdirSync(folder, { recursive: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=755', 'tmpfs', folder]).status !== 0) {
    say('not tried here: a full disk (this user may not mount one)');
    return;
  }
  try {
    const ground = await makeGround({ folder, people });
    say('a disk that runs full');
    ground.service.start();
    await ground.service.untilHealthy(120_000);
    const talks = ground.names.map((name) => ground.people.talk(name));
    await pause(10_000);
    const filler = join(folder, 'filler');
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M', 'count=500'], { stdio: 'ignore' });
    await pause(15_000);
    say(`full: healthy ${await ground.service.healthy()}, acknowledged ${count(ground.people.said)}`);
    writeFileSync(filler, '');
    const back = await ground.service.untilHealthy(120_000);
    say(`room again: well after ${back === null ? 'NEVER' : `${Math.round(back)} ms`}`);
    await pause(10_000);
    ground.people.stop();
    await Promise.all(talks);
    await pause(75_000);
    const judged = await judge(ground);
    say(`full disk: ${JSON.stringify(judged)}`);
    failed ||= judged.lost + judged.doubled + judged.unanswered > 0 || back === null;
    await ground.close();
  } finally {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(said: readonly { acknowledgedAt: number | null }[]): string {
  return `${said.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length} of ${said.length}`;
}
