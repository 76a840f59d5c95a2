import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scope, scopeOf, stranger, wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import type { Change } from '../../conversations/contract/turn.ts';
import { isFault } from '../../db/base/faults.ts';
import { read, write } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { county, type Person, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, saved, take, visitOf } from '../support/turns.ts';

const { database, adminUrl, appUrl } = await testDatabase();
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
let seeded: SeededCounty;

/** Tables with rows of households, all of which are filled below for two villages. */
const ofHouseholds = [
  'household',
  'visit',
  'answer',
  'assignment',
  'problem',
  'problem_event',
  'monitoring_lead',
  'monitoring_lead_event',
  'attachment',
  'access_log',
  'register_fact',
  'outside_row',
  'self_check',
];

beforeAll(async () => {
  seeded = await seedCounty(database);
  await fill('2100001', seeded.staff.helper, units.liuyuan);
  await fill('2200001', seeded.staff.partner, units.wangdian);
  for (const village of [units.liuyuan, units.wangdian]) {
    await admin`insert into register_fact select county, id, 'test', village, '{}', gen_random_uuid() from household where village = ${village} limit 1`;
    const list = crypto.randomUUID();
    const campaign = newSettings(xiaoxian2021, 'real').id;
    const no = village === units.liuyuan ? 1 : 2;
    await admin`insert into outside_list values (${county}, ${campaign}, ${list}, ${no}, 'insurance', '县医保局', 'd:县医保局', 'f.xlsx', '[]', '', null, now())`;
    await admin`insert into outside_row (county, campaign, id, no, list_id, row_no, key, kind, unit, becomes, cells, village, household_id)
      values (${county}, ${campaign}, gen_random_uuid(), ${no}, ${list}, 2, '', 'insurance', 'd:县医保局', 'question', '{}', ${village},
        ${seeded.households.get(no === 1 ? '2100001' : '2200001') ?? null})`;
    await admin`insert into attachment (county, id, hash, mime, bytes, data, village, at) values (${county}, gen_random_uuid(), '', 'image/jpeg', 0, '', ${village}, now())`;
    await admin`insert into self_check (county, campaign, id, area, unit, level, village, township, questionnaire_version)
      values (${county}, ${newSettings(xiaoxian2021, 'real').id}, gen_random_uuid(), 5, ${village}, 'village', ${village}, ${units.longcheng}, 1)`;
  }
});
afterAll(() => admin.end());

/** A submitted visit with a problem and a lead, looked at by the office. */
async function fill(
  code: string,
  helper: SeededCounty['staff'][Person],
  village: typeof units.liuyuan,
): Promise<void> {
  const visit = visitOf(
    seeded.households.get(code),
    helper,
    { population: { is: 'known', v: 3 } },
    { status: 'submitted', submittedAt: december(10) },
  );
  const household = { id: visit.householdId, village, township: units.longcheng };
  const changes: Change[] = [
    ...saved(visit, village),
    {
      do: 'reconcile',
      visit,
      household,
      findings: [
        {
          key: 'housing',
          category: 'housing',
          clause: '5.11',
          description: '住房不安全',
          leadUnit: '县住建局',
          from: [],
        },
      ],
      flags: [{ key: 'lowIncome', clause: '6.1', reason: '收入低' }],
    },
  ];
  expect(await take(database, helper, { text: '', changes, visitId: visit.id })).toEqual({ is: 'ok' });
  await take(database, seeded.staff.office, {
    text: '',
    changes: [{ do: 'logAccess', households: [visit.householdId], what: 'query' }],
  });
}

async function scopeFor(person: Person): Promise<Scope> {
  const speaker = await read(database, wholeCounty(county), (db) =>
    findSpeaker(db, { id: seeded.staff[person] }),
  );
  if (speaker === null) throw new Error('nobody');
  return scopeOf(county, speaker);
}

const villagesSeen = (scope: Scope, table: string) =>
  read(database, scope, async (db) => {
    const rows = await db.sql.unsafe<{ village: string }[]>(
      `select distinct village from ${table} order by village`,
    );
    return rows.map((row) => row.village);
  });

