import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { write } from '../../db/base/transaction.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { placeOver } from '../problems/place.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { holdUp } from './hold-up.ts';
import { giveAccount } from './people.ts';
import { PretendChannel } from './pretend-channel.ts';

const { database, appUrl } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.helper, 'wang');
const folder = mkdtempSync(join(tmpdir(), 'ruhu-paused-'));
const clock = join(folder, 'ahead');
let bot: ChildProcess;
let told: { sent?: string; done?: string }[] = [];

beforeEach(async () => {
  await write(database, wholeCounty(county), async (tx) => {
    for (const table of ['outbox', 'send_pace', 'inbox', 'carrier'])
      await tx.sql`delete from ${tx.sql(table)} where county = ${county}`;
  });
  writeFileSync(clock, '0');
  told = [];
  bot = fork(join(import.meta.dirname, 'reply-process.ts'), [appUrl, clock], { stdio: 'inherit' });
  bot.on('message', (what) => told.push(what as (typeof told)[number]));
  await done('start');
  // The database knows it as a carrier from the first answer on.
  await answered('帮助');
  await answered('进度');
});

afterEach(() => {
  bot.kill('SIGKILL');
  rmSync(clock, { force: true });
});

const done = (what: string) =>
  expect.poll(() => told.some((one) => one.done === what), { interval: 2, timeout: 20_000 }).toBe(true);
const answered = (text: string) => {
  bot.send({ text });
  return done(text);
};
const sentByItself = () => told.flatMap(({ sent }) => sent ?? []);

/** What the delivery loop of another process sends two minutes later. */
async function sentByOthers(): Promise<(string | undefined)[]> {
  let now = Date.now() + 120_000;
  const channel = new PretendChannel(() => now);
  const delivery = {
    ...placeOver(database),
    log: silentLog,
    channels: [channel],
    worker: 'other',
    random: () => 0.5,
    making: {},
  };
  for (let pass = 0; pass < 5; pass += 1, now += 5_000) await deliverOutbox({ ...delivery, now: () => now });
  return channel.gone.map(({ key }) => key);
}

/** The bot is stopped while its answer is being stored; the database stores it. */
async function stoppedOver(text: string): Promise<void> {
  const held = await holdUp(database, seeded.staff.helper);
  bot.send({ text });
  await held.waitedFor();
  bot.kill('SIGSTOP');
  await held.letGo();
  const stored = async () => {
    const rows = await write(
      database,
      wholeCounty(county),
      (tx) => tx.sql`select 1 from inbox where county = ${county} and message_id = ${text}`,
    );
    return rows.length;
  };
  await expect.poll(stored, { interval: 2, timeout: 20_000 }).toBe(1);
}

it('a process that slept over its answer sends none that another has sent meanwhile', async () => {
  await stoppedOver('你好');
  expect(await sentByOthers()).toEqual(['你好/0']);
  writeFileSync(clock, '120000');
  bot.kill('SIGCONT');
  await done('你好');
  expect(sentByItself()).not.toContain('你好/0');
  expect(await sentByOthers()).toEqual([]);
}, 60_000);

it('a process killed over its answer leaves it to another, which sends that one and no other', async () => {
  await stoppedOver('你好');
  bot.kill('SIGKILL');
  expect(await sentByOthers()).toEqual(['你好/0']);
  expect(await sentByOthers()).toEqual([]);
}, 60_000);
