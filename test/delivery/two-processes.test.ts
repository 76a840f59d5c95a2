import { afterAll, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { WecomPlatform } from '../channels/wecom/platform.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { Deliverer } from './deliverers.ts';
import { queueTo } from './people.ts';
import { mostWithin } from './pretend-channel.ts';

const { database, appUrl } = await testDatabase();
await seedCounty(database);
const START = Date.UTC(2021, 11, 9, 1, 12, 0);
const STEP = 3_000;

/** 23 townships have a group each, and so has the county: 150 pushes to each. 3,200 people get two each. */
const rooms = Array.from({ length: 24 }, (_, n) => `room-${n}`);
const people = Array.from({ length: 3_200 }, (_, n) => `member${n}`);

const platform = new WecomPlatform();
const deliverers: Deliverer[] = [];
afterAll(async () => {
  for (const one of deliverers) one.kill();
  await platform.close();
});

it('two processes deliver 10,000 queued pushes, each once and within the platform’s limits', async () => {
  let now = START;
  platform.now = () => now;
  const apiBase = await platform.open();
  for (const name of people) platform.members.add(name);
  for (const room of rooms) platform.robotKeys.add(`key-of-${room}`);

  const toRooms = rooms.flatMap((to) =>
    Array.from({ length: 150 }, (_, n) => ({
      key: `push/${to}/${n}`,
      to,
      kind: 'room' as const,
      channel: 'wecom',
      priority: 8,
    })),
  );
  const toPeople = people.flatMap((to) =>
    ['早', '晚'].map((when) => ({ key: `push/${to}/${when}`, to, channel: 'wecom', priority: 5 })),
  );
  const all = [...toRooms, ...toPeople];
  expect(all).toHaveLength(10_000);
  await queueTo(database, all, START);

  const robots = rooms.map((room): [string, string] => [room, `key-of-${room}`]);
  for (const worker of ['one', 'two']) {
    deliverers.push(await Deliverer.start(worker, appUrl, platform, apiBase, robots));
  }
  for (; platform.arrived.length < all.length && now < START + 3_600_000; now += STEP) {
    const done = await Promise.all(deliverers.map((one) => one.work(now)));
    expect(done).toEqual([true, true]);
  }

  const texts = platform.arrived.map(({ body }) => (body['text'] as { content: string }).content);
  expect(texts).toHaveLength(10_000);
  expect(new Set(texts).size).toBe(10_000);
  expect(platform.trouble).toEqual({ overRate: 0, repeated: 0 });
  expect(mostWithin(platform.arrived, 60_000)).toBeLessThanOrEqual(6_000);
  for (const to of robots.map(([, key]) => key)) {
    expect(
      mostWithin(
        platform.arrived.filter((one) => one.to === to),
        60_000,
      ),
    ).toBeLessThanOrEqual(20);
  }
  // Both took their part, and the database agrees with the platform.
  for (const one of deliverers) expect(one.sent).toBeGreaterThan(1_000);
  expect(deliverers.reduce((sum, one) => sum + one.sent, 0)).toBe(10_000);
  const [row] = await read(
    database,
    wholeCounty(county),
    (db) =>
      db.sql<
        { sent: number }[]
      >`select count(*)::int as sent from outbox where county = ${county} and status = 'sent'`,
  );
  expect(row?.sent).toBe(10_000);
  await Promise.all(deliverers.map((one) => one.end()));
}, 300_000);
