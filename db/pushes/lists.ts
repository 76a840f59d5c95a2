import type { Listed, Lot, MorningFacts, OpenProblem, Unfinished } from '../../conversations/pushes/facts.ts';
import { dayOf, stated } from '../base/fact.ts';
import { lastDay } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';
import { isDated, isNotBegun, openedOn } from '../facts/problems.ts';
import { isHalfDone, isNotVisited } from '../facts/visits.ts';
import { inSets } from './facts.ts';

// What each person has before him this morning, for everybody at once.

/** Who looks after a household today: the stand-in while there is one, else whose it is. */
function inCharge(db: Db, today: string) {
  return db.sql`select a.household_id, a.staff_id from assignment a where a.county = ${db.scope.county} and (
    (a.kind = 'standIn' and a.until >= ${today}) or (a.kind = 'main' and ${stated(db, lastDay())} >= ${today} and not exists (
      select 1 from assignment s where s.county = a.county and s.household_id = a.household_id and s.kind = 'standIn' and s.until >= ${today})))`;
}

/**
 * Who looks after how many households, and how many are left.
 * @param today ISO date
 */
export async function lots(db: Db, today: string): Promise<Lot[]> {
  const { sql, scope } = db;
  return [
    ...(await inSets(
      db,
      () => sql<Lot[]>`
    select c.staff_id as staff, count(*)::int as total, (count(*) filter (where ${stated({ sql }, isNotVisited)}))::int as remaining,
      (count(distinct h.village))::int as villages
    from (${inCharge(db, today)}) c join household h on h.county = ${scope.county} and h.id = c.household_id and h.active
    left join visit v on v.county = ${scope.county} and v.household_id = h.id and v.questionnaire = 'household'
    group by c.staff_id`,
    )),
  ];
}

/** The first three households of everybody's queue; who wasn't at home comes last. */
export async function firstInQueue(db: Db, today: string): Promise<Listed[]> {
  const { sql, scope } = db;
  return [
    ...(await inSets(
      db,
      () => sql<Listed[]>`
    select staff, "headName", "villageName", "group" from (
      select c.staff_id as staff, h.head_name as "headName", hv.short as "villageName", h.grp as "group",
        row_number() over (partition by c.staff_id order by (v.tally is null) desc, hv.sort, h.village, h.grp_no, h.grp, h.sort, h.id) as place
      from (${inCharge(db, today)}) c join household h on h.county = ${scope.county} and h.id = c.household_id and h.active
      join unit hv on hv.county = h.county and hv.code = h.village
      left join visit v on v.county = ${scope.county} and v.household_id = h.id and v.questionnaire = 'household'
      where ${stated({ sql }, isNotVisited)}) q
    where place <= 4 order by staff, place`,
    )),
  ];
}

/** Visits begun before today and not submitted, and returned ones: the first two of each kind per person. */
export async function unfinished(db: Db, today: string): Promise<Unfinished[]> {
  const { sql, scope } = db;
  return [
    ...(await inSets(
      db,
      () => sql<Unfinished[]>`
    select staff, "headName", "villageName", "group", what, since, reason, count from (
      select v.helper as staff, h.head_name as "headName", hv.short as "villageName", h.grp as "group",
        case v.tally when 'D' then 'draft' else 'returned' end as what, ${stated({ sql }, dayOf('v.started_at'))} as since,
        v.return_reason as reason, (count(*) over (partition by v.helper, v.tally))::int as count,
        row_number() over (partition by v.helper, v.tally order by v.started_at) as place
      from visit v join household h on h.county = v.county and h.id = v.household_id and h.active
      join unit hv on hv.county = h.county and hv.code = h.village
      where v.county = ${scope.county} and ${stated(db, isHalfDone)}
        and (v.tally = 'R' or v.started_at < (${today}::date::timestamp at time zone 'Asia/Shanghai'))) u
    where place <= 2 order by staff, what, place`,
    )),
  ];
}

/**
 * What came to a unit since a day: problems opened for it, and problems reported finished that it may strike off (the
 * household's township, the lead department), and long-term ones whose day has come to be looked at again.
 */
export async function newsSince(
  db: Db,
  since: string,
  today: string,
): Promise<NonNullable<MorningFacts['news']>> {
  return [
    ...(await db.sql<NonNullable<MorningFacts['news']>[number][]>`
    select p.no::int as no, u.unit, u.what from problem p
    cross join lateral (values
      (p.responsible_unit, 'toRectify', ${stated(db, isNotBegun)} and ${stated(db, openedOn)} >= ${since}),
      (p.township, 'toReview', p.status = 'done' and ${stated(db, dayOf('p.done_at'))} >= ${since}),
      (p.responsible_unit, 'toLook', p.status = 'longTerm' and p.next_look > ${since} and p.next_look <= ${today}),
      ('d:' || p.lead_unit, 'toReview', p.status = 'done' and ${stated(db, dayOf('p.done_at'))} >= ${since})
    ) as u(unit, what, holds)
    where p.county = ${db.scope.county} and u.holds and u.unit is not null order by p.no`),
  ];
}

/** Problems to be rectified that are overdue or due within three days. */
export async function pressingProblems(db: Db, today: string): Promise<OpenProblem[]> {
  return [
    ...(await db.sql<OpenProblem[]>`
    select p.no, p.category, p.due, coalesce(pv.short, pt.short, '') || coalesce(h.grp, '') as place, h.head_name as head,
      p.description, p.responsible_staff as staff, coalesce(p.responsible_unit, p.township) as unit, p.lead_unit as "leadUnit"
    from problem p left join household h on h.county = p.county and h.id = p.household_id
    left join unit pv on pv.county = p.county and pv.code = p.village
    left join unit pt on pt.county = p.county and pt.code = p.township
    where p.county = ${db.scope.county} and ${stated(db, isDated())} and p.due <= ${today}::date + 3
    order by p.due, p.no`),
  ];
}
