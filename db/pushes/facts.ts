import type { ProblemCategory } from '../../conversations/contract/finding.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import { noProblems, type ProblemCounts } from '../../conversations/progress/overview.ts';
import type {
  BoundRoom,
  Forces,
  LeadCounts,
  LeadUnitProblems,
  Reports,
  StaffPushFacts,
} from '../../conversations/pushes/facts.ts';
import { stated } from '../base/fact.ts';
import { lastDay } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';
import {
  flaggedOn,
  isDecided,
  isLead,
  isUndecided,
  leadOverdue,
  waitsForCounty,
  waitsForTownship,
} from '../facts/leads.ts';
import { isCounted, isUnrectified, openedOn, overdue } from '../facts/problems.ts';
import { householdsVisit, isNotVisited, nothingLeft, wasHandedIn } from '../facts/visits.ts';

// Facts of a whole county for the pushes: read once per run, in sets, never person by person.

/** The groups bound to a unit, in the register's order. */
export async function boundRooms(db: Db): Promise<BoundRoom[]> {
  return [
    ...(await db.sql<BoundRoom[]>`
    select r.id as room, u.code as unit, u.short as "unitName", u.kind from room r
    join unit u on u.county = r.county and u.code = r.unit
    where r.county = ${db.scope.county} and r.active and u.active order by u.kind, u.parent, u.sort, u.code, r.id`),
  ];
}

/** Groups of villages with what is left in each, in their own order. */
export async function groupsLeft(
  db: Db,
  villages: readonly UnitCode[],
): Promise<Map<UnitCode, { group: string; remaining: number }[]>> {
  const rows = await inSets(
    db,
    () => db.sql<{ village: UnitCode; group: string; remaining: number }[]>`
    select h.village, h.grp as "group", (count(*) filter (where ${stated(db, isNotVisited)}))::int as remaining
    from household h ${stated(db, householdsVisit)}
    where h.county = ${db.scope.county} and h.active and h.village = any (${[...villages]}::text[])
    group by h.village, h.grp_no, h.grp order by h.village, h.grp_no, h.grp`,
  );
  const found = new Map<UnitCode, { group: string; remaining: number }[]>();
  for (const { village, ...group } of rows) found.set(village, [...(found.get(village) ?? []), group]);
  return found;
}

/** Problems counted per township, and under '' for the whole county. */
export async function problemsByTownship(db: Db, today: string): Promise<Map<string, ProblemCounts>> {
  type Row = Omit<ProblemCounts, 'byCategory'> & { township: string; category: ProblemCategory };
  const rows = await db.sql<Row[]>`
    select coalesce(p.township, '') as township, p.category,
      (count(*) filter (where ${stated(db, isUnrectified())}))::int as open,
      (count(*) filter (where p.status = 'done'))::int as done, (count(*) filter (where p.status = 'closed'))::int as closed,
      (count(*) filter (where ${overdue(db, today)}))::int as overdue,
      (count(*) filter (where ${overdue(db, today)} and p.due < ${today}::date - 4))::int as "overdueLong",
      (count(*) filter (where ${stated(db, openedOn)} = ${today}))::int as "openedToday"
    from problem p where p.county = ${db.scope.county} and ${stated(db, isCounted())} group by 1, 2 order by 1, 2`;
  const counts = new Map<string, ProblemCounts>();
  for (const row of rows) {
    const units = row.township === '' ? [''] : [row.township, ''];
    for (const unit of units) counts.set(unit, plus(counts.get(unit) ?? noProblems, row));
  }
  return counts;
}

function plus(
  sum: ProblemCounts,
  row: Omit<ProblemCounts, 'byCategory'> & { category: ProblemCategory },
): ProblemCounts {
  const count = row.open + row.done + row.closed;
  const known = sum.byCategory.some((k) => k.category === row.category);
  return {
    open: sum.open + row.open,
    done: sum.done + row.done,
    closed: sum.closed + row.closed,
    overdue: sum.overdue + row.overdue,
    overdueLong: sum.overdueLong + row.overdueLong,
    openedToday: sum.openedToday + row.openedToday,
    byCategory: known
      ? sum.byCategory.map((k) => (k.category === row.category ? { ...k, count: k.count + count } : k))
      : [...sum.byCategory, { category: row.category, count }],
  };
}

/** New and overdue problems per township and lead unit. */
export async function problemsByLeadUnit(db: Db, today: string): Promise<LeadUnitProblems[]> {
  return [
    ...(await db.sql<LeadUnitProblems[]>`
    select coalesce(p.township, '') as township, p.lead_unit as name,
      (count(*) filter (where ${stated(db, openedOn)} = ${today}))::int as "openedToday",
      (count(*) filter (where ${overdue(db, today)}))::int as overdue
    from problem p where p.county = ${db.scope.county} and ${stated(db, isCounted())} and p.status <> 'closed' group by 1, 2 order by 1, 2`),
  ];
}

/**
 * Monitoring leads by township; withdrawn ones left out.
 * @param today ISO date
 */
