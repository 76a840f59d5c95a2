import { and, eq } from 'drizzle-orm';
import { compareHousehold, openConflicts } from '../../conversations/comparison/compare.ts';
import {
  type NationalHousehold,
  nationalHousehold,
} from '../../conversations/comparison/national-household.ts';
import type { Household } from '../../conversations/contract/household.ts';
import type { HouseholdId, UnitCode, VisitId } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { householdsVisit, wasHandedIn } from '../facts/visits.ts';
import { type HouseholdRow, householdColumns, householdOf, householdUnits } from '../households/row.ts';
import { registerFact } from './table.ts';

const source = 'national';

/** A household of ours with what the national system says of it and what the visit found, if it was submitted. */
export interface Comparable {
  household: Household;
  visit: { id: VisitId; answers: Answers } | null;
  national: NationalHousehold;
}

/** Our households by register code or by ID number (keyed hash, base64), as far as the system names them. */
export async function matchHouseholds(
  db: Db,
  wanted: readonly { code: string; idHash: string | null }[],
): Promise<Map<string, { id: HouseholdId; village: UnitCode; national: NationalHousehold | null }>> {
  const { county } = db.scope;
  const rows = await db.sql<{ code: string; id: HouseholdId; village: UnitCode; facts: unknown }[]>`
    select w.code, h.id, h.village, f.facts
    from jsonb_to_recordset(${jsonText(wanted.map((w) => ({ code: w.code, id_hash: w.idHash })))}::text::jsonb) as w(code text, id_hash text)
    cross join lateral (
      select id, village from household where county = ${county} and active
        and (code = w.code or (w.id_hash is not null and id_hash = decode(w.id_hash, 'base64')))
      order by code = w.code desc limit 1) h
    left join register_fact f on f.county = ${county} and f.household_id = h.id and f.source = ${source}`;
  return new Map(
    rows.map((row) => [
      row.code,
      {
        id: row.id,
        village: row.village,
        national: row.facts === null ? null : nationalHousehold.parse(row.facts),
      },
    ]),
  );
}

/** Keeps what the system says, and gives it to be prefilled where nothing else is known. */
export async function saveNational(
  tx: Tx,
  importId: string,
  entries: readonly {
    id: HouseholdId;
    village: UnitCode;
    national: NationalHousehold;
    known: Household['known'];
  }[],
): Promise<void> {
  const { county } = tx.scope;
  const rows = jsonText(
    entries.map((e) => ({ id: e.id, village: e.village, facts: e.national, known: e.known })),
  );
  await tx.sql`
    insert into register_fact (county, household_id, source, village, facts, import_id)
    select ${county}, r.id, ${source}, r.village, r.facts, ${importId}::uuid
    from jsonb_to_recordset(${rows}::text::jsonb) as r(id uuid, village text, facts jsonb)
    on conflict (county, household_id, source) do update set facts = excluded.facts, village = excluded.village, import_id = excluded.import_id`;
  await tx.sql`
    update household h set known = r.known || h.known, updated_at = now()
    from jsonb_to_recordset(${rows}::text::jsonb) as r(id uuid, known jsonb)
    where h.county = ${county} and h.id = r.id and not h.known @> r.known`;
}

type Row = HouseholdRow & { facts: unknown; visit_id: VisitId | null; answers: Answers | null };

/** Columns and joins of a comparable: household `h`, its facts `f`, its submitted visit `v`. */
const columns = (db: Db) => db.sql`${stated(db, householdColumns)}, f.facts, v.id as visit_id, v.answers`;
const joins = (
  db: Db,
) => db.sql`join household h on h.county = f.county and h.id = f.household_id and h.active ${stated(db, householdUnits)}
  ${stated(db, householdsVisit)}
    and ${stated(db, wasHandedIn())} and v.outcome = 'answered'`;

function comparableOf(row: Row): Comparable {
  const household = householdOf(row);
  if (household === null) throw new Error('A row of the comparison has no household.');
  return {
    household,
    visit: row.visit_id === null || row.answers === null ? null : { id: row.visit_id, answers: row.answers },
    national: nationalHousehold.parse(row.facts),
  };
}

/** Everything the system says within the scope (or of one unit), in the register's order, streamed. */
export async function* streamComparables(db: Db, of: { unit?: string }): AsyncGenerator<Comparable[]> {
  const { sql } = db;
  const rows = sql<Row[]>`
    select ${columns(db)} from register_fact f ${joins(db)}
    where f.county = ${db.scope.county} and f.source = ${source}
      ${of.unit === undefined ? sql`` : sql`and (h.village = ${of.unit} or h.township = ${of.unit})`}
    order by ht.sort, h.township, hv.sort, h.village, h.grp_no, h.grp, h.sort, h.id`;
  for await (const some of rows.cursor(1000)) yield some.map(comparableOf);
}

/** How many of a unit's households were compared, and how many of them hold a conflict nobody looked into. */
export async function countConflicts(db: Db, unit: string): Promise<{ compared: number; conflicts: number }> {
  const count = { compared: 0, conflicts: 0 };
  for await (const some of streamComparables(db, { unit })) {
    for (const { household, visit, national } of some) {
      count.compared += 1;
      if (openConflicts(compareHousehold(household, visit?.answers ?? null, national)).length > 0)
        count.conflicts += 1;
    }
  }
  return count;
}

/** How many of the county's households the national system names. */
export async function countCompared(db: Db): Promise<number> {
  const { county, source: said } = registerFact;
  return db.orm.$count(registerFact, and(eq(county, db.scope.county), eq(said, source)));
}

/** What the system says of the households somebody visited or looks after. */
export async function comparablesOf(db: Db, staff: string): Promise<Comparable[]> {
  const { county } = db.scope;
  const rows = await db.sql<Row[]>`
    select ${columns(db)} from register_fact f ${joins(db)}
    where f.county = ${county} and f.source = ${source} and v.id is not null and (v.helper = ${staff} or exists (
      select 1 from assignment a where a.county = ${county} and a.household_id = h.id and a.staff_id = ${staff}))
    order by h.grp_no, h.grp, h.sort, h.id limit 2000`;
  return rows.map(comparableOf);
}

/** Households of ours that the system doesn't name: poverty-alleviated and monitored ones should all be there. */
export async function countUnnamed(db: Db, unit: string | null): Promise<number> {
  const [row] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from household h where h.county = ${db.scope.county} and h.active and h.type <> 'general'
      and (${unit}::text is null or h.village = ${unit} or h.township = ${unit})
      and not exists (select 1 from register_fact f where f.county = h.county and f.household_id = h.id and f.source = ${source})`;
  return row?.n ?? 0;
}

/** Notes which side was found right. */
export async function settleFact(
  tx: Tx,
  household: string,
  field: string,
  side: 'ours' | 'theirs',
): Promise<void> {
  await tx.sql`
    update register_fact set facts = jsonb_set(facts, array['settled', ${field}], to_jsonb(${side}::text))
    where county = ${tx.scope.county} and household_id = ${household} and source = ${source}`;
}
