import type { Db } from '../base/transaction.ts';

/** Messages that were given up, by what the platform said. */
export interface Parked {
  channel: string;
  why: string;
  count: number;
  latest: Date;
}

/** Messages given up since a moment, by channel and reason; no text and no receiver. */
export async function parkedMessages(db: Db, since: Date): Promise<Parked[]> {
  return [
    ...(await db.sql<Parked[]>`
      select channel, coalesce(last_error, '') as why, count(*)::int as count, max(due_at) as latest
      from outbox where county = ${db.scope.county} and status = 'dead' and due_at >= ${since}
        and last_error is distinct from 'no longer useful'
      group by channel, last_error order by count desc, channel limit 50`),
  ];
}
