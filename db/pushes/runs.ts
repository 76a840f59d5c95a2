import type { Due } from '../../conversations/pushes/schedule.ts';
import { runKey } from '../../conversations/pushes/schedule.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** Runs made since a day, by key, and the first day there ever was one. */
export async function runsSince(db: Db, date: string): Promise<{ done: Set<string>; first: string | null }> {
  const rows = await db.sql<{ job: Due['job']; date: string; first: string }[]>`
    select job, date, (select min(date) from push_run where county = ${db.scope.county}) as first
    from push_run where county = ${db.scope.county} and date >= ${date}`;
  if (rows.length > 0) return { done: new Set(rows.map(runKey)), first: rows[0]?.first ?? null };
  const [row] = await db.sql<
    { first: string | null }[]
  >`select min(date) as first from push_run where county = ${db.scope.county}`;
  return { done: new Set(), first: row?.first ?? null };
}

/** The day of the last run of a job before a day: what crossed a line since then is new. */
export async function lastRunBefore(db: Db, job: Due['job'], date: string): Promise<string | null> {
  const [row] = await db.sql<{ date: string | null }[]>`
    select max(date)::date as date from push_run where county = ${db.scope.county} and job = ${job} and date < ${date}`;
  return row?.date ?? null;
}

/**
 * Takes a run: true for the one who may make it. Another process that comes at the same moment waits for this
 * transaction and then finds the run taken, or free again if it failed.
 */
export async function takeRun(tx: Tx, run: Pick<Due, 'job' | 'date'>, at: number): Promise<boolean> {
  const rows = await tx.sql`
    insert into push_run (county, job, date, at) values (${tx.scope.county}, ${run.job}, ${run.date}, ${new Date(at)})
    on conflict (county, campaign, job, date) do nothing returning job`;
  return rows.length > 0;
}

/** Notes what a run queued that was taken before (see `takeRun`). */
export async function noteRun(
  tx: Tx,
  run: Pick<Due, 'job' | 'date'>,
  counts: { queued: number; withheld: number; unreachable: number },
): Promise<void> {
  await tx.sql`
    update push_run set queued = ${counts.queued}, withheld = ${counts.withheld}, unreachable = ${counts.unreachable}
    where county = ${tx.scope.county} and job = ${run.job} and date = ${run.date}`;
}

/** Pushes of a day by receiver, deadlines left out: what the budget counts. */
export async function sentOn(db: Db, date: string): Promise<Map<string, number>> {
  const rows = await db.sql<{ receiver: string; n: number }[]>`
    select receiver, count(*)::int as n from outbox where county = ${db.scope.county} and kind in ('reminder', 'digest')
      and created_at >= (${date}::date::timestamp at time zone 'Asia/Shanghai') and created_at < ((${date}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by receiver`;
  return new Map(rows.map((row) => [row.receiver, row.n]));
}
