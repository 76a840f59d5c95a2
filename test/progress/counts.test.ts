import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { outcomes, visitStatuses } from '../../conversations/contract/session.ts';
import { byTownship, byVillage, total } from '../../conversations/progress/rollup.ts';
import { tallyOf } from '../../conversations/progress/tally.ts';
import { read, write } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const everything = wholeCounty(county);
let seeded: SeededCounty;

interface Row {
  household: string;
  status: string;
  outcome: string | null;
  toVerify?: string[];
  problems?: number;
  on?: string;
  questionnaire?: string;
}

async function visit(code: string, row: Omit<Row, 'household'>): Promise<void> {
  await write(database, everything, async (tx) => {
    await tx.sql`
      insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
        problem_count, to_verify, started_at, submitted_at, version)
      select county, ${randomUUID()}, id, village, township, ${seeded.staff.helper}, ${row.status}, ${row.outcome}, ${row.questionnaire ?? 'household'}, 1, '{}',
        ${row.problems ?? 0}, ${row.toVerify ?? []}::text[], now(), ${row.on ?? null}::timestamptz, 1
      from household where county = ${county} and code = ${code}`;
  });
}

beforeAll(async () => {
  seeded = await seedCounty(database);
  await visit('2100001', {
    status: 'submitted',
    outcome: 'answered',
    toVerify: ['allInsured'],
    problems: 2,
    on: '2021-12-14T23:30:00+08:00',
  });
  await visit('2100002', { status: 'verified', outcome: 'moved', on: '2021-12-15T00:30:00+08:00' });
  await visit('2100003', { status: 'draft', outcome: 'notHome' });
  await visit('2200001', { status: 'returned', outcome: 'answered', on: '2021-12-13T10:00:00+08:00' });
  await visit('2200001', {
    status: 'submitted',
    outcome: 'answered',
    questionnaire: 'spotCheck',
    on: '2021-12-13T10:00:00+08:00',
  });
});

