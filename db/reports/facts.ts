import { endOfDay } from '../../conversations/calendar/days.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { problemCategories } from '../../conversations/contract/finding.ts';
import { type ReportFacts, reportFacts } from '../../conversations/reports/report-facts.ts';
import { dutiesOf } from '../../conversations/self-check/respondents.ts';
import { stated } from '../base/fact.ts';
import type { Db, Fragment } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { isDecided, isLead, isUndecided } from '../facts/leads.ts';
import { isDated, overdue } from '../facts/problems.ts';
import { householdsVisit, isExplained, wasHandedIn } from '../facts/visits.ts';
import { areaLines, notesOf } from './areas.ts';
import { problemsAtCutOff, type Reporter, reportersRows } from './facts-of.ts';

/**
 * Counts what a unit's report says, up to and including a day. Problems and visits count by their own moments
 * (found, rectified, struck off, submitted); answers as they stand now, corrections included.
 * @param asOf ISO date, Asia/Shanghai
 */
export async function readReportFacts(db: Db, unit: Reporter, asOf: string): Promise<ReportFacts> {
  if (unit.kind !== 'department' || db.scope.all || db.scope.room !== undefined)
    return factsOf(db, unit, asOf);
  // A department sees no household, but its report says how far the county is, the same numbers whoever has it made.
  await db.sql`select set_config('ruhu.villages', '*', true)`;
  const facts = await factsOf(db, unit, asOf);
  await db.sql`select set_config('ruhu.villages', '', true)`;
  return facts;
}

async function factsOf(db: Db, unit: Reporter, asOf: string): Promise<ReportFacts> {
  const until = new Date(endOfDay(asOf));
  return reportFacts.parse({
    unit: { code: unit.code, name: unit.short, kind: unit.kind },
    asOf,
    ...(await visitCounts(db, unit, until)),
    ...(await problemCounts(db, unit, asOf, until)),
    ...(await leadCounts(db, unit, until)),
    ...(await sheetCounts(db, unit, until)),
    ...(await activityCounts(db, unit, asOf)),
    ...(await oversightCounts(db, unit, until)),
    byArea: await areaLines(db, unit, until),
    notes: await notesOf(db, unit.code),
    byCategory: await categoryLines(db, unit, asOf, until),
    byUnit: await unitLines(db, unit, until),
  });
}

/** How many problems `p` stood where at the cut-off, each status apart. */
function statusCounts(db: Db, asOf: string) {
  const { sql } = db;
  const was = (status: string) => sql`count(*) filter (where p.was = ${status})::int`;
  return sql`${was('closed')} as closed, ${was('done')} as done, ${was('open')} as "notStarted", ${was('assigned')} as assigned,
    ${was('inProgress')} as "inProgress", ${was('longTerm')} as "longTerm",
    count(*) filter (where ${stated(db, isDated('p.was'))})::int as open,
    count(*) filter (where ${overdue(db, asOf, 'p.was')})::int as overdue`;
}

/** Handed in by the cut-off. */
const handedInBy = (db: Db, until: Date) =>
  db.sql`(${stated(db, wasHandedIn())} and v.submitted_at <= ${until})`;

/** Out of the base by the cut-off: moved away, deceased, merged. */
const explainedBy = (db: Db, until: Date) =>
  db.sql`coalesce(${handedInBy(db, until)} and ${stated(db, isExplained)}, false)`;

async function visitCounts(db: Db, unit: Reporter, until: Date): Promise<object> {
  const explained = explainedBy(db, until);
  const done = db.sql`(${handedInBy(db, until)} and not coalesce(${stated(db, isExplained)}, false))`;
  const [row] = await db.sql`
    select count(*) filter (where not ${explained})::int as households, count(distinct h.village)::int as villages,
      count(*) filter (where ${done})::int as visited,
      count(*) filter (where ${explained})::int as explained,
      count(*) filter (where v.status = 'draft' and v.outcome = 'notHome')::int as "notHome",
      count(*) filter (where v.status = 'draft' and v.outcome = 'refused')::int as refused,
      count(*) filter (where ${done} and cardinality(v.to_verify) > 0)::int as "toVerify",
      count(distinct v.helper) filter (where ${handedInBy(db, until)})::int as helpers,
      count(*) filter (where ${done} and h.type = 'general')::int as general,
      count(*) filter (where ${done} and h.type = 'povertyAlleviated')::int as "povertyAlleviated",
      count(*) filter (where ${done} and h.type = 'monitored')::int as monitored,
      count(*) filter (where ${done} and 'relocated' = any (h.tags))::int as relocated,
      count(*) filter (where ${done} and v.all_insured is not null)::int as "insuranceAsked",
      count(*) filter (where ${done} and v.all_insured)::int as insured,
      count(*) filter (where ${done} and v.all_insured = false)::int as uninsured,
      count(*) filter (where ${done} and v.dropped_out)::int as dropouts,
      count(*) filter (where ${done} and v.housing_safe = false)::int as "unsafeHousing",
      count(*) filter (where ${done} and v.water_problem)::int as "waterProblems"
    from household h ${stated(db, householdsVisit)}
    where h.county = ${db.scope.county} and h.active and ${reportersRows(db, unit, 'h')}`;
  return row ?? {};
}

