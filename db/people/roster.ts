import { and, eq, isNull, or } from 'drizzle-orm';
import type { RoomId, StaffId, UnitCode, UnitKind } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { mayGiveCodeTo, withinReach } from '../places/reach.ts';
import { account } from './account-table.ts';
import { bindCode } from './bind-code-table.ts';
import { type Giver, isBound } from './codes.ts';
import { noteSecurity } from './security-log.ts';
import { endSessions } from './web-sessions.ts';

/** How many people of a unit and those below it are bound. */
export interface UnitBinding {
  code: UnitCode;
  name: string;
  kind: UnitKind;
  parent: UnitCode | null;
  staff: number;
  bound: number;
  /** Codes that still work. */
  codes: number;
}

/** A unit's own people and, one line each, the units below it. Only units the looker reaches. */
export async function unitBindings(
  db: Db,
  looker: StaffId,
  unit: UnitCode,
  at: Date,
): Promise<UnitBinding[]> {
  const { county } = db.scope;
  return [
    ...(await db.sql<UnitBinding[]>`
      select u.code, u.name, u.kind, u.parent, count(s.id)::int as staff,
        count(s.id) filter (where ${isBound(db)})::int as bound,
        count(s.id) filter (where exists (select 1 from bind_code b where b.county = s.county and b.staff_id = s.id
          and b.used_at is null and b.revoked_at is null and b.expires_at > ${at}))::int as codes
      from unit u
      left join unit below on below.county = u.county and (below.code = u.code or (below.parent = u.code and u.code <> ${unit}))
      left join staff s on s.county = u.county and s.unit = below.code and s.active
      where u.county = ${county} and u.active and (u.code = ${unit} or u.parent = ${unit}) and ${withinReach(db, looker)}
      group by u.code, u.name, u.kind, u.parent, u.sort
      order by u.code <> ${unit}, array_position('{township,village,department}'::text[], u.kind), u.sort, u.code`),
  ];
}

export interface StaffBinding {
  id: StaffId;
  name: string;
  unitName: string;
  duty: string | null;
  roles: Role[];
  /** Chat programs this person is bound in. */
  channels: string[];
  /** Until when a code of his works; null = there is none. */
  codeUntil: Date | null;
  /** May the looker hand him a code? */
  mayGive: boolean;
}

const mostFound = 50;

/** The people of one unit (those below it not), or those of a name, as far as the looker reaches. */
export async function staffBindings(
  db: Db,
  looker: StaffId,
  which: { unit: UnitCode } | { name: string },
  at: Date,
): Promise<StaffBinding[]> {
  const chosen =
    'unit' in which
      ? db.sql`s.unit = ${which.unit}`
      : db.sql`(strpos(s.name, ${which.name}) > 0 or s.phone = ${which.name})`;
  const limit = 'unit' in which ? db.sql`` : db.sql`limit ${mostFound}`;
  return [
    ...(await db.sql<StaffBinding[]>`
      select s.id, s.name, u.short as "unitName", s.duty, s.roles, ${mayGiveCodeTo(db, looker)} as "mayGive",
        array(select distinct a.channel from account a where a.county = s.county and a.staff_id = s.id
          and a.channel not in ('terminal', 'web') order by a.channel) as channels,
        (select max(b.expires_at) from bind_code b where b.county = s.county and b.staff_id = s.id
          and b.used_at is null and b.revoked_at is null and b.expires_at > ${at}) as "codeUntil"
      from staff s join unit u on u.county = s.county and u.code = s.unit
      where s.county = ${db.scope.county} and s.active and ${chosen} and ${withinReach(db, looker)}
      order by ${isBound(db)}, u.sort, s.name, s.id ${limit}`),
  ];
}

export interface RoomBinding {
  id: RoomId;
  channel: string;
  name: string;
  unitName: string | null;
  boundByName: string | null;
  boundAt: Date | null;
}

/** Groups of units the looker reaches; those that belong to no unit yet only for who keeps the whole county. */
export async function roomBindings(db: Db, looker: StaffId, whole: boolean): Promise<RoomBinding[]> {
  return [
    ...(await db.sql<RoomBinding[]>`
      select r.id, r.channel, r.name, u.short as "unitName", b.name as "boundByName", r.bound_at as "boundAt"
      from room r left join unit u on u.county = r.county and u.code = r.unit
      left join staff b on b.county = r.county and b.id = r.bound_by
      where r.county = ${db.scope.county} and r.active and r.channel not in ('terminal', 'web')
        and case when r.unit is null then ${whole} else ${withinReach(db, looker)} end
      order by r.unit is not null, u.sort, r.name, r.id limit 500`),
  ];
}

/** A person leaves the roster: chats and codes end at once, also the codes he handed out. What he did stays. */
export async function removeFromRoster(tx: Tx, by: Giver, staff: StaffId, at: Date): Promise<void> {
  const { county } = tx.scope;
  const gone = await tx.sql`
    update staff s set active = false from unit u
    where s.county = ${county} and s.id = ${staff} and s.active and u.county = s.county and u.code = s.unit
      and ${mayGiveCodeTo(tx, by)}`;
  if (gone.count === 0) throw new DatabaseFault('forbidden', 'Nobody of this id within reach.');
  await tx.orm
    .update(account)
    .set({ staffId: null, boundAt: null })
    .where(and(eq(account.county, county), eq(account.staffId, staff)));
  await tx.orm
    .update(bindCode)
    .set({ revokedAt: at })
    .where(
      and(
        eq(bindCode.county, county),
        or(eq(bindCode.staffId, staff), eq(bindCode.issuedBy, staff)),
        isNull(bindCode.usedAt),
        isNull(bindCode.revokedAt),
      ),
    );
  await endSessions(tx, staff, at);
  await noteSecurity(tx, [{ kind: 'removed', staff, by, at: at.getTime() }]);
}
