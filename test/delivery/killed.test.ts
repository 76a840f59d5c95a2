import { afterAll, expect, it } from 'vitest';
import { WecomPlatform } from '../channels/wecom/platform.ts';
import { seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { Deliverer } from './deliverers.ts';
import { queueTo } from './people.ts';

const { database, appUrl } = await testDatabase();
await seedCounty(database);
const START = Date.UTC(2021, 11, 9, 1, 12, 0);
const people = Array.from({ length: 900 }, (_, n) => `member${n}`);
const platform = new WecomPlatform();
const deliverers: Deliverer[] = [];
afterAll(async () => {
  for (const one of deliverers) one.kill();
  await platform.close();
});

it('a process killed in the middle loses nothing, and what it had in its hands is not seen twice', async () => {
  let now = START;
  platform.now = () => now;
  const apiBase = await platform.open();
  for (const name of people) platform.members.add(name);
  // The texts differ, as the texts of real pushes do.
  await queueTo(
    database,
    people.map((to) => ({ key: `push/${to}`, to, channel: 'wecom', text: `${to}，今天还有户没走访。` })),
    START,
  );

  const doomed = await Deliverer.start('doomed', appUrl, platform, apiBase);
  const other = await Deliverer.start('other', appUrl, platform, apiBase);
  deliverers.push(doomed, other);
  const working = doomed.work(now);
  await expect.poll(() => platform.arrived.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(150);
  doomed.kill();
  expect(await working).toBe(false);

  for (; platform.arrived.length < people.length && now < START + 3_600_000; now += 10_000) {
    expect(await other.work(now)).toBe(true);
  }
  expect(new Set(platform.arrived.map(({ to }) => to)).size).toBe(people.length);
  expect(platform.arrived).toHaveLength(people.length);
  // Sent but not yet marked at the kill: at most the sends under way, and the platform dropped the repetition.
  expect(platform.trouble.repeated).toBeLessThanOrEqual(6);
  // The dead one's claims were waited for, and not longer than their lease.
  expect(now - START).toBeLessThanOrEqual(5 * 60_000);
  await other.end();
}, 120_000);