describe('progress figures', () => {
  const counted = () => read(database, everything, (db) => countVillages(db, { today: '2021-12-15' }));

  it('count each village by the definitions, in the order of the register', async () => {
    const villages = await counted();
    expect(byVillage(villages).map((v) => v.name)).toEqual(['刘园村', '王典村', '张庄村']);
    expect(villages[0]?.counts).toEqual({
      total: 3,
      visited: 1,
      submitted: 1,
      verified: 0,
      explained: 1,
      draft: 0,
      notHome: 1,
      refused: 0,
      returned: 0,
      untouched: 1,
      toVerify: 1,
      withProblems: 1,
      visitedToday: 0,
    });
    expect(villages[1]?.counts).toMatchObject({ total: 1, visited: 0, returned: 1, untouched: 0 });
    expect(villages[2]?.counts).toMatchObject({ total: 1, visited: 0, untouched: 1 });
  });

  it('take the day from the clock of Shanghai', async () => {
    expect((await counted())[0]?.days).toEqual([{ date: '2021-12-14', visited: 1 }]);
  });

  it('sum up to townships and the county', async () => {
    const villages = await counted();
    expect(byTownship(villages).map((t) => [t.name, t.counts.total, t.counts.visited])).toEqual([
      ['龙城镇', 4, 1],
      ['黄口镇', 1, 0],
    ]);
    expect(total(villages).counts).toMatchObject({
      total: 5,
      visited: 1,
      explained: 1,
      untouched: 2,
      visitedToday: 0,
    });
    const below = await read(database, everything, (db) =>
      countVillages(db, { unit: units.huangkou, today: '2021-12-15' }),
    );
    expect(below.map((v) => v.name)).toEqual(['张庄村']);
  });

  it('show a village helper his village and a township its own', async () => {
    const seen = async (person: 'helper' | 'cadre' | 'office' | 'officer') => {
      const speaker = await read(database, everything, (db) => findSpeaker(db, { id: seeded.staff[person] }));
      if (speaker === null) throw new Error('no such person');
      const villages = await read(database, scopeOf(county, speaker), (db) =>
        countVillages(db, { today: '2021-12-15' }),
      );
      return villages.map((v) => [v.name, v.counts.total]);
    };
    expect(await seen('helper')).toEqual([['刘园村', 3]]);
    expect(await seen('cadre')).toEqual([
      ['刘园村', 3],
      ['王典村', 1],
    ]);
    expect(await seen('office')).toHaveLength(3);
    expect(await seen('officer')).toEqual([]);
  });

  it('forget a household that left the register, and its visit with it', async () => {
    await write(
      database,
      everything,
      (tx) => tx.sql`update household set active = false where county = ${county} and code = '2100002'`,
    );
    expect((await counted())[0]?.counts).toMatchObject({
      total: 3,
      visited: 1,
      verified: 0,
      explained: 0,
      visitedToday: 0,
    });
    expect((await counted())[0]?.days).toEqual([{ date: '2021-12-14', visited: 1 }]);
    await write(
      database,
      everything,
      (tx) => tx.sql`update household set active = true where county = ${county} and code = '2100002'`,
    );
  });

  it('know a village\u2019s size whatever is done to its households', async () => {
    const differing = () =>
      read(
        database,
        everything,
        (db) => db.sql<{ village: string }[]>`
        select coalesce(s.village, h.village) as village
        from (select village, sum(households)::int as n from village_size where county = ${county} group by 1) s
        full join (select village, count(*)::int as n from household where county = ${county} and active group by 1) h using (village)
        where coalesce(s.n, 0) <> coalesce(h.n, 0)`,
      );
    const change = (statement: string) => write(database, everything, (tx) => tx.sql.unsafe(statement));
    const columns = 'county, id, code, head_name, head_pinyin, head_initials, type, village, township';
    await change(
      `insert into household (${columns}) select county, gen_random_uuid(), code || 'b', head_name, '', '', type, village, township from household`,
    );
    expect(await differing()).toEqual([]);
    await change(
      `update household set village = '${units.wangdian}' where village = '${units.liuyuan}' and code like '%b'`,
    );
    await change(`update household set active = false where code like '2%b'`);
    await change(`insert into household (${columns}, active) select county, gen_random_uuid(), code, head_name, '', '', type, village, township, true from household where code like '2%b'
      on conflict (county, code) do update set active = true`);
    expect(await differing()).toEqual([]);
    await change(`delete from household where code like '%b'`);
    expect(await differing()).toEqual([]);
  });

  it('letter every visit as the rule says, in the database as in the conversation', async () => {
    const rows = await read(database, everything, async (db) => {
      const cases = visitStatuses.flatMap((status) =>
        [null, ...outcomes].flatMap((outcome) =>
          [0, 1].flatMap((toVerify) =>
            [0, 2].flatMap((problems) =>
              ['household', 'spotCheck'].map((questionnaire) => ({
                status,
                outcome,
                toVerify,
                problems,
                questionnaire,
              })),
            ),
          ),
        ),
      );
      const [column] = await db.sql<{ expression: string }[]>`
        select pg_get_expr(d.adbin, d.adrelid) as expression from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where d.adrelid = 'visit'::regclass and a.attname = 'tally'`;
      const found = await db.sql.unsafe<{ tally: string | null }[]>(
        `select ${column?.expression ?? 'null'} as tally from jsonb_array_elements($1::text::jsonb) with ordinality e(c, n),
          lateral (select c ->> 'status' as status, c ->> 'outcome' as outcome, c ->> 'questionnaire' as questionnaire, (c ->> 'problems')::int as problem_count,
            case (c ->> 'toVerify')::int when 0 then '{}'::text[] else '{x}' end as to_verify) v order by n`,
        [JSON.stringify(cases)],
      );
      return cases.map((c, i) => ({ c, inDatabase: found[i]?.tally ?? null }));
    });
    expect(rows).toHaveLength(4 * 7 * 2 * 2 * 2);
    for (const { c, inDatabase } of rows) expect(inDatabase, JSON.stringify(c)).toBe(tallyOf(c, c));
  });
});
