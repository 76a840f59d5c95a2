import { isoDate } from '../../conversations/calendar/days.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import { noCounts } from '../../conversations/progress/definitions.ts';
import type { HouseholdStanding, ProgressNeeds } from '../../conversations/progress/needs.ts';
import { noProblems, type ProblemCounts } from '../../conversations/progress/overview.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { lastDay } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';
import { isLead } from '../facts/leads.ts';
import { isCounted, isUnrectified, openedOn, overdue } from '../facts/problems.ts';
import { householdsVisit, isInBase, isVisited } from '../facts/visits.ts';
import { own } from '../households/own.ts';

import { problemsWithin } from './lists.ts';

import { countVillages, villageOf } from './progress.ts';
import { unitsSaid } from './units-said.ts';

type Answers<N> = {
  [K in keyof N]: N[K] extends { in: infer In; out: infer Out }
    ? (db: Db, asker: Asker, args: In) => Promise<Out>
    : never;
};

/** A village's groups in their order. */
export async function groupsOf(db: Db, village: UnitCode): Promise<ProgressNeeds['countGroups']['out']> {
  return [
    ...(await db.sql<ProgressNeeds['countGroups']['out']>`
    select h.grp as "group", count(*)::int as total, (count(*) filter (where ${stated(db, isVisited())}))::int as visited
    from household h ${stated(db, householdsVisit)}
    where h.county = ${db.scope.county} and h.village = ${village} and h.active and ${stated(db, isInBase)}
    group by h.grp_no, h.grp order by h.grp_no, h.grp`),
  ];
}

async function countOwn(
  db: Db,
  asker: Asker,
  { today }: ProgressNeeds['countOwn']['in'],
): Promise<ProgressNeeds['countOwn']['out']> {
  const { sql } = db;
  const rows = await sql<{ tally: string | null; day: string | null; n: number }[]>`
    select v.tally, v.submitted_on as day, count(*)::int as n
    from household h ${stated(db, householdsVisit)}
    where ${own(db, asker)} group by 1, 2`;
  if (rows.length === 0) return null;
  const sum = (holds: (tally: string) => boolean) =>
    rows.reduce((n, row) => (row.tally !== null && holds(row.tally) ? n + row.n : n), 0);
  const isExplained = (tally: string) => tally.includes('x');
  const isDone = (tally: string) => /^[SV]/.test(tally) && !isExplained(tally);
  const days: Record<string, number> = {};
  for (const { tally, day, n } of rows)
    if (tally !== null && isDone(tally) && day !== null) days[day] = (days[day] ?? 0) + n;
  const counts = {
    ...noCounts,
    total: rows.reduce((n, row) => (row.tally !== null && isExplained(row.tally) ? n : n + row.n), 0),
    visited: sum(isDone),
    submitted: sum((t) => isDone(t) && t.startsWith('S')),
    verified: sum((t) => isDone(t) && t.startsWith('V')),
    explained: sum(isExplained),
    toVerify: sum((t) => isDone(t) && t.includes('u')),
    withProblems: sum((t) => isDone(t) && t.includes('p')),
    draft: sum((t) => t === 'D'),
    notHome: sum((t) => t === 'N'),
    refused: sum((t) => t === 'F'),
    returned: sum((t) => t === 'R'),
  };
  const none = '' as UnitCode;
  const { counts: counted, days: perDay } = villageOf(
    { village: none, name: '', township: none, townshipName: '', counts, days },
    today,
  );
  return { counts: counted, days: [...perDay] };
}

/**
 * Problems by state and category, of one unit or of the scope.
 * @param today ISO date
 */
export async function countProblems(
  db: Db,
  { unit, today }: ProgressNeeds['countProblems']['in'],
): Promise<ProblemCounts> {
  const { sql } = db;
  const rows = await sql<
    (Omit<ProblemCounts, 'byCategory'> & { category: ProblemCounts['byCategory'][number]['category'] })[]
  >`
    select p.category, (count(*) filter (where ${stated(db, isUnrectified())}))::int as open,
      (count(*) filter (where p.status = 'done'))::int as done, (count(*) filter (where p.status = 'closed'))::int as closed,
      (count(*) filter (where ${overdue(db, today)}))::int as overdue,
      (count(*) filter (where ${overdue(db, today)} and p.due < ${today}::date - 4))::int as "overdueLong",
      (count(*) filter (where ${stated(db, openedOn)} = ${today}))::int as "openedToday"
    from problem p where ${problemsWithin(db, unit)} and ${stated(db, isCounted())} group by p.category`;
  const sum = {
    ...noProblems,
    byCategory: rows.map((r) => ({ category: r.category, count: r.open + r.done + r.closed })),
  };
  for (const key of ['open', 'done', 'closed', 'overdue', 'overdueLong', 'openedToday'] as const)
    sum[key] = rows.reduce((n, row) => n + row[key], 0);
  return sum;
}

async function householdStanding(
  db: Db,
  { at }: Asker,
  { id }: ProgressNeeds['householdStanding']['in'],
): Promise<HouseholdStanding | null> {
  const { sql, scope } = db;
  const [row] = await sql<
    (Omit<HouseholdStanding, 'visit'> & {
      visit:
        | (Omit<NonNullable<HouseholdStanding['visit']>, 'submittedAt' | 'startedAt'> & {
            submittedAt: string | null;
            startedAt: string;
          })
        | null;
    })[]
  >`
    select h.id, h.head_name as "headName", h.type, hv.short as "villageName", ht.short as "townshipName", h.grp as "group",
      (select jsonb_build_object('status', v.status, 'outcome', v.outcome, 'submittedAt', v.submitted_at, 'startedAt', v.started_at,
          'returnReason', v.return_reason, 'helperName', s.name, 'toVerify', cardinality(v.to_verify))
        from visit v left join staff s on s.county = v.county and s.id = v.helper
        where v.county = h.county and v.household_id = h.id and v.questionnaire = 'household') as visit,
      coalesce((select jsonb_agg(s.name order by a.kind desc, s.name) from assignment a join staff s on s.county = a.county and s.id = a.staff_id
        where a.county = h.county and a.household_id = h.id
          and ${stated(db, lastDay())} >= ${isoDate(at)}), '[]') as helpers,
      coalesce((select jsonb_agg(jsonb_build_object('no', p.no, 'category', p.category, 'status', p.status, 'due', p.due) order by p.no)
        from problem p where p.county = h.county and p.household_id = h.id and ${stated(db, isCounted())}), '[]') as problems,
      (select jsonb_build_object('no', l.no, 'stage', l.stage) from monitoring_lead l
        where l.county = h.county and l.household_id = h.id and ${stated(db, isLead())} order by l.flagged_at desc limit 1) as lead
    from household h join unit hv on hv.county = h.county and hv.code = h.village join unit ht on ht.county = h.county and ht.code = h.township
    where h.county = ${scope.county} and h.id = ${id}`;
  if (row === undefined) return null;
  const { visit, ...rest } = row;
  if (visit === null) return { ...rest, visit };
  const submittedAt = visit.submittedAt === null ? null : Date.parse(visit.submittedAt);
  return { ...rest, visit: { ...visit, submittedAt, startedAt: Date.parse(visit.startedAt) } };
}

export const progressAnswers: Omit<Answers<ProgressNeeds>, 'looksAt'> = {
  unitsSaid,
  countProgress: (db, _asker, args) => countVillages(db, args),
  countGroups: (db, _asker, { village }) => groupsOf(db, village),
  countOwn,
  countProblems: (db, _asker, args) => countProblems(db, args),
  householdStanding,
};
