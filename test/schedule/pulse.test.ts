import { pino } from 'pino';
import { expect, it } from 'vitest';
import { DatabaseFault } from '../../db/base/faults.ts';
import { startDelivery } from '../../src/schedule/delivery-loop.ts';
import { Pulse } from '../../src/schedule/pulse.ts';
import { healthRoutes } from '../../src/site/health.ts';

const log = pino({ level: 'silent' });
const nothing = { sent: 0, later: 0, parked: 0, adopted: 0 };

it('tells how long ago a loop went round, and that it stands still', () => {
  let now = 0;
  const pulse = new Pulse(() => now);
  now = 100_000;
  pulse.beat('schedule');
  now = 130_000;
  expect(pulse.beats()).toEqual([
    { round: 'delivery', ageMs: 130_000, still: true },
    { round: 'schedule', ageMs: 30_000, still: false },
  ]);
});

it('a pass that went well is a beat, one that failed is none', async () => {
  let now = 0;
  const pulse = new Pulse(() => now);
  const outcomes = [new DatabaseFault('full', 'no room'), null];
  now = 5_000;
  const passed: string[] = [];
  const loop = startDelivery(
    async () => {
      const problem = outcomes.shift();
      passed.push(problem === null ? 'well' : 'badly');
      if (problem) throw problem;
      return nothing;
    },
    log,
    pulse,
  );
  await expect.poll(() => pulse.diskIsFull).toBe(true);
  expect(pulse.beats()[0]).toMatchObject({ round: 'delivery', ageMs: 5_000 });
  await loop.stop();
  expect(passed).toEqual(['badly']);
});

it.each([
  ['all goes well', { database: { reachable: true }, still: [], disk: { full: false, freeBytes: 1e9 } }, 200],
  ['a loop stands still', { database: { reachable: true }, still: ['delivery'] }, 503],
  ['the disk is full', { database: { reachable: true }, disk: { full: true, freeBytes: 0 } }, 503],
  ['the database is away', { database: { reachable: false } }, 503],
])('/health where %s', async (_, found, status) => {
  const routes = healthRoutes(async () => ({ channels: {}, ...found }));
  expect((await routes.request('/')).status).toBe(status);
});
