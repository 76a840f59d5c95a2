import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { beginAt } from '../../db/base/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { type Incoming, loadSession } from '../../db/turn/session.ts';
import { loadParameters, loadStatement } from '../../db/turn/session-load.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { message, open, save, saved, visitOf } from '../support/turns.ts';

const { database } = await testDatabase();
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});

const rowsOf = (query: string) => read(database, wholeCounty(county), (db) => db.sql.unsafe(query));

describe('one message, one transaction', () => {
  it('stores the answer, the dialogue and the reply together, and the next message sees them', async () => {
    const first = message(seeded.staff.helper);
    const opened = await open(database, first);
    expect(opened.session.speaker).toMatchObject({
      name: '王五',
      unit: units.liuyuan,
      township: units.longcheng,
    });
    const visit = visitOf(seeded.households.get('2100001'), seeded.staff.helper, {
      population: { is: 'known', v: 4 },
      incomeSource: { is: 'known', v: ['务工', '种植'] },
      waterProblem: { is: 'known', v: false },
      allInsured: { is: 'unsure' },
    });
    expect(
      await save(database, first, opened, { text: '好的', changes: saved(visit), visitId: visit.id }),
    ).toEqual({ is: 'ok' });

    const { session } = await open(database, message(seeded.staff.helper));
    expect(session.dialogue.visitId).toBe(visit.id);
    expect(session.visit).toEqual({ ...visit, version: 1 });
    expect(session.household).toMatchObject({
      headName: '张三',
      villageName: '刘园村',
      townshipName: '龙城镇',
      population: 4,
    });
    const [row] = await rowsOf(
      `select population, income_source, water_problem, all_insured, annual_income from visit where id = '${visit.id}'`,
    );
    expect(row).toEqual({
      population: 4,
      income_source: ['务工', '种植'],
      water_problem: false,
      all_insured: null,
      annual_income: null,
    });
    expect(await rowsOf(`select question from answer where visit_id = '${visit.id}'`)).toHaveLength(4);
  });

  it('gives a message that comes a second time the same reply and changes nothing', async () => {
    const once = message(seeded.staff.colleague);
    await save(database, once, await open(database, once), { text: '收到' });
    expect(await loadSession(database, county, once)).toMatchObject({
      is: 'already',
      replies: [{ text: '收到' }],
    });
  });

  it('takes only one of two turns that were loaded at the same state', async () => {
    const one = message(seeded.staff.neighbour);
    const two = message(seeded.staff.neighbour);
    const [first, second] = await Promise.all([open(database, one), open(database, two)]);
    const results = await Promise.all([
      save(database, one, first, { text: 'one' }),
      save(database, two, second, { text: 'two' }),
    ]);
    expect(results.map((r) => r.is).sort()).toEqual(['ok', 'stale']);
    const left = results[0]?.is === 'ok' ? two : one;
    expect(await save(database, left, await open(database, left), { text: 'again' })).toEqual({ is: 'ok' });
  });

  it('takes only one of two deliveries of the same message that arrive at the same moment', async () => {
    const same = message(seeded.staff.office);
    const [first, second] = await Promise.all([open(database, same), open(database, same)]);
    const results = await Promise.all([
      save(database, same, first, { text: 'reply' }),
      save(database, same, second, { text: 'reply' }),
    ]);
    expect(results.map((r) => r.is).sort()).toEqual(['ok', 'stale']);
    expect(await loadSession(database, county, same)).toMatchObject({ is: 'already' });
  });

  it('refuses a visit that somebody else changed in between, and stores nothing of the turn', async () => {
    const begin = message(seeded.staff.helper);
    const visit = visitOf(seeded.households.get('2100003'), seeded.staff.helper, {
      population: { is: 'known', v: 3 },
    });
    await save(database, begin, await open(database, begin), {
      text: 'ok',
      changes: saved(visit),
      visitId: visit.id,
    });
    const stale = message(seeded.staff.helper);
    const opened = await open(database, stale);
    const other = message(seeded.staff.colleague);
    expect(
      await save(database, other, await open(database, other), {
        text: 'ok',
        changes: saved({ ...visit, version: 1, helper: seeded.staff.colleague }),
      }),
    ).toEqual({ is: 'ok' });
    expect(
      await save(database, stale, opened, { text: 'no', changes: saved({ ...visit, version: 1 }) }),
    ).toEqual({ is: 'stale' });
    const reloaded = await open(database, stale);
    expect(reloaded.versions.dialogue).toBe(opened.versions.dialogue);
    expect(reloaded.session.visit?.version).toBe(2);
  });

  it('never lets a failing turn touch those written in the same statement', async () => {
    const turns = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const incoming = message('', { staffId: undefined, externalId: `stranger ${i}` });
        return { incoming, opened: await open(database, incoming) };
      }),
    );
    const results = await Promise.all(
      turns.map(({ incoming, opened }, i) => {
        // Every third one claims the same message: only one of these may have it.
        const shared = i % 3 === 0 ? { ...incoming, messageId: 'the same' } : incoming;
        return save(database, shared, opened, { text: `reply ${i}` });
      }),
    );
    expect(results.filter((r) => r.is === 'ok')).toHaveLength(9);
    expect(await rowsOf(`select 1 from inbox where message_id = 'the same'`)).toHaveLength(1);
  });

  it('refuses to write a visit outside of the speaker’s village, even beside turns of that village', async () => {
    const mine = message(seeded.staff.helper);
    const theirs = message(seeded.staff.neighbour);
    const [a, b] = await Promise.all([open(database, mine), open(database, theirs)]);
    const visit = visitOf(seeded.households.get('2200001'), seeded.staff.neighbour, {});
    const intruding = visitOf(
      seeded.households.get('2200001'),
      seeded.staff.helper,
      {},
      { questionnaire: 'other' },
    );
    const results = await Promise.all([
      save(database, theirs, b, { text: 'ok', changes: saved(visit, units.wangdian) }),
      save(database, mine, a, { text: 'no', changes: saved(intruding, units.wangdian) }),
    ]);
    expect(results).toEqual([{ is: 'ok' }, { is: 'stale' }]);
    expect(
      await rowsOf(`select helper from visit where household_id = '${seeded.households.get('2200001')}'`),
    ).toHaveLength(1);
  });

  it('drops what PostgreSQL can’t store in a text, and keeps the rest of the message', async () => {
    const odd = message(seeded.staff.cadre);
    expect(await save(database, odd, await open(database, odd), { text: 'a\0b\ud800c' })).toEqual({
      is: 'ok',
    });
    expect(await loadSession(database, county, odd)).toMatchObject({
      is: 'already',
      replies: [{ text: 'ab\ufffdc' }],
    });
  });
});

