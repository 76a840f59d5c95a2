import { and, eq, sql } from 'drizzle-orm';
import type { UnitCode, UnitKind } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { unit } from './table.ts';

export interface Unit {
  code: UnitCode;
  kind: UnitKind;
  name: string;
  /** The name people say. */
  short: string;
  parent: UnitCode | null;
  /** Order of the register. */
  sort: number;
  /** Areas of the plan that a department leads. */
  areas?: readonly number[] | null;
  /** Edition of the codes, ISO date. */
  validFrom?: string | null;
}

const { code, kind, name, short, parent, sort, areas, validFrom } = unit;
const columns = { code, kind, name, short, parent, sort, areas, validFrom };

/** Every active unit of the county: counties first, then by parent and order. */
export async function listUnits(db: Db): Promise<Unit[]> {
  return db.orm
    .select(columns)
    .from(unit)
    .where(and(eq(unit.county, db.scope.county), unit.active))
    .orderBy(
      sql`array_position('{county,township,village,department}'::text[], ${kind})`,
      sql`${parent} nulls first`,
      sort,
      code,
    );
}

/** The unit with this code, or null. */
export async function unitByCode(db: Db, code: string): Promise<Unit | null> {
  const [found] = await db.orm
    .select(columns)
    .from(unit)
    .where(and(eq(unit.county, db.scope.county), sql`${unit.code} = ${code}`));
  return found ?? null;
}

/** Puts units in or brings them up to date; none is removed, since people and households refer to them. */
export async function saveUnits(tx: Tx, units: readonly Unit[]): Promise<void> {
  const rows = units.map((u) => ({ ...u, areas: u.areas ?? null, valid_from: u.validFrom ?? null }));
  await tx.sql`
    insert into unit (county, code, kind, name, short, parent, sort, areas, valid_from)
    select ${tx.scope.county}, u.* from jsonb_to_recordset(${jsonText(rows)}::text::jsonb)
      as u(code text, kind text, name text, short text, parent text, sort int, areas int[], valid_from date)
    on conflict (county, code) do update set kind = excluded.kind, name = excluded.name, short = excluded.short,
      parent = excluded.parent, sort = excluded.sort, areas = excluded.areas, valid_from = excluded.valid_from, active = true`;
}

/** A unit that stays although the list names it no more. */
export interface UnitLeft {
  code: UnitCode;
  short: string;
  households: number;
  people: number;
}

/** Ends units to which nobody belongs; gives those that households or people still belong to. */
export async function endUnits(tx: Tx, codes: readonly UnitCode[]): Promise<UnitLeft[]> {
  const { county } = tx.scope;
  const listed = await tx.sql<UnitLeft[]>`
    select u.code, u.short,
      (select count(*)::int from household h where h.county = u.county and h.active and (h.village = u.code or h.township = u.code)) as households,
      (select count(*)::int from staff s where s.county = u.county and s.active and s.unit = u.code) as people
    from unit u where u.county = ${county} and u.code = any (${[...codes]}::text[]) and u.active order by u.kind, u.sort, u.code`;
  const left = listed.filter(({ households, people }) => households + people > 0);
  const kept = left.map(({ code }) => code);
  await tx.sql`
    update unit set active = false where county = ${county} and code = any (${[...codes]}::text[])
      and not code = any (${kept}::text[])`;
  return left;
}
