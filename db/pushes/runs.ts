import { and, eq, gte, lt, max, min } from 'drizzle-orm';
import type { Due } from '../../conversations/pushes/schedule.ts';
import { runKey } from '../../conversations/pushes/schedule.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { pushRun } from './table.ts';

/** Runs made since a day, by key, and the first day there ever was one. */
export async function runsSince(db: Db, date: string): Promise<{ done: Set<string>; first: string | null }> {
  const ofCounty = eq(pushRun.county, db.scope.county);
  const [ever] = await db.orm
    .select({ first: min(pushRun.date) })
    .from(pushRun)
    .where(ofCounty);
  const rows = await db.orm
    .select({ job: pushRun.job, date: pushRun.date })
    .from(pushRun)
    .where(and(ofCounty, gte(pushRun.date, date)));
  return { done: new Set(rows.map(runKey)), first: ever?.first ?? null };
}

/** The day of the last run of a job before a day: what crossed a line since then is new. */
export async function lastRunBefore(db: Db, job: Due['job'], date: string): Promise<string | null> {
  const [row] = await db.orm
    .select({ date: max(pushRun.date) })
    .from(pushRun)
    .where(and(eq(pushRun.county, db.scope.county), eq(pushRun.job, job), lt(pushRun.date, date)));
  return row?.date ?? null;
}

/**
 * Takes a run: true for the one who may make it. Another process that comes at the same moment waits for this
 * transaction and then finds the run taken, or free again if it failed.
 */
export async function takeRun(tx: Tx, run: Pick<Due, 'job' | 'date'>, at: number): Promise<boolean> {
  const rows = await tx.orm
    .insert(pushRun)
    .values({ county: tx.scope.county, job: run.job, date: run.date, at: new Date(at) })
    .onConflictDoNothing({ target: [pushRun.county, pushRun.campaign, pushRun.job, pushRun.date] })
    .returning({ job: pushRun.job });
  return rows.length > 0;
}

/** Notes what a run queued that was taken before (see `takeRun`). */
export async function noteRun(
  tx: Tx,
  run: Pick<Due, 'job' | 'date'>,
  counts: { queued: number; withheld: number; unreachable: number },
): Promise<void> {
  const { queued, withheld, unreachable } = counts;
  await tx.orm
    .update(pushRun)
    .set({ queued, withheld, unreachable })
    .where(and(eq(pushRun.county, tx.scope.county), eq(pushRun.job, run.job), eq(pushRun.date, run.date)));
}

/** Pushes of a day by receiver, deadlines left out: what the budget counts. */
export async function sentOn(db: Db, date: string): Promise<Map<string, number>> {
  const rows = await db.sql<{ receiver: string; n: number }[]>`
    select receiver, count(*)::int as n from outbox where county = ${db.scope.county} and kind in ('reminder', 'digest')
      and created_at >= (${date}::date::timestamp at time zone 'Asia/Shanghai') and created_at < ((${date}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by receiver`;
  return new Map(rows.map((row) => [row.receiver, row.n]));
}
