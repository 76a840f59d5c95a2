import { and, eq } from 'drizzle-orm';
import { type CheckFacts, checkFacts } from '../../conversations/campaign/check-facts.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Sheet, SheetProgress } from '../../conversations/self-check/needs.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { isDecided, isUndecided, leadOverdue } from '../facts/leads.ts';
import { isCounted, isSafeguard, overdue } from '../facts/problems.ts';
import { householdsVisit, isInBase, isVisited } from '../facts/visits.ts';
import { opinionCounts } from '../supervision/opinions.ts';
import { selfCheck } from './table.ts';

/** A unit's own sheet of an area, or null where it wasn't begun. */
export async function readSheet(db: Db, unit: UnitCode, area: number): Promise<Sheet | null> {
  const { id, level, answers, status, version } = selfCheck;
  const [row] = await db.orm
    .select({ id, area: selfCheck.area, level, unit: selfCheck.unit, answers, status, version })
    .from(selfCheck)
    .where(and(eq(selfCheck.county, db.scope.county), eq(selfCheck.unit, unit), eq(selfCheck.area, area)));
  return row ?? null;
}

/** How far units are: one alone, the county's townships and departments, or the villages of a township. */
export async function readSheetProgress(
  db: Db,
  of: { unit: string } | { below: 'county' } | { township: string },
): Promise<SheetProgress[]> {
  const which =
    'unit' in of
      ? db.sql`u.code = ${of.unit}`
      : 'township' in of
        ? db.sql`u.parent = ${of.township} and u.kind = 'village'`
        : db.sql`u.kind in ('township', 'department')`;
  const rows = await db.sql<(Omit<SheetProgress, 'areas'> & { areas: SheetProgress['areas'] | null })[]>`
    select u.code as unit, u.short as "unitName", u.kind,
      (select jsonb_agg(jsonb_build_object('area', s.area, 'status', s.status, 'answered',
          (select count(*) from jsonb_object_keys(s.answers) k where k not like '%photo')) order by s.area)
        from self_check s where s.county = u.county and s.unit = u.code) as areas
    from unit u where u.county = ${db.scope.county} and u.active and ${which}
    order by array_position('{county,township,department,village}'::text[], u.kind), u.sort, u.code`;
  return rows.map((row) => ({ ...row, areas: row.areas ?? [] }));
}

/**
 * What the data of a scope shows: households, visits, problems and leads within it, counted in one go.
 * @param today ISO date, for what is overdue
 */
export async function readCheckFacts(db: Db, unit: string, today: string): Promise<CheckFacts> {
  const { county } = db.scope;
  const own = (alias: string) =>
    db.sql`(${db.sql(alias)}.village = ${unit} or ${db.sql(alias)}.township = ${unit})`;
  const [row] = await db.sql<Omit<CheckFacts, 'opinions'>[]>`
    with h as (
      select count(*)::int as households,
        count(*) filter (where h.type = 'povertyAlleviated')::int as "povertyAlleviated",
        count(*) filter (where h.type = 'monitored')::int as monitored,
        count(*) filter (where 'relocated' = any (h.tags))::int as relocated
      from household h ${stated(db, householdsVisit)}
      where h.county = ${county} and h.active and ${stated(db, isInBase)} and ${own('h')}
    ), v as (
      select count(*)::int as visited,
        count(*) filter (where v.all_insured is not null)::int as "insuranceAsked",
        count(*) filter (where v.all_insured)::int as insured,
        count(*) filter (where v.dropped_out)::int as dropouts,
        count(*) filter (where v.housing_safe = false)::int as "unsafeHousing",
        count(*) filter (where v.water_problem)::int as "waterProblems",
        count(*) filter (where v.answers #>> '{incomeSwing,v}' = 'true')::int as "incomeSwings"
      from visit v join household a on a.county = v.county and a.id = v.household_id and a.active
      where v.county = ${county} and v.questionnaire = 'household' and ${stated(db, isVisited())} and ${own('v')}
    ), p as (
      select count(*)::int as problems,
        count(*) filter (where p.status = 'closed')::int as "problemsClosed",
        count(*) filter (where ${overdue(db, today)})::int as "problemsOverdue",
        count(*) filter (where ${stated(db, isSafeguard)})::int as "safeguardProblems",
        count(*) filter (where ${stated(db, isSafeguard)} and p.status <> 'closed')::int as "safeguardOpen",
        count(*) filter (where p.category = 'assistance')::int as "assistanceProblems",
        count(*) filter (where p.category = 'employment')::int as "employmentProblems",
        count(*) filter (where p.category = 'industry')::int as "industryProblems"
      from problem p where p.county = ${county} and ${stated(db, isCounted())} and p.source <> 'selfCheck'
        and (${own('p')} or p.responsible_unit = ${unit} or 'd:' || p.lead_unit = ${unit})
    ), l as (
      select count(*) filter (where ${stated(db, isUndecided())})::int as "leadsOpen",
        count(*) filter (where ${stated(db, isDecided())})::int as "leadsIncluded",
        count(*) filter (where ${leadOverdue(db, today)})::int as "leadsOverdue"
      from monitoring_lead l where l.county = ${county} and ${own('l')}
    )
    , t as (
      select count(*)::int as tasks, (count(*) filter (where t.how is null))::int as "tasksOpen",
        (count(*) filter (where t.how is null and t.due < ${today}))::int as "tasksLate"
      from year_task t where t.county = ${county} and t.unit = ${unit}
    )
    select *, 0 as compared, 0 as conflicts from h, v, p, l, t`;
  const within = own('o');
  return checkFacts.parse({
    ...row,
    opinions: await opinionCounts(db, await campaignHere(db), within, today),
  });
}