async function problemCounts(db: Db, unit: Reporter, asOf: string, until: Date): Promise<object> {
  const [row] = await db.sql`
    select count(*)::int as problems, count(distinct p.household_id)::int as "problemHouseholds",
      count(*) filter (where p.source = 'visit')::int as "fromVisits",
      count(*) filter (where p.source = 'selfCheck')::int as "fromSelfChecks",
      count(*) filter (where p.source not in ('visit', 'selfCheck'))::int as "fromReports",
      ${statusCounts(db, asOf)},
      count(p.cause)::int as caused, count(p.task)::int as tasked, count(p.responsible_staff)::int as "inCharge",
      count(*) filter (where exists (select 1 from problem_event e where e.county = p.county and e.problem_id = p.id
        and e.kind = 'reopened' and e.at <= ${until}))::int as reopened,
      coalesce(sum((select sum(cardinality(e.attachments)) from problem_event e where e.county = p.county and e.problem_id = p.id
        and e.at <= ${until})), 0)::int as photos
    from ${problemsAtCutOff(db, unit, until)}`;
  return row ?? {};
}

function categoryLines(db: Db, unit: Reporter, asOf: string, until: Date) {
  return db.sql`
    select p.category, count(*)::int as problems,
      ${statusCounts(db, asOf)}
    from ${problemsAtCutOff(db, unit, until)}
    group by p.category
    order by array_position(${[...problemCategories]}::text[], p.category)`;
}

/** Villages of a township, townships of the county, in the register's order; a department's table has none. */
async function unitLines(db: Db, unit: Reporter, until: Date) {
  if (unit.kind === 'department') return [];
  const { county } = db.scope;
  const level = unit.kind === 'township' ? db.sql`village` : db.sql`township`;
  const below =
    unit.kind === 'township'
      ? db.sql`u.kind = 'village' and u.parent = ${unit.code}`
      : db.sql`u.kind = 'township'`;
  return db.sql`
    with visits as (
      select h.${level} as code, count(*)::int as total,
        count(*) filter (where ${handedInBy(db, until)})::int as visited
      from household h ${stated(db, householdsVisit)}
      where h.county = ${county} and h.active and not ${explainedBy(db, until)} and ${reportersRows(db, unit, 'h')} group by 1
    ), problems as (
      select p.${level} as code, count(*)::int as problems, count(*) filter (where p.was = 'closed')::int as closed
      from ${problemsAtCutOff(db, unit, until)} group by 1
    )
    select u.short as name, coalesce(v.total, 0) as total, coalesce(v.visited, 0) as visited, coalesce(p.problems, 0) as problems,
      coalesce(p.closed, 0) as closed
    from unit u left join visits v on v.code = u.code left join problems p on p.code = u.code
    where u.county = ${county} and u.active and ${below} order by u.sort, u.code`;
}

async function leadCounts(db: Db, unit: Reporter, until: Date): Promise<object> {
  const [row] = await db.sql`
    select count(*)::int as leads,
      count(*) filter (where ${stated(db, isDecided('was'))})::int as "leadsIncluded",
      count(*) filter (where was = 'declined')::int as "leadsDeclined",
      count(*) filter (where ${stated(db, isUndecided('was'))})::int as "leadsOpen"
    from (
      select (select e.after ->> 'stage' from monitoring_lead_event e
        where e.county = l.county and e.lead_id = l.id and e.at <= ${until} and e.after ? 'stage' order by e.id desc limit 1) as was
      from monitoring_lead l where l.county = ${db.scope.county} and l.flagged_at <= ${until} and ${reportersRows(db, unit, 'l')}) l
    where ${stated(db, isLead('was'))}`;
  return row ?? {};
}

