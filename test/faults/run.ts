/**
 * `npm run test:faults`: the long loops of faults, with a platform, people and a bot on this machine. Says what it
 * misses here. `-- --kills 100` for more or fewer, `-- --only local|links|disk` for one part.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { joinServer } from '../../db/embedded/server.ts';
import { BadLink } from '../support/bad-link.ts';
import { pause } from './bot.ts';
import { linkFaults, localFaults, stops } from './faults.ts';
import { makeGround } from './ground.ts';
import { judge } from './judge.ts';
import { type Looped, loop } from './loop.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    people: { type: 'string', default: '6' },
    only: { type: 'string' },
  },
});
const kills = Number(values.kills);
const people = Number(values.people);
const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const wanted = (part: string) => values.only === undefined || values.only === part;
let failed = false;

if (wanted('local')) {
  const ground = await makeGround({ people });
  say('embedded database: kills, hangs, clock steps');
  tell(await loop(ground, localFaults, Math.ceil(kills * 0.8), say), ground.service.said);
  const ended = await ground.service.end(true);
  stops.push(ended);
  say(`ends in ${stops.map((ms) => (ms === null ? 'NEVER' : `${Math.round(ms)} ms`)).join(', ')}`);
  failed ||= stops.some((ms) => ms === null || ms > 10_000);
  await ground.close();
}

if (wanted('links')) {
  const home = mkdtempSync(join(tmpdir(), 'ruhu-elsewhere-'));
  const server = await joinServer({ dataDir: home });
  const direct = server.adminUrl();
  const link = await BadLink.to(direct);
  const ground = await makeGround({ people, databaseUrl: { forBot: link.url, direct } });
  say('database elsewhere: resets, dead links, ended sessions');
  tell(await loop(ground, linkFaults, Math.ceil(kills * 0.2), say, link), ground.service.said);
  await ground.close();
  await link.close();
  await server.leave();
  rmSync(home, { recursive: true, force: true });
}

if (wanted('disk')) await fullDisk();

for (const program of ['pgbouncer', 'faketime'])
  if (spawnSync('which', [program]).status !== 0) say(`not tried here: ${program} is not installed`);
process.exitCode = failed ? 1 : 0;

function tell(looped: Looped, said: readonly string[]): void {
  const { kills: killed, others, backMs, silentMs, notBack, missing, ...judged } = looped;
  say(`${killed} kills, ${others} other faults: ${JSON.stringify(judged)}`);
  say(`well again after: ${spread(backMs)}; then a 200 after: ${spread(silentMs)}`);
  if (notBack.length > 0) say(`NOT WELL within a minute after: ${notBack.join(', ')}`);
  if (missing.length > 0) say(`missing: ${missing.join(' ')}`);
  if (judged.lost + judged.doubled + judged.unanswered + notBack.length > 0) {
    failed = true;
    say(`the bot said last:\n${said.slice(-40).join('\n')}`);
  }
}

function spread(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms`;
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