export async function leadsByTownship(db: Db, today: string): Promise<LeadCounts[]> {
  return [
    ...(await db.sql<LeadCounts[]>`
    select township, (count(*) filter (where ${stated(db, flaggedOn)} = ${today}))::int as today,
      (count(*) filter (where ${stated(db, isUndecided())}))::int as open,
      (count(*) filter (where ${stated(db, isDecided())}))::int as included,
      (count(*) filter (where ${stated(db, waitsForTownship)}))::int as "atTownship",
      (count(*) filter (where ${stated(db, waitsForCounty)}))::int as "atCounty",
      (count(*) filter (where ${leadOverdue(db, today)}))::int as overdue,
      coalesce(max(${today}::date - l.stage_due) filter (where ${leadOverdue(db, today)}), 0)::int as longest
    from monitoring_lead l where l.county = ${db.scope.county} and ${stated(db, isLead())} group by 1 order by 1`),
  ];
}

/**
 * Who works where: per village, for the reasons of being behind and the hint to a village's cadre. A person with
 * as many visits as households has nothing left; who looks after nothing anywhere isn't counted.
 */
export async function forcesByVillage(db: Db, today: string): Promise<Forces[]> {
  const { sql, scope } = db;
  const { county } = scope;
  const { lots, done, free } = await inSets(db, async () => ({
    lots: await sql<{ village: UnitCode; staff: string; n: number }[]>`
      select a.village, a.staff_id as staff, count(*)::int as n from assignment a
      where a.county = ${county} and a.kind = 'main' and ${stated({ sql }, lastDay())} >= ${today} group by 1, 2 order by 1, 2`,
    done: await sql<{ helper: string; n: number }[]>`
      select helper, count(*)::int as n from visit where county = ${county} and ${stated({ sql }, wasHandedIn('status'))} group by 1`,
    free: await sql<{ village: UnitCode; n: number }[]>`
      select h.village, count(*)::int as n from household h
      left join assignment a on a.county = ${county} and a.household_id = h.id and a.kind = 'main' and ${stated({ sql }, lastDay())} >= ${today}
      left join visit v on v.county = ${county} and v.household_id = h.id and v.questionnaire = 'household' and ${stated({ sql }, nothingLeft())}
      where h.county = ${county} and h.active and a.household_id is null and v.id is null group by 1`,
  }));
  return forcesFrom(lots, new Map(done.map((row) => [row.helper, row.n])), free);
}

function forcesFrom(
  lots: readonly { village: UnitCode; staff: string; n: number }[],
  done: ReadonlyMap<string, number>,
  free: readonly { village: UnitCode; n: number }[],
): Forces[] {
  const all = new Map<string, number>();
  for (const { staff, n } of lots) all.set(staff, (all.get(staff) ?? 0) + n);
  const forces = new Map<UnitCode, Forces>();
  const of = (village: UnitCode): Forces => {
    const found = forces.get(village) ?? { village, helpers: 0, idleHelpers: 0, unassigned: 0 };
    forces.set(village, found);
    return found;
  };
  for (const { village, staff } of lots) {
    const visits = done.get(staff) ?? 0;
    if (visits >= (all.get(staff) ?? 0)) continue;
    of(village).helpers += 1;
    if (visits === 0) of(village).idleHelpers += 1;
  }
  for (const { village, n } of free) of(village).unassigned = n;
  return [...forces.values()];
}

/**
 * For statements that go through a whole county. The planner can't see through the policies and takes a county
 * for a few rows; looked up one by one, or in the order of an index, they would take minutes. Reading the tables
 * once and joining in memory takes a second or two.
 */
export async function inSets<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await db.sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('work_mem', '64MB', true)`;
  const result = await work();
  await db.sql`select set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('work_mem', '4MB', true)`;
  return result;
}

/** Everybody on the roster, with unit and roles. */
export async function staffFacts(db: Db): Promise<StaffPushFacts[]> {
  return [
    ...(await db.sql<StaffPushFacts[]>`
    select s.id, s.name, s.muted, s.roles, u.code as unit, u.short as "unitName", u.kind as "unitKind" from staff s
    join unit u on u.county = s.county and u.code = s.unit where s.county = ${db.scope.county} and s.active order by s.id`),
  ];
}

/** The units that owe a self-report, and those that filed one. */
export async function reportsOf(db: Db): Promise<Reports> {
  const rows = await db.sql<{ unit: string; filed: boolean }[]>`
    select u.code as unit, exists (
      select 1 from self_report r where r.county = u.county and r.unit = u.code and r.filed_at is not null) as filed
    from unit u where u.county = ${db.scope.county} and u.active
      and (u.kind = 'township' or (u.kind = 'department' and cardinality(u.areas) > 0))`;
  return {
    due: new Set(rows.map((row) => row.unit)),
    filed: new Set(rows.filter((row) => row.filed).map((row) => row.unit)),
  };
}

/** Whom receiver keys mean, for telling the operator. */
export async function receiverNames(db: Db, receivers: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql<{ receiver: string; name: string }[]>`
    select 'staff:' || s.id as receiver, s.name || '（' || u.short || '）' as name from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and 'staff:' || s.id = any (${[...receivers]}::text[])
    union all
    select 'room:' || r.id, r.name from room r where r.county = ${db.scope.county} and 'room:' || r.id = any (${[...receivers]}::text[])`;
  return new Map(rows.map((row) => [row.receiver, row.name]));
}
