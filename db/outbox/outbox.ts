import type { Db, Tx } from '../base/transaction.ts';

/** What a channel lets through. Spans are milliseconds. */
export interface PaceLimits {
  /** So many at once, and after that one per `everyMs`. */
  burst: number;
  everyMs: number;
}

interface SendClaim {
  channel: string;
  /** Who claims: a process. */
  worker: string;
  now: number;
  limit: number;
  /** After this a claim whose process has died is free again. */
  leaseMs: number;
  pace: PaceLimits;
  /** In the quiet hours only replies go out; what nobody asked for waits for the morning. */
  quiet?: boolean;
}

/** A claimed message. `body` and `address` are checked by who sends them. */
export interface ClaimedPush {
  key: string;
  /** `private:` or `room:` and the external id. */
  receiver: string;
  address: Record<string, unknown>;
  body: Record<string, unknown>;
  /** This attempt included. */
  attempts: number;
  partsSent: number;
  createdAt: Date;
}

const receiverOf = ({ sql }: Pick<Db, 'sql'>) =>
  sql`(o.address->>'kind') || ':' || (o.address->>'externalId')`;

// `not in` and not `not exists`: it is looked up in a hash whatever the server believes of the tables' sizes.

/**
 * Claims what may be sent now: the most urgent message of each receiver who may get one, as many as the channel
 * lets through. The channel's pace row is locked meanwhile, so claims of several processes follow one another;
 * a claimed receiver gets nothing else until his message is settled or the claim has run out.
 */
export async function claimPushes(tx: Tx, claim: SendClaim): Promise<ClaimedPush[]> {
  const { county } = tx.scope;
  const { channel, worker, pace } = claim;
  const now = new Date(claim.now);
  const [row] = await tx.sql<{ next_at: Date }[]>`
    insert into send_pace (county, channel, receiver, next_at, set_at) values (${county}, ${channel}, '', ${now}, ${now})
    on conflict (county, channel, receiver) do update set next_at = send_pace.next_at returning next_at`;
  const used = Math.max(row?.next_at.getTime() ?? 0, claim.now);
  const allowed = Math.floor((claim.now + pace.burst * pace.everyMs - used) / pace.everyMs);
  const limit = Math.min(claim.limit, allowed);
  if (limit <= 0) return [];
  const leaseUntil = new Date(claim.now + claim.leaseMs);
  const rows = await tx.sql<
    (Pick<ClaimedPush, 'key' | 'receiver' | 'address' | 'body' | 'attempts'> & {
      parts_sent: number;
      created_at: Date;
    })[]
  >`
    with free as (
      select o.key, o.priority, o.due_at, ${receiverOf(tx)} as receiver from outbox o
      where o.county = ${county} and o.channel = ${channel} and o.status = 'queued' and o.due_at <= ${now}
        and (${claim.quiet !== true} or o.kind is null or o.kind = 'reply')
        and (o.lease_until is null or o.lease_until <= ${now})
        and ${receiverOf(tx)} not in (select p.receiver from send_pace p
          where p.county = ${county} and p.channel = ${channel} and p.next_at > ${now})
      order by o.priority, o.due_at, o.key limit ${limit * 4} for update skip locked
    ), firsts as (
      select distinct on (receiver) * from free order by receiver, priority, due_at, key
    ), chosen as (
      select * from firsts order by priority, due_at, key limit ${limit}
    ), paced as (
      insert into send_pace (county, channel, receiver, next_at, set_at)
      select ${county}, ${channel}, receiver, ${leaseUntil}::timestamptz, ${now}::timestamptz from chosen
      on conflict (county, channel, receiver) do update set next_at = excluded.next_at, set_at = excluded.set_at
    ), counted as (
      update send_pace set next_at = ${new Date(used)}::timestamptz
        + (select count(*) from chosen) * ${pace.everyMs}::float8 * interval '1 millisecond', set_at = ${now}
      where county = ${county} and channel = ${channel} and receiver = ''
    )
    update outbox o set lease_until = ${leaseUntil}, leased_by = ${worker}, attempts = o.attempts + 1, set_at = ${now}
    from chosen c where o.county = ${county} and o.key = c.key
    returning o.key, c.receiver, o.address, o.body, o.attempts, o.parts_sent, o.created_at`;
  return rows.map(({ parts_sent, created_at, ...claimed }) => ({
    ...claimed,
    partsSent: parts_sent,
    createdAt: created_at,
  }));
}

