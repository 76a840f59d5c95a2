import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import { type Database, openDatabase } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { BadLink } from '../support/bad-link.ts';
import { testDatabase } from '../support/database.ts';
import { testData } from '../support/server.ts';

const { appUrl } = await testDatabase();
const short = { turn: { whole: 800 }, loop: { whole: 1_500 }, long: { silent: 300, idle: 900 } };
const scope = wholeCounty(countyCode.parse('341322'));
let link: BadLink;
let database: Database;

beforeAll(async () => {
  link = await BadLink.to(appUrl);
  database = await openDatabase({
    dataDir: testData,
    databaseUrl: link.url,
    migrate: false,
    deadlines: short,
  });
});
afterAll(async () => {
  await link.close();
  await database.close();
});

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error & { is?: string }) => error.is ?? error.message,
  );

describe('no statement is without an end', { timeout: 20_000 }, () => {
  it('the connection is reset under a statement, and what is sent after it ends too', async () => {
    const during = write(database, scope, async (tx) => {
      await tx.sql`select 1`;
      setTimeout(() => link.reset(), 20);
      await tx.sql`select pg_sleep(5)`;
    });
    expect(await outcome(during)).toBe('unreachable');
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`))).toBe('done');
  });

  it('the link goes silent: the turn ends by its deadline and the next one takes another connection', async () => {
    link.fall('silent', false);
    const begun = performance.now();
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('unreachable');
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('done');
  });

  it('all lines went silent at once: only the first one costs its time', async () => {
    const many = Array.from({ length: 6 }, () =>
      read(database, scope, (db) => db.sql`select pg_sleep(0.05)`, 'turn'),
    );
    await Promise.all(many);
    link.fall('silent', false);
    const begun = performance.now();
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('unreachable');
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('done');
    expect(performance.now() - begun).toBeLessThan(1_600);
  });

  it('an export may take long, as long as the server is at work for it', async () => {
    const long = read(database, scope, (db) => db.sql`select pg_sleep(1.2)`);
    expect(await outcome(long)).toBe('done');
  });

  it('an export whose link went silent ends too', async () => {
    const exported = outcome(
      read(database, scope, async (db) => {
        await db.sql`select 1`;
        link.fall('silent', false);
        return db.sql`select 2`;
      }),
    );
    expect(await exported).toBe('unreachable');
  });

  it('who talks has a line, however many exports there are; and an export waits for its turn, but not for ever', async () => {
    const exports = Array.from({ length: 12 }, () =>
      outcome(read(database, scope, (db) => db.sql`select pg_sleep(1)`)),
    );
    const begun = performance.now();
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('done');
    expect(performance.now() - begun).toBeLessThan(900);
    expect(new Set(await Promise.all(exports))).toEqual(new Set(['done', 'unreachable']));
  });

  it('nobody listens: one is told within seconds', async () => {
    link.fall('refused');
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('unreachable');
    await expect.poll(() => link.connections).toBe(0);
    link.fall(null);
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('done');
  });

  it('a connection that was lost is never used again, not even for the commit', async () => {
    const stored = write(database, scope, async (tx) => {
      await tx.sql`select 1`;
      link.reset();
      // The loss is known by now; what is sent now would go out on a new connection, outside of any transaction.
      await expect.poll(() => link.connections).toBe(0);
    });
    expect(await outcome(stored)).toBe('unreachable');
  });

  it('all lines are lost again and again, and none is lent for ever', async () => {
    for (let round = 0; round < 20; round += 1) {
      const asked = Array.from({ length: 24 }, () =>
        outcome(write(database, scope, (tx) => tx.sql`select pg_sleep(0.02)`, 'turn')),
      );
      setTimeout(() => link.reset(), 5 + round * 3);
      await Promise.all(asked);
    }
    expect(await outcome(read(database, scope, (db) => db.sql`select 1`, 'turn'))).toBe('done');
  });
});
