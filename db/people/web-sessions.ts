import type { StaffId } from '../../conversations/contract/ids.ts';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { noteSecurity } from './security-log.ts';

/** A browser in which somebody is in on the pages. */
export interface WebSession {
  id: string;
  by: 'persona' | 'link';
  device: string;
  begunAt: Date;
  seenAt: Date;
}

export async function beginSession(
  tx: Tx,
  session: { id: string; staff: StaffId; by: WebSession['by']; device: string; at: number },
): Promise<void> {
  const at = new Date(session.at);
  await tx.sql`
    insert into web_session (county, id, staff_id, by, device, begun_at, seen_at)
    values (${tx.scope.county}, ${session.id}, ${session.staff}, ${session.by}, ${session.device}, ${at}, ${at})`;
  const { staff, by, at: moment } = session;
  await noteSecurity(tx, [{ kind: 'webLogin', staff, by: staff, channel: 'web', detail: by, at: moment }]);
}

/** The longest that anybody may be away from the pages and still be in. */
const longestIdleHours = 8;

/** Is the person in on the pages, in whichever browser? */
export async function isInOnPages(tx: Tx, staff: StaffId, at: Date): Promise<boolean> {
  const rows = await tx.sql`
    select 1 from web_session where county = ${tx.scope.county} and staff_id = ${staff} and ended_at is null
      and seen_at > ${at}::timestamptz - make_interval(hours => ${longestIdleHours}) limit 1`;
  return rows.length > 0;
}

/** When this session was last in use; null where it was ended or never was. */
export async function sessionSeen(db: Db, id: string, staff: StaffId): Promise<Date | null> {
  const [row] = await db.sql<{ seenAt: Date }[]>`
    select seen_at as "seenAt" from web_session
    where county = ${db.scope.county} and id = ${id} and staff_id = ${staff} and ended_at is null`;
  return row?.seenAt ?? null;
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.sql`update web_session set seen_at = ${at} where county = ${tx.scope.county} and id = ${id} and seen_at < ${at}`;
}

/** The sessions of a person that are open, the latest used first. */
export async function sessionsOf(db: Db, staff: StaffId, since: Date): Promise<WebSession[]> {
  return [
    ...(await db.sql<WebSession[]>`
      select id, by, device, begun_at as "begunAt", seen_at as "seenAt" from web_session
      where county = ${db.scope.county} and staff_id = ${staff} and ended_at is null and begun_at >= ${since}
      order by seen_at desc, id limit 50`),
  ];
}

/** Ends one session of a person, or (without an id) all of them; how many there were. */
export async function endSessions(tx: Tx, staff: string, at: Date, id?: string): Promise<number> {
  return asProgram(tx, async () => {
    const ended = await tx.sql`
      update web_session set ended_at = ${at}
      where county = ${tx.scope.county} and staff_id = ${staff} and ended_at is null
        and (${id ?? null}::uuid is null or id = ${id ?? null})`;
    return ended.count;
  });
}