describe('row-level security', () => {
  it('is forced on every table, by county, and the application’s role neither owns nor bypasses anything', async () => {
    const open = await admin<{ relname: string }[]>`
      select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and (not relrowsecurity or not relforcerowsecurity
        or not exists (select 1 from pg_policies p where p.tablename = relname)
        or exists (select 1 from pg_policies p where p.tablename = relname and permissive = 'PERMISSIVE' and coalesce(qual, with_check) not like '%ruhu.county%'))`;
    expect(open.map((row) => row.relname)).toEqual([]);
    const [role] = await admin`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = 'ruhu_app'`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
    });
  });

  it('looks at the village wherever a table has one', async () => {
    const tables = await admin<{ table_name: string }[]>`
      select table_name from information_schema.columns where table_schema = 'public' and column_name = 'village' order by 1`;
    const unguarded = await admin<{ tablename: string }[]>`
      select tablename from pg_policies where tablename = any (${tables.map((t) => t.table_name)}) and cmd in ('ALL', 'SELECT')
        and permissive = 'PERMISSIVE' and qual not like '%ruhu.villages%' and qual not like '%problem_id%' and policyname <> 'through_problem'`;
    expect(unguarded).toEqual([]);
  });

  it('shows nothing at all without a scope', async () => {
    const app = postgres(appUrl, { max: 1 });
    const tables = await admin<
      { name: string }[]
    >`select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const [row] = await app.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`);
      expect([name, row?.count]).toEqual([name, 0]);
    }
    await app.end();
  });

  it.each(ofHouseholds)(
    'shows of %s only one’s own village, and a township all of its villages',
    async (table) => {
      expect(await villagesSeen(wholeCounty(county), table)).toEqual(
        expect.arrayContaining([units.liuyuan, units.wangdian]),
      );
      expect(await villagesSeen(await scopeFor('colleague'), table)).toEqual([units.liuyuan]);
      expect(await villagesSeen(await scopeFor('neighbour'), table)).toEqual([units.wangdian]);
      // Who looks after households elsewhere sees what is of them, and not what is of their village as a whole.
      const ofVillage = ['attachment', 'access_log', 'self_check'].includes(table);
      expect(await villagesSeen(await scopeFor('partner'), table)).toEqual(ofVillage ? [] : [units.wangdian]);
      expect(await villagesSeen(await scopeFor('cadre'), table)).toEqual([units.liuyuan, units.wangdian]);
      expect(await villagesSeen(stranger(county), table)).toEqual([]);
    },
  );

  it('shows another county nothing of this one', async () => {
    const other = wholeCounty(countyCode.parse('341321'));
    for (const table of [...ofHouseholds, 'staff', 'unit', 'dialogue', 'inbox']) {
      const [row] = await read(database, other, (db) =>
        db.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${table}`),
      );
      expect([table, row?.count]).toEqual([table, 0]);
    }
  });

  it('shows a department its problems with their households, and no visit', async () => {
    const scope = await scopeFor('officer');
    expect(await villagesSeen(scope, 'problem')).toEqual([units.liuyuan, units.wangdian]);
    const heads = await read(
      database,
      scope,
      (db) => db.sql<{ code: string }[]>`select code from household order by code`,
    );
    expect(heads.map((row) => row.code)).toEqual(['2100001', '2200001']);
    expect(await villagesSeen(scope, 'self_check')).toEqual([units.liuyuan, units.wangdian]);
    for (const table of ['visit', 'answer', 'monitoring_lead'])
      expect(await villagesSeen(scope, table)).toEqual([]);
  });

  it('refuses to write into another village', async () => {
    const scope = await scopeFor('helper');
    const failure = await write(
      database,
      scope,
      (tx) => tx.sql`
      insert into register_fact select county, household_id, 'forged', ${units.wangdian}, '{}', gen_random_uuid() from assignment limit 1`,
    ).catch((e: unknown) => e);
    expect(isFault(failure, 'forbidden')).toBe(true);
    const changed = await write(
      database,
      scope,
      (tx) => tx.sql`update visit set status = 'verified' where village = ${units.wangdian}`,
    );
    expect(changed.count).toBe(0);
  });

  it.each([
    ['become the owner', 'set role ruhu_owner'],
    ['become a superuser', 'set session authorization postgres'],
    ['switch the policies off', 'alter table visit disable row level security'],
    ['drop a policy', 'drop policy by_village on visit'],
    ['make itself more', 'alter role ruhu_app bypassrls'],
    ['rewrite history', 'update answer set question = question'],
    ['delete from the access log', 'delete from access_log'],
    ['empty a table', 'truncate visit cascade'],
  ])('doesn’t let the application %s', async (_, statement) => {
    const failure = await write(database, wholeCounty(county), (tx) => tx.sql.unsafe(statement)).catch(
      (e: unknown) => e,
    );
    expect(isFault(failure, 'forbidden')).toBe(true);
  });

  it('lets nobody write in a transaction for reading', async () => {
    await expect(
      read(database, wholeCounty(county), (db) => db.sql`update unit set sort = 9`),
    ).rejects.toThrow('25006');
  });
});

describe('the shape of the schema', () => {
  it('has the county in every key and unique constraint, so that it can be distributed', async () => {
    const without = await admin<{ name: string }[]>`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and not exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey::int2[]) and a.attname = 'county')`;
    expect(without).toEqual([]);
  });

  it('has the campaign in every unique constraint of what belongs to one, but for the number of a problem, and holds it by a policy', async () => {
    const without = await admin<{ name: string }[]>`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute of on of.attrelid = c.oid and of.attname = 'campaign'
      where c.relname <> 'outbox' and i.indisunique and not of.attnum = any (i.indkey::int2[])`;
    expect(without.map(({ name }) => name)).toEqual(['problem_no']);
    const seenByAll = await admin<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute of on of.attrelid = c.oid and of.attname = 'campaign'
      join pg_policies p on p.tablename = c.relname and p.permissive = 'PERMISSIVE' and coalesce(p.qual, p.with_check) not like '%ruhu.campaign%'
      where c.relkind = 'r'`;
    // What only narrows (a group's own unit) needn't name it. A push that an earlier campaign left is still delivered.
    expect(seenByAll.map(({ name }) => name)).toEqual(['outbox']);
  });

  it('begins every primary key and every row with the county', async () => {
    const wrong = await admin<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (
        (select attname from pg_attribute where attrelid = c.oid and attnum = 1) <> 'county'
        or not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = 1))`;
    expect(wrong).toEqual([]);
  });
});
