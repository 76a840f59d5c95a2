import { and, countDistinct, eq, type SQL, sql } from 'drizzle-orm';
import type { Answers } from '../../conversations/form/answer.ts';
import type { Candidate } from '../../conversations/supervision/draw.ts';
import type { FoundCheck, SpotCheck } from '../../conversations/supervision/needs.ts';
import { signalsOf } from '../../conversations/supervision/signals.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { type HouseholdRow, householdColumns, householdOf, householdUnits } from '../households/row.ts';
import { household } from '../households/table.ts';
import { staff } from '../people/table.ts';
import { unit } from '../places/table.ts';
import { visit } from '../visits/table.ts';
import { toldToChecker } from './opinions.ts';
import { spotCheck } from './table.ts';

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
export async function drawsOn(db: Db, unitCode: string, date: string): Promise<number> {
  const [row] = await db.orm
    .select({ n: countDistinct(spotCheck.seed) })
    .from(spotCheck)
    .where(
      and(
        eq(spotCheck.county, db.scope.county),
        sql`starts_with(${spotCheck.seed}, ${`${unitCode}/${date}/`})`,
      ),
    );
  return row?.n ?? 0;
}

/** Spot-checks with their household, its village and helper, in visiting order. */
async function selectChecks(
  db: Db,
  which: SQL | undefined,
  limit: number,
): Promise<{ check: SpotCheck; visitAnswers: Answers; total: number }[]> {
  const { id, version, why, status, answers } = spotCheck;
  const rows = await db.orm
    .select({
      check: { id, version, why, status, answers, visit: spotCheck.visitId },
      household: { id: spotCheck.householdId, headName: household.headName, group: household.grp },
      villageName: unit.short,
      helper: { id: spotCheck.helper, name: sql<string>`coalesce(${staff.name}, '')` },
      visitAnswers: visit.answers,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(spotCheck)
    .innerJoin(
      household,
      and(eq(household.county, spotCheck.county), eq(household.id, spotCheck.householdId)),
    )
    .leftJoin(unit, and(eq(unit.county, spotCheck.county), sql`${unit.code} = ${spotCheck.village}`))
    .leftJoin(staff, and(eq(staff.county, spotCheck.county), eq(staff.id, spotCheck.helper)))
    .leftJoin(visit, and(eq(visit.county, spotCheck.county), eq(visit.id, spotCheck.visitId)))
    .where(and(eq(spotCheck.county, db.scope.county), which))
    .orderBy(spotCheck.village, household.grpNo, household.grp, household.sort, household.id)
    .limit(limit);
  return rows.map(({ check, household, villageName, helper, visitAnswers, total }) => ({
    check: { ...check, helper, household: { ...household, villageName: villageName ?? '' } },
    visitAnswers: visitAnswers ?? {},
    total,
  }));
}

/** Drawn and not yet done, in visiting order. */
export async function openSpotChecks(
  db: Db,
  limit: number,
  headName: string | null,
): Promise<{ checks: SpotCheck[]; total: number }> {
  const named = headName === null ? undefined : eq(household.headName, headName);
  const found = await selectChecks(db, and(eq(spotCheck.status, 'drawn'), named), limit);
  return { checks: found.map(({ check }) => check), total: found[0]?.total ?? 0 };
}

/**
 * A spot-check with its household and the visit's answers to compare with, or null where there is none within the
 * scope. What the household thinks of the work lies in a table of its own.
 */
export async function spotCheckById(db: Db, id: string): Promise<FoundCheck | null> {
  const [found] = await selectChecks(db, eq(spotCheck.id, id), 1);
  if (found === undefined) return null;
  const { check, visitAnswers } = found;
  const { sql } = db;
  const [row] = await sql<HouseholdRow[]>`
    select ${stated({ sql }, householdColumns)} from household h ${stated({ sql }, householdUnits)}
    where h.county = ${db.scope.county} and h.id = ${check.household.id}`;
  const home = row === undefined ? null : householdOf(row);
  if (home === null) return null;
  const answers = { ...check.answers, ...(await toldToChecker(db, check.household.id)) };
  return { check: { ...check, answers }, visitAnswers, household: home };
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
