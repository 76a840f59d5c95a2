import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Finding, MonitoringFlag } from '../../conversations/contract/finding.ts';
import { householdId } from '../../conversations/contract/ids.ts';
import type { Change } from '../../conversations/contract/turn.ts';
import { answerNeed } from '../../db/answering/needs.ts';
import { read, write } from '../../db/base/transaction.ts';
import { loadSession } from '../../db/turn/session.ts';
import { county, householdBy, type SeededCounty, seedCounty, units, uuid } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, message, open, save, saved, take, visitOf } from '../support/turns.ts';

const { database } = await testDatabase();
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});

const rowsOf = (query: string) => read(database, wholeCounty(county), (db) => db.sql.unsafe(query));

const finding = (key: string, description: string): Finding => ({
  key,
  category: 'housing',
  clause: '5.11',
  description,
  leadUnit: '县住建局',
  from: ['housingSafe'],
});
const flag: MonitoringFlag = { key: 'lowIncome', clause: '6.1', reason: '人均 5000 元，低于 6000 元' };

describe('what a submitted visit leads to', () => {
  const submit = async (code: string, findings: Finding[], flags: MonitoringFlag[]) => {
    const incoming = message(seeded.staff.helper);
    const opened = await open(database, incoming);
    const existing = opened.session.visit;
    const same = existing !== null && existing.householdId === seeded.households.get(code);
    const visit = same ? existing : visitOf(seeded.households.get(code), seeded.staff.helper, {});
    const household = { id: visit.householdId, village: units.liuyuan, township: units.longcheng };
    const reconcile: Change = { do: 'reconcile', visit, household, findings, flags };
    const submitted = {
      ...visit,
      status: 'submitted' as const,
      outcome: 'answered' as const,
      submittedAt: december(10),
    };
    return save(database, incoming, opened, {
      text: '已提交',
      changes: [...saved(submitted), reconcile],
      visitId: visit.id,
    });
  };
  const problems = () =>
    rowsOf(
      `select key, status, description, lead_unit from problem where household_id = '${seeded.households.get('2100001')}' order by no`,
    );

  it('opens the problems that were found, keeps those that stay and withdraws those that vanish, each with a trace', async () => {
    expect(
      await submit('2100001', [finding('housing', '住房不安全'), finding('roof', '屋顶漏雨')], []),
    ).toEqual({ is: 'ok' });
    expect(await problems()).toEqual([
      { key: 'housing', status: 'open', description: '住房不安全', lead_unit: '县住建局' },
      { key: 'roof', status: 'open', description: '屋顶漏雨', lead_unit: '县住建局' },
    ]);
    expect(await submit('2100001', [finding('housing', '东屋不安全')], [])).toEqual({ is: 'ok' });
    expect(await problems()).toMatchObject([
      { key: 'housing', status: 'open', description: '东屋不安全' },
      { key: 'roof', status: 'withdrawn' },
    ]);
    expect(
      await rowsOf(
        'select p.key, e.kind from problem_event e join problem p on p.id = e.problem_id order by e.id',
      ),
    ).toEqual(
      expect.arrayContaining([
        { key: 'housing', kind: 'opened' },
        { key: 'roof', kind: 'opened' },
        { key: 'housing', kind: 'restated' },
        { key: 'roof', kind: 'withdrawn' },
      ]),
    );
    await submit('2100001', [finding('housing', '东屋不安全'), finding('roof', '屋顶漏雨')], []);
    expect((await problems()).map((p) => p.status)).toEqual(['open', 'withdrawn', 'open']);
  });

  it('flags a household once, withdraws an untouched lead, and doesn’t flag again what people declined', async () => {
    const leads = () =>
      rowsOf(
        `select stage from monitoring_lead where household_id = '${seeded.households.get('2100002')}' order by no`,
      );
    await submit('2100002', [], [flag]);
    await submit('2100002', [], [flag]);
    expect(await leads()).toEqual([{ stage: 'flagged' }]);
    await submit('2100002', [], []);
    expect(await leads()).toEqual([{ stage: 'withdrawn' }]);
    await submit('2100002', [], [flag]);
    await write(
      database,
      wholeCounty(county),
      (tx) => tx.sql`update monitoring_lead set stage = 'declined' where stage = 'flagged'`,
    );
    await submit('2100002', [], [flag]);
    expect((await leads()).map((l) => l.stage).sort()).toEqual(['declined', 'withdrawn']);
    await submit('2100002', [], [flag, { ...flag, key: 'illness' }]);
    expect((await leads()).map((l) => l.stage).sort()).toEqual(['declined', 'flagged', 'withdrawn']);
  });
});

