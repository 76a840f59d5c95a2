import type { Db } from '../base/transaction.ts';

/** What the database says of how the bot is. */
export interface DatabaseVitals {
  version: string;
  /** The server's clock. */
  now: Date;
  /** How long the longest waiting reply or due message has been waiting, milliseconds; null = none waits. */
  oldestUnsentMs: number | null;
}

/** Read by `/health` every few seconds: by indexes only. */
export async function readVitals(db: Db): Promise<DatabaseVitals> {
  const { county } = db.scope;
  const [row] = await db.sql<{ version: string; now: Date; oldest: number | null }[]>`
    select current_setting('server_version') as version, clock_timestamp() as now,
      (extract(epoch from clock_timestamp() - least(
        (select min(received_at) from inbox where county = ${county} and sent_at is null and carrier is null),
        (select min(i.received_at) from carrier c join inbox i on i.county = c.county and i.carrier = c.id
          and i.carried > c.through and i.sent_at is null where c.county = ${county}),
        (select min(i.received_at) from carrier c join inbox i on i.county = c.county and i.carrier = c.id
          and i.carried = any (c.open) and i.sent_at is null where c.county = ${county}),
        (select min(due_at) from outbox where county = ${county} and status = 'queued' and due_at <= now())
      )) * 1000)::float8 as oldest`;
  if (row === undefined) throw new Error('the database gave no answer');
  return { version: row.version, now: row.now, oldestUnsentMs: row.oldest };
}
