import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { StaffId, UnitKind } from '../../conversations/contract/ids.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { ofUnit } from '../people/staff.ts';
import { staff } from '../people/table.ts';
import { unit } from '../places/table.ts';
import { webTicket } from './web-ticket-table.ts';

type Staff = typeof staff.$inferSelect;

interface WebPersonRow extends Pick<Staff, 'name' | 'roles'> {
  staffId: StaffId;
  unitName: string;
  unitKind: UnitKind;
}

const columns = ({ sql }: Pick<Db, 'sql'>) =>
  sql`s.id as "staffId", s.name, s.roles, u.short as "unitName", u.kind as "unitKind"`;
const joined = ({ sql }: Pick<Db, 'sql'>) =>
  sql`staff s join unit u on u.county = s.county and u.code = s.unit`;

/** An active person of the roster as the chat page knows him, or null. */
export async function webPerson(db: Db, id: string): Promise<WebPersonRow | null> {
  const [row] = await db.orm
    .select({
      ...{ staffId: staff.id, name: staff.name, roles: staff.roles },
      ...{ unitName: unit.short, unitKind: unit.kind },
    })
    .from(staff)
    .innerJoin(unit, ofUnit)
    .where(and(eq(staff.county, db.scope.county), sql`${staff.id} = ${id}`, staff.active));
  return row ?? null;
}

/**
 * The page's groups somebody belongs to: his own unit's, the one above for village cadres, those right below for
 * township and county cadres.
 */
export async function webRoomsOf(db: Db, id: string): Promise<{ externalId: string; name: string }[]> {
  const rows = await db.sql<{ externalId: string; name: string }[]>`
    select r.external_id as "externalId", r.name from staff s
      join unit u on u.county = s.county and u.code = s.unit
      join room r on r.county = s.county and r.channel = 'web' and r.active
      join unit ru on ru.county = r.county and ru.code = r.unit
    where s.county = ${db.scope.county} and s.id = ${id} and s.active and (r.unit = s.unit
      or (r.unit = u.parent and 'villageCadre' = any (s.roles))
      or (ru.parent = s.unit and s.roles && array['townshipCadre', 'countyOffice', 'leader']))
    order by r.unit <> s.unit, ru.sort, r.name limit 40`;
  return [...rows];
}

/**
 * A few people of each role who have to do with each other: the village with the most households to look after,
 * its helpers and cadre, the township above, then the county. For demonstration and rehearsal.
 */
export async function webPersonas(db: Db): Promise<WebPersonRow[]> {
  const { county } = db.scope;
  const rows = await db.sql<(WebPersonRow & { rank: number })[]>`
    with place as (
      select village, township from household h where county = ${county} and active
        and exists (select 1 from assignment a where a.county = h.county and a.household_id = h.id)
      group by village, township order by count(*) desc, village limit 1
    ), ranked as (
      select ${columns(db)}, case
          when s.roles && array['helper'] and (s.unit = (select village from place) or exists (select 1 from assignment a, place p
            where a.county = s.county and a.staff_id = s.id and a.village = p.village)) then 1
          when 'villageCadre' = any (s.roles) and s.unit = (select village from place) then 2
          when 'townshipCadre' = any (s.roles) and s.unit = (select township from place) then 3
          when 'departmentOfficer' = any (s.roles) then 4
          when 'countyOffice' = any (s.roles) then 5
          when 'leader' = any (s.roles) then 6
          when 'inspector' = any (s.roles) then 7
          when 'admin' = any (s.roles) then 8
        end as rank, u.kind <> 'county' as below
      from ${joined(db)} where s.county = ${county} and s.active
    ), numbered as (
      select *, row_number() over (partition by rank order by rank = 6 and below, "unitName", name, "staffId") as n from ranked where rank is not null
    )
    select "staffId", name, roles, "unitName", "unitKind", rank from numbered
    where n <= case rank when 1 then 3 when 4 then 2 else 1 end order by rank, n`;
  return rows.map(({ rank: _, ...row }) => row);
}

/** Binds the page's account of this person; its external id is the staff id. */
export async function bindWebAccount(tx: Tx, id: StaffId, at: Date): Promise<void> {
  await tx.sql`
    insert into account (county, id, channel, external_id, staff_id, bound_at)
    values (${tx.scope.county}, gen_random_uuid(), 'web', ${id}, ${id}, ${at})
    on conflict (county, channel, external_id) do update set staff_id = excluded.staff_id, bound_at = excluded.bound_at
    where account.staff_id is distinct from excluded.staff_id`;
}

/** Who is bound to the account of a browser at the door; the account itself is let go. */
export async function takeDoorAccount(tx: Tx, device: string): Promise<StaffId | null> {
  const [found] = await tx.sql<{ staffId: StaffId }[]>`
    with bound as (
      select id, staff_id from account
      where county = ${tx.scope.county} and channel = 'web' and external_id = ${device} and staff_id is not null for update
    ), let_go as (
      update account a set staff_id = null, bound_at = null from bound where a.county = ${tx.scope.county} and a.id = bound.id
    )
    select staff_id as "staffId" from bound`;
  return found?.staffId ?? null;
}

/** Opens the page's group of this person's village or township, where there is none; for made-up counties. */
export async function openWebRoom(tx: Tx, id: StaffId, nameOf: (unitName: string) => string): Promise<void> {
  const [his] = await tx.orm
    .select({ code: unit.code, short: unit.short })
    .from(staff)
    .innerJoin(unit, ofUnit)
    .where(
      and(eq(staff.county, tx.scope.county), eq(staff.id, id), inArray(unit.kind, ['village', 'township'])),
    );
  if (his === undefined) return;
  await tx.sql`
    insert into room (county, id, channel, external_id, name, unit, bound_at)
    select ${tx.scope.county}, gen_random_uuid(), 'web', ${his.code}, ${nameOf(his.short)}, ${his.code}, now()
    where not exists (select 1 from room where county = ${tx.scope.county} and channel = 'web' and unit = ${his.code})
    on conflict (county, channel, external_id) do nothing`;
}

/** Marks an entry link as used; true the first time only. */
export async function claimWebTicket(tx: Tx, id: string, expiresAt: Date, now: Date): Promise<boolean> {
  const { county } = tx.scope;
  await tx.orm.delete(webTicket).where(and(eq(webTicket.county, county), lt(webTicket.expiresAt, now)));
  const made = await tx.orm
    .insert(webTicket)
    .values({ county, id, expiresAt })
    .onConflictDoNothing({ target: [webTicket.county, webTicket.id] })
    .returning({ id: webTicket.id });
  return made.length === 1;
}