describe('binding', () => {
  const stranger = (messageId: string) => ({ channel: 'wechaty', externalId: 'wx-1', messageId });
  const hash = 'a hash';

  it('binds an account by a code once, and not a second time', async () => {
    await take(database, seeded.staff.cadre, {
      text: '码',
      changes: [{ do: 'issueCode', codeHash: hash, staffId: seeded.staff.helper, expiresAt: december(12) }],
    });
    const asker = { speaker: null, at: december(10) };
    const found = await read(database, wholeCounty(county), (db) =>
      answerNeed(db, asker, { need: 'bindCodes', args: { hashes: [hash] } }),
    );
    expect(found).toEqual([
      { hash, is: 'open', staffId: seeded.staff.helper, name: '王五', unitName: '刘园村', waits: false },
    ]);

    const bind: Change = { do: 'bindAccount', codeHash: hash, staffId: seeded.staff.helper };
    const opened = await open(database, stranger('b1'));
    expect(await save(database, stranger('b1'), opened, { text: '绑定好了', changes: [bind] })).toEqual({
      is: 'ok',
    });
    expect((await open(database, stranger('b2'))).session.speaker?.name).toBe('王五');
    const other = { channel: 'wechaty', externalId: 'wx-2', messageId: 'b3' };
    expect(await save(database, other, await open(database, other), { text: 'x', changes: [bind] })).toEqual({
      is: 'stale',
    });
    expect((await loadSession(database, county, other)).is).toBe('session');
  });

  it('locks an account for an hour at the fifth wrong code', async () => {
    const account = (messageId: string) => ({ channel: 'wechaty', externalId: 'wx-3', messageId });
    for (let i = 1; i <= 5; i += 1) {
      const opened = await open(database, account(`w${i}`));
      expect(opened.session.account?.lockedUntil).toBeNull();
      await save(database, account(`w${i}`), opened, { text: '不对', changes: [{ do: 'wrongCode' }] });
    }
    expect((await open(database, account('w6'))).session.account?.lockedUntil).toBe(december(10) + 3_600_000);
  });

  it('binds a room to a unit', async () => {
    const incoming = message(seeded.staff.cadre, {
      room: { externalId: '@@g1', name: '龙城镇工作群', mentioned: true },
    });
    await save(database, incoming, await open(database, incoming), {
      text: '好',
      changes: [{ do: 'bindRoom', unit: units.longcheng }],
    });
    const again = await open(
      database,
      message(seeded.staff.helper, { room: { externalId: '@@g1', mentioned: false } }),
    );
    expect(again.session.chat).toMatchObject({
      room: { unit: units.longcheng, unitName: '龙城镇', unitKind: 'township' },
    });
  });
});

describe('other changes of a turn', () => {
  it('adds a household by chat together with its first visit, and it is the helper’s own', async () => {
    const household = {
      id: householdId.parse(uuid()),
      code: 'chat-1',
      headName: '新来的',
      type: 'general' as const,
      tags: [],
      members: [],
      village: units.liuyuan,
      villageName: '刘园村',
      township: units.longcheng,
      townshipName: '龙城镇',
      group: '五组',
      known: {},
    };
    const visit = visitOf(household.id, seeded.staff.helper, {});
    expect(
      await take(database, seeded.staff.helper, {
        text: '加上了',
        changes: [{ do: 'addHousehold', household }, ...saved(visit)],
        visitId: visit.id,
      }),
    ).toEqual({ is: 'ok' });
    expect(await rowsOf(`select head_pinyin, grp_no, source from household where code = 'chat-1'`)).toEqual([
      { head_pinyin: 'xinlaide', grp_no: 5, source: 'chat' },
    ]);
    expect(await rowsOf(`select staff_id from assignment where household_id = '${household.id}'`)).toEqual([
      { staff_id: seeded.staff.helper },
    ]);
  });

  it('writes down whose data was looked at', async () => {
    const households = [householdBy('2100001', seeded)];
    await take(database, seeded.staff.cadre, {
      text: '…',
      changes: [{ do: 'logAccess', households, what: 'query' }],
    });
    expect(await rowsOf('select staff_id, village, what from access_log')).toEqual([
      { staff_id: seeded.staff.cadre, village: units.liuyuan, what: 'query' },
    ]);
  });

  it('queues a message to a colleague once under its key', async () => {
    const push: Change = {
      do: 'push',
      key: 'handover 1',
      to: { staff: seeded.staff.helper },
      kind: 'reply',
      text: '张三家转给你了',
    };
    await take(database, seeded.staff.colleague, { text: '好', changes: [push] });
    await take(database, seeded.staff.colleague, { text: '好', changes: [push] });
    expect(await rowsOf('select key, status, body from outbox')).toEqual([
      { key: 'handover 1', status: 'queued', body: { type: 'text', text: '张三家转给你了' } },
    ]);
  });
});
