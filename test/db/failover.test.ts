import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { examine } from '../../db/answering/examination.ts';
import { type Database, openDatabase } from '../../db/base/connect.ts';
import { Hosts, isDatabaseUrl } from '../../db/base/hosts.ts';
import { migrate } from '../../db/base/migrate.ts';
import { read, readFar, write } from '../../db/base/transaction.ts';
import { withPatience } from '../../db/turn/hot-path.ts';
import { county } from '../support/county.ts';
import { makePair, type Pair } from '../support/pair.ts';

const scope = wholeCounty(county);

describe('the list of servers in a database URL', () => {
  it.each([
    ['postgres://u:p%40@a/ruhu', ['postgres://u:p%40@a/ruhu'], 'any'],
    ['postgres://u:p@a:1,b:2/ruhu', ['postgres://u:p@a:1/ruhu', 'postgres://u:p@b:2/ruhu'], 'primary'],
    [
      'postgresql://a,b/ruhu?sslmode=require&target_session_attrs=read-write',
      ['postgresql://a/ruhu?sslmode=require', 'postgresql://b/ruhu?sslmode=require'],
      'primary',
    ],
    ['postgres://a,b/ruhu?target_session_attrs=any', ['postgres://a/ruhu', 'postgres://b/ruhu'], 'any'],
  ])('%s', (url, each, wanted) => {
    const hosts = new Hosts(url);
    expect(hosts.all.map((host) => host.url)).toEqual(each);
    expect(hosts.wanted).toBe(wanted);
    expect(isDatabaseUrl(url)).toBe(true);
  });

  it.each(['', 'http://a/ruhu', 'postgres://a,,b/ruhu', 'postgres://u:p@ss:x@a:b/ruhu'])(
    'refuses %s',
    (url) => {
      expect(isDatabaseUrl(url)).toBe(false);
    },
  );

  it('goes to the next one once, however many connections find the same one gone', () => {
    const hosts = new Hosts('postgres://a,b,c/ruhu');
    for (let i = 0; i < 5; i += 1) hosts.failed('postgres://a/ruhu');
    expect(hosts.current.name).toBe('b');
  });
});

describe('a primary with a standby', { timeout: 120_000 }, () => {
  let pair: Pair;
  let database: Database;

  beforeAll(async () => {
    pair = await makePair();
    await migrate(pair.primary.url);
    const password = new URL(pair.primary.url).password;
    const both = `postgres://postgres:${password}@127.0.0.1:${pair.standby.port},127.0.0.1:${pair.primary.port}/postgres`;
    database = await openDatabase({ dataDir: '', databaseUrl: both, standbyUrl: pair.standby.url });
    // What was acknowledged is on the standby: only so a failover loses nothing.
    await pair.asAdmin(pair.primary, (sql) => sql`alter system set synchronous_standby_names = '*'`);
    await pair.asAdmin(pair.primary, (sql) => sql`select pg_reload_conf()`);
  });
  afterAll(async () => {
    await database.close();
    await pair.close();
  });

  const isStandby = async (lines: typeof read) => {
    const [row] = await lines(database, scope, (db) => db.sql`select pg_is_in_recovery() as standby`);
    return row?.['standby'];
  };

  it('is written to where it is the primary, and read for exports where it is the standby', async () => {
    expect(await isStandby(read)).toBe(false);
    expect(await isStandby(readFar)).toBe(true);
  });

  it('the standby alone is told from a primary', async () => {
    const reading = await openDatabase({ dataDir: '', databaseUrl: pair.standby.url, migrate: false }).catch(
      (error: Error & { is?: string }) => error,
    );
    // As a superuser without the bot's role it is refused; the bot's own user would find out what it is.
    expect(reading).toMatchObject({ is: 'bypasses' });
    const far = await readFar(database, scope, (db) => db.sql`select pg_is_in_recovery() as "readOnly"`);
    expect(far[0]).toEqual({ readOnly: true });
    expect((await examine(database, county)).readOnly).toBe(false);
  });

  it('is killed under load and the standby takes over: no request fails, none is lost, none is stored twice', async () => {
    const failed: unknown[] = [];
    let asked = 0;
    let ending = false;
    const say = async (person: number) => {
      for (let n = 0; !ending; n += 1) {
        asked += 1;
        await withPatience(database, () =>
          write(
            database,
            scope,
            (tx) => tx.sql`insert into inbox (county, channel, message_id, chat, replies, received_at)
              values (${county}, 'wecom', ${`${person}/${n}`}, '{}', '[]', now()) on conflict do nothing`,
            'turn',
          ),
        ).catch((error: unknown) => failed.push(error));
      }
    };
    const people = Array.from({ length: 6 }, (_, person) => say(person));
    await expect.poll(() => asked).toBeGreaterThan(60);
    pair.killPrimary();
    await pair.promote();
    const taken = asked;
    await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(taken + 60);
    ending = true;
    await Promise.all(people);
    expect(failed).toEqual([]);
    const [row] = await read(database, scope, (db) => db.sql`select count(*)::int as n from inbox`);
    expect(row).toEqual({ n: asked });
    expect(await isStandby(read)).toBe(false);
  });
});
