import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** A reply is still of use for so long. */
const replyUsefulFor = '1 day';

/**
 * Replies whose process did not live to send them become messages of the outbox, under the claimed message's
 * own id: each goes out once, whoever picks it up. Left behind is what was not marked, or what its carrier has not
 * noted as sent (carriers.ts). A reply with a document carries who asked for
 * it where (`askedBy`): it is made in his scope. The number of claimed messages.
 */
export async function adoptReplies(
  tx: Tx,
  {
    channels,
    before,
    now,
    limit,
  }: { channels: readonly string[]; before: number; now: number; limit: number },
): Promise<number> {
  const { county } = tx.scope;
  const at = new Date(now);
  const rows = await tx.sql`
    with left_behind as (
      (select channel, message_id from inbox where county = ${county} and carrier is null and sent_at is null
        and received_at < ${new Date(before)} and channel = any (${[...channels]}::text[]) order by received_at limit ${limit})
      union all
      select i.channel, i.message_id from carrier c cross join lateral (
        select * from inbox i where i.county = c.county and i.carrier = c.id and i.carried > c.through
        union all
        select * from inbox i where i.county = c.county and i.carrier = c.id and i.carried = any (c.open)
      ) i
      where c.county = ${county} and i.sent_at is null and i.received_at < ${new Date(before)} and i.channel = any (${[...channels]}::text[])
    ), lost as (
      select i.channel, i.message_id, chat, replies, received_at, account_id, staff_id, room_id
      from inbox i join left_behind l on l.channel = i.channel and l.message_id = i.message_id
      where i.county = ${county} and i.sent_at is null
      order by received_at limit ${limit} for update of i skip locked
    ), queued as (
      insert into outbox (county, key, channel, address, kind, priority, body, due_at, useful_until, created_at, set_at)
      select ${county}, 'reply/' || l.channel || '/' || l.message_id || '/' || (r.n - 1), l.channel,
        case when (r.reply->>'privately')::boolean then jsonb_build_object('kind', 'private', 'externalId', a.external_id) else l.chat end,
        'reply', 0, jsonb_strip_nulls(jsonb_build_object('type', 'text', 'text', r.reply->>'text', 'document', r.reply->'document',
          'askedBy', case when r.reply->'document' is not null and l.staff_id is not null then
          jsonb_build_object('staff', l.staff_id, 'chat', coalesce('room:' || l.room_id, 'private:' || l.channel)) end)),
        l.received_at + (r.n - 1) * interval '1 millisecond', l.received_at + ${replyUsefulFor}::interval, l.received_at, ${at}
      from lost l cross join lateral jsonb_array_elements(l.replies) with ordinality as r(reply, n)
        left join account a on a.county = ${county} and a.id = l.account_id
      where (r.reply->>'privately') is null or a.external_id is not null
      on conflict (county, key) do nothing
    )
    update inbox i set sent_at = ${at} from lost l
    where i.county = ${county} and i.channel = l.channel and i.message_id = l.message_id returning i.message_id`;
  return rows.length;
}

/** A message nobody asked for, to be sent once under its key. */
export interface NewPush {
  key: string;
  /** `staff:` or `room:` and the id. */
  receiver: string;
  kind: 'reply' | 'reminder' | 'digest' | 'deadline';
  body: { type: 'text'; text: string; document?: unknown };
  dueAt: number;
  usefulUntil: number | null;
}

/** Smaller goes first. */
const priorities: Readonly<Record<NewPush['kind'], number>> = {
  reply: 0,
  deadline: 4,
  reminder: 5,
  digest: 8,
};

/**
 * Queues messages, each to the account its person used last (a terminal only where there is nothing else: nobody
 * sits before it) or to its room. Keys that are there already stay as
 * they are. Gives the keys that were queued; people without an account and unknown rooms get nothing.
 */
export async function queuePushes(tx: Tx, pushes: readonly NewPush[], now: number): Promise<string[]> {
  const { county } = tx.scope;
  const list = pushes.map((push) => ({
    key: push.key,
    receiver: push.receiver,
    kind: push.kind,
    priority: priorities[push.kind],
    body: push.body,
    due_at: new Date(push.dueAt).toISOString(),
    useful_until: push.usefulUntil === null ? null : new Date(push.usefulUntil).toISOString(),
  }));
  const rows = await tx.sql<{ key: string }[]>`
    with wanted as (
      select * from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as w(key text, receiver text, kind text,
        priority int, body jsonb, due_at timestamptz, useful_until timestamptz)
    ), addressed as (
      select w.*, t.channel, t.kind as to_kind, t.external_id from wanted w cross join lateral (
        (select a.channel, 'private' as kind, a.external_id from account a where a.county = ${county}
          and a.staff_id = case when w.receiver like 'staff:%' then substr(w.receiver, 7)::uuid end
          order by a.channel = 'terminal', a.last_seen_at desc nulls last, a.bound_at desc nulls last limit 1)
        union all
        (select r.channel, 'room', r.external_id from room r where r.county = ${county}
          and r.id = case when w.receiver like 'room:%' then substr(w.receiver, 6)::uuid end and r.active)
      ) t
    )
    insert into outbox (county, key, channel, address, receiver, kind, priority, body, due_at, useful_until, created_at, set_at)
    select ${county}, key, channel, jsonb_build_object('kind', to_kind, 'externalId', external_id), receiver, kind,
      priority, body, due_at, useful_until, ${new Date(now)}, ${new Date(now)} from addressed
    on conflict (county, key) do nothing returning key`;
  return rows.map((row) => row.key);
}

/** A message to one account, whoever it belongs to now. */
interface AddressedPush {
  key: string;
  channel: string;
  externalId: string;
  text: string;
}

/** Queues messages to accounts that are nobody's any more and can't be reached through a person. */
export async function queueAddressed(tx: Tx, pushes: readonly AddressedPush[], now: number): Promise<void> {
  if (pushes.length === 0) return;
  const at = new Date(now);
  const list = pushes.map(({ key, channel, externalId, text }) => ({
    key,
    channel,
    address: { kind: 'private', externalId },
    body: { type: 'text', text },
  }));
  await tx.sql`
    insert into outbox (county, key, channel, address, kind, priority, body, due_at, created_at)
    select ${tx.scope.county}, p.key, p.channel, p.address, 'reply', ${priorities.reply}, p.body, ${at}, ${at}
    from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as p(key text, channel text, address jsonb, body jsonb)
    on conflict (county, key) do nothing`;
}

/** How the outbox stands, per channel. */
export interface OutboxState {
  channel: string;
  queued: number;
  dead: number;
  /** When the longest waiting one was due. */
  oldest: Date | null;
}

/** Per channel: how many wait, since when, and how many were given up since a moment. */
export async function outboxState(db: Db, since: Date): Promise<OutboxState[]> {
  return [
    ...(await db.sql<OutboxState[]>`
      select channel, count(*) filter (where status = 'queued')::int as queued,
        count(*) filter (where status = 'dead' and last_error is distinct from 'no longer useful')::int as dead,
        min(due_at) filter (where status = 'queued') as oldest
      from outbox where county = ${db.scope.county} and (status = 'queued' or (status = 'dead' and due_at >= ${since}))
      group by channel order by channel`),
  ];
}
