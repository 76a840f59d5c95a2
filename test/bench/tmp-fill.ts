import type postgres from 'postgres';

/** The made-up county of the measurement: 24 townships, 301 villages, as the real one has. */
export const benchCounty = '990099';
export const villages = 301;
export const answersPerVisit = 6;

/**
 * Empties the county and fills it with so many households, four in ten visited, straight into the tables: this
 * measures counting, not importing. Each visit carries answers of a realistic size (about 1.3 kB as JSON).
 */
export async function fill(admin: postgres.Sql, households: number): Promise<void> {
  for (const table of ['answer', 'visit', 'assignment', 'household', 'progress_summary', 'staff', 'unit'])
    await admin.unsafe(`truncate ${table} cascade`);
  await admin.unsafe(`
    insert into setting (county, key, value) values ('${benchCounty}', 'campaign', '{"id": "bench"}') on conflict do nothing`);
  await admin.unsafe(`
    alter table visit alter column campaign set default 'bench';
    alter table answer alter column campaign set default 'bench'`);
  await admin.unsafe(`
    insert into unit (county, code, kind, name, short, parent, sort)
    values ('${benchCounty}', '${benchCounty}000000', 'county', '量测县', '量测县', null, 0);
    insert into unit (county, code, kind, name, short, parent, sort)
    select '${benchCounty}', '${benchCounty}1' || lpad(t::text, 2, '0') || '000', 'township', '镇' || t, '镇' || t, '${benchCounty}000000', t from generate_series(0, 23) t;
    insert into unit (county, code, kind, name, short, parent, sort)
    select '${benchCounty}', '${benchCounty}1' || lpad((v % 24)::text, 2, '0') || lpad((201 + v / 24)::text, 3, '0'), 'village', '村' || v, '村' || v,
      '${benchCounty}1' || lpad((v % 24)::text, 2, '0') || '000', v from generate_series(0, ${villages - 1}) v`);
  await admin.unsafe(`
    insert into household (county, id, code, head_name, head_pinyin, head_initials, type, members, village, township, grp, grp_no, sort)
    select '${benchCounty}', gen_random_uuid(), 'H' || n, '张三' || n % 997, 'zhangsan', 'zs', 'general', '[{"no":1,"name":"张三"},{"no":2,"name":"李四"}]',
      u.code, u.parent, (n / ${villages}) % 10 + 1 || '组', (n / ${villages}) % 10 + 1, n
    from generate_series(0, ${households - 1}) n join lateral (select code, parent from unit where sort = n % ${villages} and kind = 'village') u on true`);
  await admin.unsafe(`
    insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
      problem_count, to_verify, started_at, submitted_at, version)
    select county, gen_random_uuid(), id, village, township, gen_random_uuid(),
      case when sort % 50 = 0 then 'draft' when sort % 50 = 1 then 'returned' when sort % 3 = 0 then 'verified' else 'submitted' end,
      case when sort % 50 = 0 then (array[null, 'notHome', 'refused'])[1 + sort / 50 % 3] when sort % 97 = 0 then 'moved' else 'answered' end,
      'household', 1, '${JSON.stringify(someAnswers()).replaceAll("'", "''")}'::jsonb, case when sort % 11 = 0 then 2 else 0 end,
      case when sort % 13 = 0 then '{allInsured}'::text[] else '{}' end, now(), '2021-12-09T02:00:00Z'::timestamptz + (sort % 6) * interval '1 day', 30
    from household where sort % 5 < 2`);
  await admin.unsafe('vacuum analyze');
}

function someAnswers(): object {
  const keys = [
    'population',
    'annualIncome',
    'incomeSource',
    'incomeStable',
    'allInsured',
    'seriousIllness',
    'schoolAgeChild',
    'housingSafe',
    'waterProblem',
    'otherProblems',
    'otherDifficulties',
    'satisfaction',
    'supportKnown',
    'subsidy',
    'employment',
    'industry',
    'loan',
    'training',
    'cottage',
    'road',
  ];
  return Object.fromEntries(
    keys.map((key, i) => [
      key,
      { is: 'known', v: i % 3 === 0 ? true : i % 3 === 1 ? 3 : '说的原话若干字', note: '老伴腰疼长期吃药' },
    ]),
  );
}
