import { and, eq, inArray, ne } from 'drizzle-orm';
import { isoDate } from '../../conversations/calendar/days.ts';
import { surnameCalled } from '../../conversations/dialogues/assignment/called.ts';
import type {
  Assignable,
  AssignmentChange,
  AssignmentNeeds,
  Helper,
} from '../../conversations/dialogues/assignment/needs.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import type { Actor } from '../base/actor.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { lastDay } from '../base/holds.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { nothingLeft } from '../facts/visits.ts';
import { keepOrder } from '../orders/write.ts';
import { assignment } from './table.ts';

/** An assignment that holds today: a main one, or a stand-in that hasn't run out. */
const holds = (db: Db, at: number) => db.sql`${stated(db, lastDay())} >= ${isoDate(at)}`;

const wasVisited = (db: Pick<Db, 'sql'>) =>
  db.sql`exists (select 1 from visit v where v.county = h.county and v.household_id = h.id and ${stated(db, nothingLeft())})`;

async function villageForces(
  db: Db,
  { at }: Asker,
  { village }: AssignmentNeeds['villageForces']['in'],
): Promise<AssignmentNeeds['villageForces']['out']> {
  const { sql, scope } = db;
  const households = await sql<Assignable[]>`
    select h.id, h.grp as "group", ${wasVisited({ sql })} as done,
      (select a.staff_id from assignment a where a.county = h.county and a.household_id = h.id and a.kind = 'main' limit 1) as helper
    from household h where h.county = ${scope.county} and h.village = ${village} and h.active
    order by h.grp_no, h.grp, h.sort, h.id`;
  const helpers = await sql<Helper[]>`
    select s.id, s.name, u.short as "unitName", coalesce(right(s.phone, 4), '') as "phoneEnd", coalesce(load.n, 0)::int as load
    from staff s join unit u on u.county = s.county and u.code = s.unit
    left join lateral (
      select count(*) as n, count(*) filter (where a.village = ${village}) as here from assignment a
      where a.county = s.county and a.staff_id = s.id and a.kind = 'main' and ${holds(db, at)}) load on true
    where s.county = ${scope.county} and s.active and ((s.unit = ${village} and 'helper' = any (s.roles)) or load.here > 0)
    order by coalesce((select min(h.grp_no) from assignment a join household h on h.county = a.county and h.id = a.household_id
      where a.county = s.county and a.staff_id = s.id and a.village = ${village}), 1000000), s.name, s.id`;
  return { households: [...households], helpers: [...helpers] };
}

/** People who may look after households, in the speaker's unit, below it and in its township. */
async function findHelpers(
  db: Db,
  { speaker, at }: Asker,
  { words }: AssignmentNeeds['findHelpers']['in'],
): Promise<Helper[]> {
  if (speaker === null) return [];
  const { sql, scope } = db;
  const township = speaker.township ?? null;
  const around =
    speaker.unitKind === 'county'
      ? sql`true`
      : sql`(u.code in (${speaker.unit}, ${township}) or u.parent = ${speaker.unit})`;
  const rows = await sql<Helper[]>`
    select s.id, s.name, u.short as "unitName", coalesce(right(s.phone, 4), '') as "phoneEnd",
      (select count(*)::int from assignment a where a.county = s.county and a.staff_id = s.id and a.kind = 'main' and ${holds(db, at)}) as load
    from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${scope.county} and s.active and s.roles && '{helper,villageCadre,townshipCadre}'::text[] and ${around}
      and (s.name = ${words} or strpos(s.name, ${words}) > 0 or u.kind <> 'county')
    order by u.sort, s.name, s.id`;
  const sound = pinyinOf(words).full;
  const surname = surnameCalled(words);
  const rank = (h: Helper) =>
    h.name === words
      ? 0
      : h.name.includes(words)
        ? 1
        : sound !== '' && pinyinOf(h.name).full === sound
          ? 2
          : surname !== undefined && h.name.startsWith(surname)
            ? 3
            : 9;
  return rows
    .filter((h) => rank(h) < 9)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 8);
}

