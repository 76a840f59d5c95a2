import { and, count, eq, gt, lt } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { deskFile, deskWork } from './table.ts';

type Row = typeof deskWork.$inferSelect;

/** Work whose process said nothing for longer has died with it. Milliseconds. */
export const beatsWithin = 60_000;

/** How much is being done at this moment, by every process. */
export async function worksRunning(db: Db, now: number): Promise<number> {
  const [row] = await db.orm
    .select({ n: count() })
    .from(deskWork)
    .where(
      and(
        eq(deskWork.county, db.scope.county),
        eq(deskWork.state, 'running'),
        gt(deskWork.beatAt, new Date(now - beatsWithin)),
      ),
    );
  return row?.n ?? 0;
}

export async function beginWork(
  tx: Tx,
  work: Pick<Row, 'id' | 'staffId' | 'title' | 'beatAt' | 'goesAt'>,
): Promise<void> {
  await tx.orm.insert(deskWork).values({ ...work, county: tx.scope.county, state: 'running' });
}

/** How far it is, that it ended, or that its process lives. */
export async function noteWork(
  tx: Tx,
  id: string,
  over: Partial<Pick<Row, 'state' | 'rows' | 'result' | 'beatAt' | 'goesAt'>>,
): Promise<void> {
  await tx.orm
    .update(deskWork)
    .set(over)
    .where(and(eq(deskWork.county, tx.scope.county), eq(deskWork.id, id)));
}

/** Somebody's own work that has not gone yet. */
export async function workOf(db: Db, id: string, staffId: StaffId, now: number): Promise<Row | undefined> {
  const [row] = await db.orm
    .select()
    .from(deskWork)
    .where(
      and(
        eq(deskWork.county, db.scope.county),
        eq(deskWork.id, id),
        eq(deskWork.staffId, staffId),
        gt(deskWork.goesAt, new Date(now)),
      ),
    );
  return row;
}

/** Its files go with it. */
export async function dropWork(tx: Tx, id: string): Promise<void> {
  await tx.orm.delete(deskWork).where(and(eq(deskWork.county, tx.scope.county), eq(deskWork.id, id)));
}

/** What has had its hour goes, with its files. */
export async function dropOldWork(tx: Tx, now: number): Promise<void> {
  await tx.orm
    .delete(deskWork)
    .where(and(eq(deskWork.county, tx.scope.county), lt(deskWork.goesAt, new Date(now))));
}

/** What a changed key no longer opens. */
export async function dropAllWork(tx: Tx): Promise<void> {
  await tx.orm.delete(deskWork).where(eq(deskWork.county, tx.scope.county));
}

export async function addFilePart(tx: Tx, workId: string, no: number, data: Uint8Array): Promise<void> {
  await tx.orm.insert(deskFile).values({ county: tx.scope.county, workId, no, data });
}

/** A part of a work's file, counted from 0; undefined behind the last. */
export async function filePart(db: Db, workId: string, no: number): Promise<Uint8Array | undefined> {
  const [row] = await db.orm
    .select({ data: deskFile.data })
    .from(deskFile)
    .where(and(eq(deskFile.county, db.scope.county), eq(deskFile.workId, workId), eq(deskFile.no, no)));
  return row?.data;
}
