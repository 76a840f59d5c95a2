import { jsonText } from '../json.ts';
import type { Tx } from '../transaction.ts';
import type { Actor, ChangeOf } from './actor.ts';

/** Replies go before reminders, digests last. */
const priorities = { reply: 0, reminder: 5, digest: 8 } as const;

/**
 * Queues a message to somebody else under its key: one that is there already stays as it is. A person gets it
 * on the account used last; somebody without any isn't written to.
 */
export async function push(tx: Tx, by: Actor, change: ChangeOf<'push'>): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const body = jsonText({ type: 'text', text: change.text });
  const row = tx.sql`${change.key}, ${priorities[change.kind]}::int, ${body}::text::jsonb, ${at}::timestamptz, ${at}::timestamptz`;
  if ('room' in change.to) {
    await tx.sql`
      insert into outbox (county, channel, address, key, priority, body, due_at, created_at)
      select county, channel, jsonb_build_object('kind', 'room', 'externalId', external_id), ${row} from room
      where county = ${county} and id = ${change.to.room} and active
      on conflict (county, key) do nothing`;
    return;
  }
  await tx.sql`
    insert into outbox (county, channel, address, key, priority, body, due_at, created_at)
    select county, channel, jsonb_build_object('kind', 'private', 'externalId', external_id), ${row} from account
    where county = ${county} and staff_id = ${change.to.staff}
    order by last_seen_at desc nulls last, bound_at desc nulls last limit 1
    on conflict (county, key) do nothing`;
}
