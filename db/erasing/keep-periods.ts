import { randomUUID } from 'node:crypto';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { type KeepPeriod, periods } from './periods.ts';

/** What was erased and of whom it was; nothing that names a person. */
interface Erasure {
  what: 'household' | 'staff' | 'county' | 'campaign' | 'period';
  subject: string;
  by: string;
  reason?: string | undefined;
  /** Rows by table. */
  counts: Readonly<Record<string, number>>;
}

/** The record of an erasure, in the same transaction. */
export async function recordErasure(tx: Pick<Tx, 'sql'>, county: string, erasure: Erasure): Promise<void> {
  const { what, subject, by, reason, counts } = erasure;
  await tx.sql`
    insert into erasure (county, id, what, subject, by, reason, counts)
    values (${county}, ${randomUUID()}, ${what}, ${subject}, ${by}, ${reason ?? null}, ${jsonText(counts)}::text::jsonb)`;
}

/** Erases what has had its time (periods.ts); rows by table. */
export async function keepPeriods(tx: Tx, now: number): Promise<Record<string, number>> {
  const { county } = tx.scope;
  const counts: Record<string, number> = {};
  for (const period of periods) {
    if (!('days' in period)) continue;
    const { table, days } = period;
    const before = new Date(now - days * 86_400_000).toISOString();
    const gone = period.byOwner ? await forgetLog(tx, table, before) : await forget(tx, period, before);
    if (gone > 0) counts[table] = (counts[table] ?? 0) + gone;
  }
  if (Object.keys(counts).length > 0)
    await recordErasure(tx, county, { what: 'period', subject: '', by: 'program', counts });
  return counts;
}

async function forget(
  tx: Tx,
  { table, since, only, blank }: Extract<KeepPeriod, { days: number }>,
  before: string,
): Promise<number> {
  const act = blank === undefined ? `delete from "${table}"` : `update "${table}" set ${blank}`;
  // Words of our own table; the values are parameters.
  const gone = await tx.sql.unsafe(
    `${act} where county = $1 and (${since}) < $2::text::timestamptz ${only === undefined ? '' : `and (${only})`}`,
    [tx.scope.county, before],
  );
  return gone.count;
}

async function forgetLog(tx: Tx, log: string, before: string): Promise<number> {
  const [row] = await tx.sql<
    { gone: number }[]
  >`select ruhu_forget_log(${log}, ${before}::text::timestamptz)::int as gone`;
  return row?.gone ?? 0;
}
