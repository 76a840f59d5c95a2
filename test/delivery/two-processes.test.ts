import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/transaction.ts';
import { WecomPlatform } from '../channels/wecom/platform.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import type { Orders } from './deliver-process.ts';
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
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill();
  await platform.close();
});

const answerOf = async (child: ChildProcess): Promise<number> => {
  const [answer] = (await once(child, 'message')) as [{ sent: number }];
  return answer.sent;
};

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

  const { corpId, agentId, secret } = platform;
  const robots = rooms.map((room): [string, string] => [room, `key-of-${room}`]);
  for (const worker of ['one', 'two']) {
    const child = fork(join(import.meta.dirname, 'deliver-process.ts'), { stdio: 'inherit' });
    children.push(child);
    const orders: Orders = { databaseUrl: appUrl, apiBase, app: { corpId, agentId, secret }, robots, worker };
    const started = answerOf(child);
    child.send(orders);
    await started;
  }

  const sentBy = [0, 0];
  for (; platform.arrived.length < all.length && now < START + 3_600_000; now += STEP) {
    const answers = children.map(answerOf);
    for (const child of children) child.send({ now });
    for (const [n, sent] of (await Promise.all(answers)).entries()) sentBy[n] = (sentBy[n] ?? 0) + sent;
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
  expect(sentBy[0] ?? 0).toBeGreaterThan(1_000);
  expect(sentBy[1] ?? 0).toBeGreaterThan(1_000);
  expect((sentBy[0] ?? 0) + (sentBy[1] ?? 0)).toBe(10_000);
  const [row] = await read(
    database,
    wholeCounty(county),
    (db) =>
      db.sql<
        { sent: number }[]
      >`select count(*)::int as sent from outbox where county = ${county} and status = 'sent'`,
  );
  expect(row?.sent).toBe(10_000);
  for (const child of children) {
    child.send('end');
    await once(child, 'exit');
  }
}, 300_000);