async function householdsOf(
  db: Db,
  { at }: Asker,
  { staff }: AssignmentNeeds['householdsOf']['in'],
): Promise<AssignmentNeeds['householdsOf']['out']> {
  const { sql, scope } = db;
  return [
    ...(await sql<AssignmentNeeds['householdsOf']['out']>`
    select h.id, h.grp as "group", u.short as "villageName", ${wasVisited({ sql })} as done
    from assignment a join household h on h.county = a.county and h.id = a.household_id join unit u on u.county = h.county and u.code = h.village
    where a.county = ${scope.county} and a.staff_id = ${staff} and a.kind = 'main' and h.active and ${holds(db, at)}
    order by u.sort, h.grp_no, h.grp, h.sort, h.id`),
  ];
}

export const assignmentAnswers = { villageForces, findHelpers, householdsOf };

/** These households are one person's from now on. Stand-ins of whoever had them go with them. */
export async function assignHouseholds(
  tx: Tx,
  by: Actor,
  change: Extract<AssignmentChange, { do: 'assign' }>,
): Promise<void> {
  const { county } = tx.scope;
  const ids = [...change.households];
  const { householdId, staffId, village, kind, until, createdBy } = assignment;
  const ofThese = and(eq(assignment.county, county), inArray(householdId, ids));
  const rows = await tx.orm
    .select({ household_id: householdId, staff_id: staffId, village, kind, until, created_by: createdBy })
    .from(assignment)
    .where(ofThese);
  const before = { households: ids, rows };
  await keepOrder(tx, by, { kind: 'assign', subject: change.to, version: null, before });
  await tx.orm.delete(assignment).where(and(ofThese, ne(staffId, change.to)));
  await tx.sql`
    insert into assignment (county, household_id, staff_id, village, kind, created_by, created_at)
    select ${county}, h.id, ${change.to}::uuid, h.village, 'main', ${by.staff}::uuid, ${new Date(by.at)}
    from household h where h.county = ${county} and h.id = any (${ids}::uuid[])
    on conflict (county, campaign, household_id, staff_id) do update set kind = 'main', until = null, created_by = excluded.created_by`;
}

/**
 * Gives all that somebody looks after to another one until a day, that day included, in place of any stand-in
 * before.
 */
export async function standIn(
  tx: Tx,
  by: Actor,
  change: Extract<AssignmentChange, { do: 'standIn' }>,
): Promise<void> {
  const { county } = tx.scope;
  const rows = await endedStandIns(tx, change.of);
  const given = await tx.sql<{ household_id: string }[]>`
    insert into assignment (county, household_id, staff_id, village, kind, until, created_by, created_at)
    select ${county}, a.household_id, ${change.by}::uuid, a.village, 'standIn', ${change.until}::date, ${by.staff}::uuid, ${new Date(by.at)}
    from assignment a where a.county = ${county} and a.staff_id = ${change.of} and a.kind = 'main'
    on conflict (county, campaign, household_id, staff_id) do nothing returning household_id`;
  const before = { households: given.map((row) => row.household_id), rows };
  await keepOrder(tx, by, { kind: 'standIn', subject: change.by, version: null, before });
}

/** Ends whatever stands in for somebody. */
export async function endStandIn(
  tx: Tx,
  by: Actor,
  { of }: Extract<AssignmentChange, { do: 'endStandIn' }>,
): Promise<void> {
  const rows = await endedStandIns(tx, of);
  const before = { households: rows.map((row) => row.household_id), rows };
  if (rows.length > 0) await keepOrder(tx, by, { kind: 'endStandIn', subject: of, version: null, before });
}

interface EndedStandIn {
  household_id: string;
  staff_id: string;
  village: string;
  kind: string;
  until: string | null;
  created_by: string | null;
}

/** The stand-ins of a person's households, as they stood before they were taken away. */
async function endedStandIns(tx: Tx, of: string): Promise<EndedStandIn[]> {
  const { county } = tx.scope;
  return tx.sql<EndedStandIn[]>`
    delete from assignment s where s.county = ${county} and s.kind = 'standIn' and exists (
      select 1 from assignment a where a.county = ${county} and a.household_id = s.household_id and a.staff_id = ${of} and a.kind = 'main')
    returning s.household_id, s.staff_id, s.village, s.kind, s.until, s.created_by`;
}