/** Meetings and training entered by the unit and those below it, up to the day. */
async function activityCounts(db: Db, unit: Reporter, asOf: string): Promise<object> {
  const whose =
    unit.kind === 'county'
      ? db.sql`true`
      : db.sql`(a.unit = ${unit.code} or exists (select 1 from unit u where u.county = a.county and u.code = a.unit and u.parent = ${unit.code} and u.kind = 'village'))`;
  const [row] = await db.sql`
    select coalesce(sum(a.times) filter (where a.kind <> 'training'), 0)::int as meetings,
      coalesce(sum(a.times) filter (where a.kind = 'training'), 0)::int as trainings,
      coalesce(sum(a.people) filter (where a.kind = 'training'), 0)::int as trained
    from activity a where a.county = ${db.scope.county} and a.held_on <= ${asOf} and ${whose}`;
  return row ?? {};
}

/** Who of the unit and those below it passed the training test, and its tasks of the year. */
async function oversightCounts(db: Db, unit: Reporter, until: Date): Promise<object> {
  const { county } = db.scope;
  const { pass } = (await campaignHere(db)).training;
  const own = (code: Fragment) =>
    unit.kind === 'county'
      ? db.sql`true`
      : db.sql`(${code} = ${unit.code} or exists (select 1 from unit u where u.county = ${county} and u.code = ${code} and u.parent = ${unit.code} and u.kind = 'village'))`;
  const [row] = await db.sql`
    select (select count(*)::int from training_result r join staff s on s.county = r.county and s.id = r.staff_id
        where r.county = ${county} and r.correct >= ${pass} and r.at <= ${until} and ${own(db.sql`s.unit`)}) as tested,
      (select count(*)::int from year_task t where t.county = ${county} and t.at <= ${until} and ${own(db.sql`t.unit`)}) as tasks,
      (select count(*)::int from year_task t where t.county = ${county} and t.done_at <= ${until} and ${own(db.sql`t.unit`)}) as "tasksDone"`;
  return row ?? {};
}

/** Self-checks submitted by the unit and by the villages below it, against what the plan asks of them. */
async function sheetCounts(db: Db, unit: Reporter, until: Date): Promise<object> {
  const { county } = db.scope;
  const [row] = await db.sql<{ own: number; villages: number; below: number; others: number }[]>`
    select (select count(*)::int from self_check s where s.county = ${county} and s.unit = ${unit.code} and s.submitted_at <= ${until}) as own,
      (select count(*)::int from self_check s join unit u on u.county = s.county and u.code = s.unit and u.kind = 'village'
        where s.county = ${county} and s.submitted_at <= ${until} and (${unit.kind === 'county'} or s.township = ${unit.code})) as villages,
      (select count(*)::int from unit u where u.county = ${county} and u.kind = 'village' and u.active
        and (${unit.kind === 'county'} or u.parent = ${unit.code})) as below,
      (select count(*)::int from self_check s where s.county = ${county} and s.level = 'unit' and s.submitted_at <= ${until}) as others`;
  const campaign = await campaignHere(db);
  const perVillage = dutiesOf(campaign, { kind: 'village', name: '' }).length;
  const found = row ?? { own: 0, villages: 0, below: 0, others: 0 };
  const due =
    unit.kind === 'county'
      ? await countyDuties(db, campaign)
      : dutiesOf(campaign, { kind: unit.kind, name: unit.short }).length;
  return {
    sheetsDue: due,
    sheetsSubmitted: unit.kind === 'county' ? found.others : found.own,
    villageSheetsDue: unit.kind === 'department' ? 0 : found.below * perVillage,
    villageSheetsSubmitted: unit.kind === 'department' ? 0 : found.villages,
  };
}

async function countyDuties(db: Db, campaign: Campaign): Promise<number> {
  const units = await db.sql<{ kind: 'township' | 'department'; name: string }[]>`
    select kind, short as name from unit where county = ${db.scope.county} and active and kind in ('township', 'department')`;
  return units.reduce((sum, u) => sum + dutiesOf(campaign, u).length, 0);
}
