import { and, desc, eq, gt, gte, isNull, lt } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { noteSecurity } from './security-log.ts';
import { webSession } from './web-session-table.ts';

/** A browser in which somebody is in on the pages. */
type WebSession = Pick<typeof webSession.$inferSelect, 'id' | 'by' | 'device' | 'begunAt' | 'seenAt'>;

const isOpenOf = (db: Db, staff: string) =>
  and(eq(webSession.county, db.scope.county), eq(webSession.staffId, staff), isNull(webSession.endedAt));

export async function beginSession(
  tx: Tx,
  session: { id: string; staff: StaffId; by: WebSession['by']; device: string; at: number },
): Promise<void> {
  const at = new Date(session.at);
  const { id, staff, by, device, at: moment } = session;
  await tx.orm
    .insert(webSession)
    .values({ county: tx.scope.county, id, staffId: staff, by, device, begunAt: at, seenAt: at });
  await noteSecurity(tx, [{ kind: 'webLogin', staff, by: staff, channel: 'web', detail: by, at: moment }]);
}

/** The longest that anybody may be away from the pages and still be in. */
const longestIdleHours = 8;

/** Is the person in on the pages, in whichever browser? */
export async function isInOnPages(tx: Tx, staff: StaffId, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - longestIdleHours * 3_600_000);
  return (await tx.orm.$count(webSession, and(isOpenOf(tx, staff), gt(webSession.seenAt, since)))) > 0;
}

/** When this session was last in use; null where it was ended or never was. */
export async function sessionSeen(db: Db, id: string, staff: StaffId): Promise<Date | null> {
  const [row] = await db.orm
    .select({ seenAt: webSession.seenAt })
    .from(webSession)
    .where(and(isOpenOf(db, staff), eq(webSession.id, id)));
  return row?.seenAt ?? null;
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.orm
    .update(webSession)
    .set({ seenAt: at })
    .where(and(eq(webSession.county, tx.scope.county), eq(webSession.id, id), lt(webSession.seenAt, at)));
}

/** The sessions of a person that are open, the latest used first. */
export async function sessionsOf(db: Db, staff: StaffId, since: Date): Promise<WebSession[]> {
  const { id, by, device, begunAt, seenAt } = webSession;
  return db.orm
    .select({ id, by, device, begunAt, seenAt })
    .from(webSession)
    .where(and(isOpenOf(db, staff), gte(begunAt, since)))
    .orderBy(desc(seenAt), id)
    .limit(50);
}

/** Ends one session of a person, or (without an id) all of them; how many there were. */
export async function endSessions(tx: Tx, staff: string, at: Date, id?: string): Promise<number> {
  return asProgram(tx, async () => {
    const which = id === undefined ? undefined : eq(webSession.id, id);
    const ended = await tx.orm
      .update(webSession)
      .set({ endedAt: at })
      .where(and(isOpenOf(tx, staff), which));
    return ended.count;
  });
}
