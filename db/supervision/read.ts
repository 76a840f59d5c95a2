import type { Answers } from '../../conversations/form/answer.ts';
import type { Candidate } from '../../conversations/supervision/draw.ts';
import type { SpotCheck } from '../../conversations/supervision/needs.ts';
import { signalsOf } from '../../conversations/supervision/signals.ts';
import type { Db } from '../base/transaction.ts';

interface VisitRow {
  visit: Candidate['visit'];
  household: Candidate['household'];
  village: Candidate['village'];
  township: Candidate['township'];
  helper: Candidate['helper'];
  answers: Answers;
  started_at: Date;
  submitted_at: Date;
  drawn: boolean;
}

/**
 * Submitted visits of the scope that were never drawn, with their quality signals: looked at in each helper's own
 * order, drawn ones included, since a signal compares a visit with those before it.
 */
export async function spotCandidates(db: Db, limit: number): Promise<Candidate[]> {
  const rows = await db.sql<VisitRow[]>`
    select v.id as visit, v.household_id as household, v.village, v.township, v.helper, v.answers, v.started_at, v.submitted_at,
      exists (select 1 from spot_check s where s.county = v.county and s.visit_id = v.id) as drawn
    from visit v join household h on h.county = v.county and h.id = v.household_id and h.active
    where v.county = ${db.scope.county} and v.questionnaire = 'household' and v.status = 'submitted' and v.outcome = 'answered'
    order by v.helper, v.submitted_at, v.id limit ${limit}`;
  const signals = signalsOf(
    rows.map((r) => ({
      helper: r.helper,
      village: r.village,
      answers: r.answers,
      startedAt: r.started_at.getTime(),
      submittedAt: r.submitted_at.getTime(),
    })),
  );
  return rows.flatMap(({ drawn, answers: _, started_at: __, submitted_at: ___, ...candidate }, i) =>
    drawn ? [] : [{ ...candidate, signals: (signals[i] ?? []).map((s) => s.key) }],
  );
}

/** How many draws a unit made on a day: each has its own seed. */
export async function drawsOn(db: Db, unit: string, date: string): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`
    select count(distinct seed)::int as n from spot_check where county = ${db.scope.county} and starts_with(seed, ${`${unit}/${date}/`})`;
  return row?.n ?? 0;
}

interface CheckRow {
  id: string;
  version: number;
  household_id: SpotCheck['household']['id'];
  head_name: string;
  grp: string;
  village_name: string | null;
  visit_id: SpotCheck['visit'];
  helper: SpotCheck['helper']['id'];
  helper_name: string | null;
  why: string[];
  status: SpotCheck['status'];
  answers: Answers;
}

const columns = ({
  sql,
}: Pick<
  Db,
  'sql'
>) => sql`s.id, s.version, s.household_id, h.head_name, h.grp, u.short as village_name, s.visit_id, s.helper,
  p.name as helper_name, s.why, s.status, s.answers`;
const joins = ({
  sql,
}: Pick<Db, 'sql'>) => sql`join household h on h.county = s.county and h.id = s.household_id
  left join unit u on u.county = s.county and u.code = s.village
  left join staff p on p.county = s.county and p.id = s.helper`;

function checkOf(row: CheckRow): SpotCheck {
  return {
    id: row.id,
    version: row.version,
    household: {
      id: row.household_id,
      headName: row.head_name,
      group: row.grp,
      villageName: row.village_name ?? '',
    },
    visit: row.visit_id,
    helper: { id: row.helper, name: row.helper_name ?? '' },
    why: row.why,
    status: row.status,
    answers: row.answers,
  };
}

/** Drawn and not yet done, in visiting order. */
export async function openSpotChecks(
  db: Db,
  limit: number,
  headName: string | null,
): Promise<{ checks: SpotCheck[]; total: number }> {
  const rows = await db.sql<(CheckRow & { total: number })[]>`
    select ${columns(db)}, count(*) over ()::int as total from spot_check s ${joins(db)}
    where s.county = ${db.scope.county} and s.status = 'drawn' and (${headName}::text is null or h.head_name = ${headName})
    order by s.village, h.grp_no, h.grp, h.sort, h.id limit ${limit}`;
  return { checks: rows.map(checkOf), total: rows[0]?.total ?? 0 };
}

/** A spot-check with the visit's answers to compare with, or null where there is none within the scope. */
export async function spotCheckById(
  db: Db,
  id: string,
): Promise<{ check: SpotCheck; visitAnswers: Answers } | null> {
  const [row] = await db.sql<(CheckRow & { visit_answers: Answers | null })[]>`
    select ${columns(db)}, v.answers as visit_answers from spot_check s ${joins(db)}
    left join visit v on v.county = s.county and v.id = s.visit_id
    where s.county = ${db.scope.county} and s.id = ${id}`;
  return row === undefined ? null : { check: checkOf(row), visitAnswers: row.visit_answers ?? {} };
}

/** How the checks went, and which questions came out differently. */
export async function spotSummary(db: Db): Promise<{
  drawn: number;
  done: number;
  differing: number;
  differences: { title: string; count: number }[];
}> {
  const { county } = db.scope;
  const [counts] = await db.sql<{ drawn: number; done: number; differing: number }[]>`
    select count(*)::int as drawn, count(*) filter (where status = 'done')::int as done,
      count(*) filter (where status = 'done' and jsonb_array_length(differences) > 0)::int as differing
    from spot_check where county = ${county}`;
  const differences = await db.sql<{ title: string; count: number }[]>`
    select d ->> 'title' as title, count(*)::int as count from spot_check, jsonb_array_elements(differences) d
    where county = ${county} and status = 'done' group by 1 order by 2 desc, 1`;
  return { ...(counts ?? { drawn: 0, done: 0, differing: 0 }), differences: [...differences] };
}
