import { and, eq, min } from 'drizzle-orm';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { waitingMessage } from './waiting-table.ts';

/** A message put aside. `person` is the platform's id of who said it and where, in which the order is kept. */
export type WaitingMessage = Pick<
  typeof waitingMessage.$inferSelect,
  'channel' | 'messageId' | 'person' | 'message' | 'photo'
>;

/** So many of one person at most. */
export const mostWaiting = 200;

/** Puts a message aside; false where the person has too many there already and this one is not among them. */
export async function putAside(tx: Tx, waiting: WaitingMessage): Promise<boolean> {
  const { county } = tx.scope;
  const { channel, messageId, person, message, photo } = waiting;
  const [row] = await tx.sql<{ there: boolean }[]>`
    with put as (
      insert into waiting_message (county, channel, message_id, person, message, photo)
      select ${county}, ${channel}, ${messageId}, ${person}, ${jsonText(message)}::text::jsonb, ${photo}::bytea
      where (select count(*) from waiting_message
        where county = ${county} and channel = ${channel} and person = ${person}) < ${mostWaiting}
      on conflict (county, channel, message_id) do nothing returning 1
    )
    select exists (select 1 from put) or exists (select 1 from waiting_message
      where county = ${county} and channel = ${channel} and message_id = ${messageId}) as there`;
  return row?.there === true;
}

/** Who has messages put aside, longest first. */
export async function whoWaits(db: Db): Promise<{ channel: string; person: string }[]> {
  const { county, channel, person, no } = waitingMessage;
  return db.orm
    .select({ channel, person })
    .from(waitingMessage)
    .where(eq(county, db.scope.county))
    .groupBy(channel, person)
    .orderBy(min(no));
}

/**
 * Takes a person's oldest message to answer it; none while another process has one of his. A process that died over
 * it lets it go after a minute: it then is answered once all the same, by its id.
 */
export async function takeWaiting(
  tx: Tx,
  { channel, person }: { channel: string; person: string },
): Promise<WaitingMessage | null> {
  const { county } = tx.scope;
  const [row] = await tx.sql<(Pick<WaitingMessage, 'message' | 'photo'> & { message_id: string })[]>`
    update waiting_message set leased_at = now() where county = ${county} and channel = ${channel} and no = (
      select min(no) from waiting_message where county = ${county} and channel = ${channel} and person = ${person})
      and not exists (select 1 from waiting_message where county = ${county} and channel = ${channel} and person = ${person}
        and leased_at > now() - interval '1 minute' and leased_at <= now())
    returning message_id, message, photo`;
  if (row === undefined) return null;
  return { channel, person, messageId: row.message_id, message: row.message, photo: row.photo };
}

/** It was answered, or, with `again`, is to be taken again. */
export async function settleWaiting(
  tx: Tx,
  { channel, messageId }: { channel: string; messageId: string },
  again = false,
): Promise<void> {
  const w = waitingMessage;
  const it = and(eq(w.county, tx.scope.county), eq(w.channel, channel), eq(w.messageId, messageId));
  if (again) await tx.orm.update(w).set({ leasedAt: null }).where(it);
  else await tx.orm.delete(w).where(it);
}
