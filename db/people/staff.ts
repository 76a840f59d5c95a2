import { and, eq } from 'drizzle-orm';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Role, Speaker } from '../../conversations/contract/session.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Saved } from '../base/saved.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { unit } from '../places/table.ts';
import { type SpeakerRow, speakerColumns, speakerInRow } from './speaker-row.ts';
import { staff } from './table.ts';

/** One line of the roster. The phone names the person. */
interface RegisteredStaff {
  name: string;
  phone: string;
  duty: string | null;
  roles: readonly Role[];
  unit: UnitCode;
}

/** Puts people in or brings them up to date by phone; who isn't named stays as he is. */
export async function saveStaff(tx: Tx, people: readonly RegisteredStaff[]): Promise<Saved> {
  const rows = await tx.sql<{ added: boolean }[]>`
    with given as materialized (
      select gen_random_uuid() as id, p.* from jsonb_to_recordset(${jsonText(people)}::text::jsonb)
        as p(name text, phone text, duty text, roles text[], unit text)
    ), done as (
    insert into staff (county, id, name, phone, duty, roles, unit)
    select ${tx.scope.county}, given.* from given
    on conflict (county, phone) do update set name = excluded.name, duty = excluded.duty, roles = excluded.roles,
      unit = excluded.unit, active = true
    where (staff.name, staff.duty, staff.roles, staff.unit, staff.active)
      is distinct from (excluded.name, excluded.duty, excluded.roles, excluded.unit, true)
    returning id)
    select id in (select id from given) as added from done`;
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, same: people.length - rows.length };
}

/** A person's unit. */
export const ofUnit = and(eq(unit.county, staff.county), eq(unit.code, staff.unit));

/** Everybody on the roster, for finding who is missing from another one. */
export async function activeStaff(
  db: Db,
): Promise<{ id: StaffId; name: string; phone: string | null; unit: UnitCode; unitName: string }[]> {
  const { id, name, phone } = staff;
  return db.orm
    .select({ id, name, phone, unit: staff.unit, unitName: unit.short })
    .from(staff)
    .innerJoin(unit, ofUnit)
    .where(and(eq(staff.county, db.scope.county), staff.active))
    .orderBy(unit.sort, name, id);
}

/** Ids by phone, for joining a register with the roster. */
export async function staffIdsByPhone(db: Db): Promise<Map<string, StaffId>> {
  const rows = await db.orm
    .select({ phone: staff.phone, id: staff.id })
    .from(staff)
    .where(and(eq(staff.county, db.scope.county), staff.active));
  return new Map(rows.flatMap(({ phone, id }) => (phone === null ? [] : [[phone, id]])));
}

/** A person as a speaker, by id or phone. */
export async function findSpeaker(db: Db, by: { id: string } | { phone: string }): Promise<Speaker | null> {
  const [row] = await db.sql<SpeakerRow[]>`
    select ${stated(db, speakerColumns)} from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active
      and ${'id' in by ? db.sql`s.id = ${by.id}` : db.sql`s.phone = ${by.phone}`}`;
  return row === undefined ? null : speakerInRow(row);
}

/** The same person under another number. */
export async function changePhone(tx: Tx, id: StaffId, phone: string): Promise<void> {
  await tx.orm
    .update(staff)
    .set({ phone })
    .where(and(eq(staff.county, tx.scope.county), eq(staff.id, id)));
}