describe('who speaks', () => {
  it('is nobody yet on an unknown account, which is remembered', async () => {
    const unknown: Incoming = { channel: 'wechaty', messageId: 'u1', externalId: 'wx-unknown', name: '小张' };
    const { session } = await open(database, unknown);
    expect(session.speaker).toBeNull();
    expect(session.account).toMatchObject({ lockedUntil: null });
    const again = await open(database, { ...unknown, messageId: 'u2' });
    expect(again.session.account?.id).toBe(session.account?.id);
  });

  it('speaks in a room that is known from its first message on', async () => {
    const room = { externalId: '@@group', name: '刘园村工作群', mentioned: true };
    const { session } = await open(database, message(seeded.staff.helper, { room }));
    expect(session.chat).toMatchObject({
      kind: 'room',
      mentioned: true,
      room: { name: '刘园村工作群', unit: null },
    });
  });

  it('looks up what a message needs by its keys: nobody’s problems are read for it, on any connection', async () => {
    const incoming = message(seeded.staff.helper);
    const explained = `explain (analyze, format json) ${loadStatement}`;
    const parameters = loadParameters(county, 0, [incoming]) as never[];
    // As many at once as there are lines: some were never used before, and know no setting yet.
    const plans = await Promise.all(
      Array.from({ length: 6 }, () =>
        database.hotLines.lend(async ({ sql }) => {
          await sql.unsafe(beginAt(county, null, '*'));
          const [row] = await sql.unsafe<{ 'QUERY PLAN': unknown }[]>(explained, parameters, {
            prepare: true,
          });
          await sql`rollback`.simple();
          return JSON.stringify(row?.['QUERY PLAN']);
        }, 'turn'),
      ),
    );
    for (const plan of plans) {
      expect(plan).toContain('"Relation Name":"household"');
      expect(plan).not.toMatch(/"Relation Name":"problem"[^{}]*"Actual Loops":[1-9]/);
    }
  });
});