/** What became of a claimed message. Moments are milliseconds since 1970. */
export type Settlement =
  /** All of it has gone. */
  | { is: 'sent'; at: number }
  /** One more part has gone; the next follows before anything else goes to this receiver. */
  | { is: 'partSent'; partsSent: number; at: number }
  /** To be tried again; `blameless` when the attempt says nothing about this message and isn't counted. */
  | { is: 'later'; dueAt: number; why: string; blameless?: true }
  /** Given up. */
  | { is: 'parked'; at: number; why: string };

interface Settling {
  channel: string;
  worker: string;
  claimed: Pick<ClaimedPush, 'key' | 'receiver'>;
  settlement: Settlement;
  /** When it is settled. */
  at: number;
  /** When the receiver may get the next message. */
  nextAt: number;
}

/** Settles a claim; false when it had run out and another process has the message now. */
export async function settlePush(
  tx: Tx,
  { channel, worker, claimed, settlement, at, nextAt }: Settling,
): Promise<boolean> {
  const { county } = tx.scope;
  const s = settlement;
  const status = s.is === 'sent' ? 'sent' : s.is === 'parked' ? 'dead' : 'queued';
  const sentAt = s.is === 'sent' ? new Date(s.at) : null;
  const dueAt = s.is === 'later' ? new Date(s.dueAt) : s.is === 'partSent' ? new Date(s.at) : null;
  const why = s.is === 'later' || s.is === 'parked' ? s.why : null;
  const parts = s.is === 'partSent' ? s.partsSent : null;
  const uncounted = s.is === 'later' && s.blameless === true;
  const rows = await tx.sql`
    with paced as (
      update send_pace set next_at = ${new Date(nextAt)}, set_at = ${new Date(at)} where county = ${county} and channel = ${channel}
        and receiver = ${claimed.receiver}
        and exists (select 1 from outbox where county = ${county} and key = ${claimed.key} and leased_by = ${worker})
    )
    update outbox set status = ${status}, sent_at = ${sentAt}::timestamptz, lease_until = null, leased_by = null, set_at = ${new Date(at)},
      due_at = coalesce(${dueAt}::timestamptz, due_at), last_error = coalesce(${why}::text, last_error),
      parts_sent = coalesce(${parts}::int, parts_sent),
      priority = case when ${parts}::int is null then priority else -1 end,
      attempts = case when ${parts}::int is not null then 0 when ${uncounted}::boolean then greatest(attempts - 1, 0) else attempts end
    where county = ${county} and key = ${claimed.key} and leased_by = ${worker} returning key`;
  return rows.length === 1;
}

/** Holds a channel back as a whole: nothing is claimed before `until`, and then one message to begin with. */
export async function holdChannel(
  tx: Tx,
  channel: string,
  { until, at, pace }: { until: number; at: number; pace: PaceLimits },
): Promise<void> {
  const full = new Date(until + (pace.burst - 1) * pace.everyMs);
  await tx.sql`
    update send_pace set next_at = greatest(next_at, ${full}), set_at = ${new Date(at)} where county = ${tx.scope.county}
      and channel = ${channel} and receiver = ''`;
}

/** Parks what would mislead by now; the number of messages. */
export async function parkUseless(tx: Tx, now: number): Promise<number> {
  const at = new Date(now);
  const rows = await tx.sql`
    update outbox set status = 'dead', last_error = 'no longer useful', set_at = ${at} where county = ${tx.scope.county}
      and status = 'queued' and useful_until <= ${at} and (lease_until is null or lease_until <= ${at}) returning key`;
  return rows.length;
}
