import { beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { campaignId } from '../../conversations/contract/ids.ts';
import { forwardClock } from '../../db/base/forward-clock.ts';
import { write } from '../../db/base/transaction.ts';
import { repairAfterStepAhead, repairAfterStepBack } from '../../db/outbox/clock-repair.ts';
import { RateLimiter } from '../../src/channels/rate-limit.ts';
import { DatabaseClock } from '../../src/schedule/database-clock.ts';
import { county } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const scope = { ...wholeCounty(county), campaign: campaignId.parse('try-2021') };
const minute = 60_000;
const hour = 60 * minute;
const steps = [
  ['a minute', minute],
  ['eight hours', 8 * hour],
  ['a day', 24 * hour],
] as const;

describe.each(steps)('a clock that is set back or ahead by %s', (_, ms) => {
  it('measures spans as they are: nobody is too fast because of it', () => {
    let wall = Date.UTC(2021, 11, 15, 1);
    let steady = 0;
    const clock = forwardClock(
      () => wall,
      () => steady,
    );
    const limiter = new RateLimiter({ burst: 2, everyMs: 1_000 }, clock);
    wall += ms;
    limiter.take('wang');
    limiter.take('wang');
    expect(limiter.take('wang')).toBeGreaterThan(0);
    wall -= ms;
    wall += 1_000;
    steady += 1_000;
    expect(limiter.take('wang')).toBe(0);
    const before = clock();
    wall -= ms;
    expect(clock()).toBe(before);
    wall += ms;
    expect(clock() - before).toBe(ms);
  });

  it('is noticed between two askings, and each step is repaired once', async () => {
    let told = Date.UTC(2021, 11, 15, 1);
    let steady = 0;
    const repaired: (number | null)[] = [];
    const clock = new DatabaseClock({
      ask: async () => told,
      repair: async (step) => void repaired.push(step),
      steady: () => steady,
    });
    const pass = async (stepMs = 0) => {
      told += 2_000 + stepMs;
      steady += 2_000;
      await clock.sync();
    };
    await pass();
    await pass();
    await pass(ms);
    await pass();
    expect(clock.now()).toBe(told);
    await pass(-ms);
    await pass();
    expect(repaired).toEqual([null, ms, -ms]);
    steady += 500;
    expect(clock.now()).toBe(told + 500);
  });
});

describe('what lies in the database', () => {
  const right = Date.UTC(2021, 11, 15, 1);
  beforeEach(() =>
    write(database, scope, async (tx) => {
      for (const table of ['outbox', 'send_pace', 'inbox', 'push_run'])
        await tx.sql`delete from ${tx.sql(table)} where county = ${county}`;
    }),
  );
  const at = (ms: number) => new Date(ms);
  const put = (
    key: string,
    row: { due: number; set: number; status?: string; why?: string; useful?: number },
  ) =>
    write(
      database,
      scope,
      (tx) => tx.sql`
      insert into outbox (county, key, channel, address, kind, body, status, due_at, useful_until, last_error, created_at, set_at)
      values (${county}, ${key}, 'wecom', '{"kind":"private","externalId":"wang"}', 'reply', '{}', ${row.status ?? 'queued'},
        ${at(row.due)}, ${row.useful === undefined ? null : at(row.useful)}, ${row.why ?? null}, ${at(Math.min(right, row.set))}, ${at(row.set)})`,
    );
  const outbox = () =>
    write(
      database,
      scope,
      (tx) =>
        tx.sql<{ key: string; status: string; due_at: Date; useful_until: Date | null }[]>`
        select key, status, due_at, useful_until from outbox where county = ${county} order by key`,
    );

  it.each(steps)(
    'goes out when the clock is set back by %s: no pace and no message waits for it',
    async (_, ms) => {
      await put('to be tried again in a minute', { due: right + ms + minute, set: right + ms });
      await put('waits as it should', { due: right + 5 * minute, set: right - minute });
      await put('was given up too early', {
        due: right,
        set: right + ms,
        status: 'dead',
        why: 'no longer useful',
        useful: right + 30_000,
      });
      await write(database, scope, async (tx) => {
        await tx.sql`insert into send_pace (county, channel, receiver, next_at, set_at)
        values (${county}, 'wecom', '', ${at(right + ms + 3_000)}, ${at(right + ms)})`;
        await tx.sql`insert into inbox (county, channel, message_id, chat, replies, received_at)
        values (${county}, 'wecom', 'm1', '{}', '[]', ${at(right + ms)})`;
        await tx.sql`insert into push_run (county, job, date, at) values (${county}, 'morning', '2021-12-16', ${at(right + ms)})`;
        await repairAfterStepBack(tx, right);
      });
      expect(await outbox()).toEqual([
        {
          key: 'to be tried again in a minute',
          status: 'queued',
          due_at: at(right + minute),
          useful_until: null,
        },
        { key: 'waits as it should', status: 'queued', due_at: at(right + 5 * minute), useful_until: null },
        {
          key: 'was given up too early',
          status: 'queued',
          due_at: at(right - ms),
          useful_until: at(right + 30_000),
        },
      ]);
      const [left] = await write(
        database,
        scope,
        (tx) => tx.sql`select (select next_at from send_pace where county = ${county}) as pace,
        (select received_at from inbox where county = ${county}) as received,
        (select count(*)::int from push_run where county = ${county}) as runs`,
      );
      expect(left).toEqual({ pace: at(right + 3_000), received: at(right), runs: 0 });
    },
  );

  it('is repaired as often as the clock is set back, also when one and the same push went out too early twice', async () => {
    const push = (key: string) =>
      write(
        database,
        scope,
        (tx) => tx.sql`
        insert into outbox (county, key, channel, address, kind, body, status, due_at, created_at, set_at)
        values (${county}, ${key}, 'wecom', '{"kind":"private","externalId":"wang"}', 'digest', '{}', 'sent', ${at(right + hour)},
          ${at(right + hour)}, ${at(right + hour)})`,
      );
    for (let n = 0; n < 3; n += 1) {
      await push('eveningDigest/2021-12-16');
      await write(database, scope, (tx) => repairAfterStepBack(tx, right));
    }
    // Its own key is free: in its own time it goes out.
    await push('eveningDigest/2021-12-16');
    expect(await outbox()).toHaveLength(4);
  });

  it.each(steps)('is not given up as too late when the clock is set ahead by %s', async (_, ms) => {
    await put('on its way', { due: right - 1_000, set: right - 1_000, useful: right + 30_000 });
    await write(database, scope, async (tx) => {
      await tx.sql`insert into inbox (county, channel, message_id, chat, replies, received_at)
        values (${county}, 'wecom', 'm1', '{}', '[]', ${at(right - 1_000)})`;
      await repairAfterStepAhead(tx, right + ms, ms);
    });
    expect((await outbox())[0]?.useful_until).toEqual(at(right + ms + 30_000));
    const [row] = await write(
      database,
      scope,
      (tx) => tx.sql`select received_at from inbox where county = ${county}`,
    );
    expect(row).toEqual({ received_at: at(right + ms - 1_000) });
  });
});
