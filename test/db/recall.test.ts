import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Visit } from '../../conversations/contract/session.ts';
import { emptyDialogue } from '../../conversations/contract/state.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { Recall } from '../../db/turn/recall.ts';
import { loadSession } from '../../db/turn/session.ts';
import type { LoadedRow } from '../../db/turn/session-load.ts';
import { county, registerHousehold, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { open as begin, type Opened, save, saved, visitOf } from '../support/turns.ts';

const { database, appUrl } = await testDatabase();
const elsewhere = await openDatabase({ dataDir: '', databaseUrl: appUrl, migrate: false });
afterAll(() => elsewhere.close());
let seeded: SeededCounty;
let account = '';
let n = 0;

beforeEach(async () => {
  seeded = await seedCounty(database);
  n += 1;
  account = `wx-${n}`;
  await change(
    (tx) =>
      tx.sql`insert into account (county, id, channel, external_id, staff_id) values (${county}, gen_random_uuid(), 'wechaty', ${account}, ${seeded.staff.helper})`,
  );
});

/** As another process would. */
async function change(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await write(elsewhere, wholeCounty(county), work);
}

let messages = 0;
const say = () => ({ channel: 'wechaty', externalId: account, messageId: `w${++messages}` });

/** One answer to the visit; what it was made from. */
async function answer(
  visit: Visit,
  population: number,
  at = database,
): Promise<{ opened: Opened; is: string }> {
  const incoming = say();
  const opened = await begin(at, incoming);
  const loaded = opened.session.visit;
  const now = loaded?.id === visit.id ? loaded : visit;
  const next = { ...now, answers: { ...now.answers, population: { is: 'known' as const, v: population } } };
  const written = await save(at, incoming, opened, {
    text: String(population),
    changes: saved(next),
    visitId: next.id,
  });
  return { opened, is: written.is };
}

async function visited(): Promise<Visit> {
  const visit = visitOf(
    seeded.households.get('2100001'),
    seeded.staff.helper,
    {},
    { questionnaire: `q${n}` },
  );
  expect((await answer(visit, 1)).is).toBe('ok');
  expect((await answer(visit, 2)).is).toBe('ok');
  return visit;
}

describe('what is recalled instead of read', () => {
  it('is what a stored turn left', async () => {
    const visit = await visited();
    const { opened, is } = await answer(visit, 3);
    expect(opened.versions.origin.recalled).toBe(true);
    expect(opened.session).toMatchObject({
      visit: { id: visit.id, version: 2, answers: { population: { v: 2 } } },
      household: { headName: '张三' },
    });
    expect(is).toBe('ok');
  });

  it('answers a message that comes again as it did, also when it was long ago', async () => {
    const visit = await visited();
    const first = say();
    await save(database, first, await begin(database, first), { text: 'first' });
    expect(await loadSession(database, county, first)).toMatchObject({
      is: 'already',
      replies: [{ text: 'first' }],
    });
    for (let i = 0; i < 10; i += 1) await answer(visit, i);
    const again = await loadSession(database, county, first);
    // Forgotten meanwhile: it is taken for a new one, and the write notices.
    expect(again.is).toBe('session');
    if (again.is === 'session')
      expect(await save(database, first, again, { text: 'second' })).toEqual({ is: 'stale' });
    expect(await loadSession(database, county, first)).toMatchObject({
      is: 'already',
      replies: [{ text: 'first' }],
    });
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    [
      'the person now belongs to another village',
      (tx) =>
        saveStaff(tx, [
          { name: '王五', phone: '13800000001', duty: null, roles: ['helper'], unit: units.wangdian },
        ]),
    ],
    [
      'the account belongs to nobody any more',
      (tx) => tx.sql`update account set staff_id = null where external_id = ${account}`,
    ],
    [
      'the account was locked',
      (tx) => tx.sql`update account set locked_until = now() where external_id = ${account}`,
    ],
    [
      'the register says something else of the household',
      (tx) =>
        saveHouseholds(
          tx,
          [registerHousehold({ code: '2100001', headName: '张三丰', helper: seeded.staff.helper })],
          'register',
        ),
    ],
    [
      'the township gave the visit back',
      (tx) =>
        tx.sql`update visit set status = 'returned', version = version + 1 where questionnaire = ${`q${n}`}`,
    ],
    [
      'the county changed its campaign',
      (tx) => saveCampaign(tx, { ...newSettings(xiaoxian2021, 'real'), contact: String(n) }),
    ],
  ])('is refused by the write and read anew when %s', async (_, happens) => {
    const visit = await visited();
    await change(happens);
    const refused = await answer(visit, 9);
    expect(refused.opened.versions.origin.recalled).toBe(true);
    expect(refused.is).toBe('stale');
    const { versions } = await begin(database, say());
    expect(versions.origin.recalled).toBe(false);
  });

  it('does not keep two processes from taking turns', async () => {
    const visit = await visited();
    const ways = [database, elsewhere, database, elsewhere, elsewhere, database];
    const taken: string[] = [];
    for (const [i, at] of ways.entries()) {
      const { is } = await answer(visit, i, at);
      taken.push(is);
      if (is === 'stale') expect((await answer(visit, i, at)).is).toBe('ok');
    }
    const [row] = await read(
      elsewhere,
      wholeCounty(county),
      (db) => db.sql`select population from visit where id = ${visit.id}`,
    );
    expect(row).toEqual({ population: 5 });
    expect(taken).toContain('stale');
  });

  it('holds no more than a minute', () => {
    let now = 0;
    const recall = new Recall(() => now);
    const incoming = say();
    const row = {
      staff_id: 'p',
      dialogue_version: 1,
      visit_id: null,
      settings_version: 1,
    } as unknown as LoadedRow;
    recall.keep({ incoming, row, recalled: false }, { state: emptyDialogue, replies: [], changes: [] }, []);
    now = 59_000;
    expect(recall.find(say(), 1)).toBeDefined();
    expect(recall.find(say(), 2)).toBeUndefined();
    recall.keep({ incoming, row, recalled: false }, { state: emptyDialogue, replies: [], changes: [] }, []);
    now = 61_000 + 59_000;
    expect(recall.find(say(), 1)).toBeUndefined();
  });
});
