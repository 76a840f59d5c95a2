import type { Reply } from '../conversations/engine/turn.ts';
import { jsonText } from './json.ts';
import type { Db, Tx } from './transaction.ts';

/** A claimed message: the channel and the platform's id name it. */
export interface MessageName {
  channel: string;
  messageId: string;
}

/** Replies that their process didn't live to send. */
export interface Unsent extends MessageName {
  /** Where to answer, as it was stored with the claim. */
  answerTo: Record<string, unknown>;
  replies: Reply[];
  receivedAt: number;
}

/** Marks replies as sent, many at once; called lazily. */
export async function markSent(tx: Tx, messages: readonly MessageName[], at: Date): Promise<void> {
  const list = messages.map((m) => ({ channel: m.channel, message_id: m.messageId }));
  await tx.sql`
    update inbox i set sent_at = ${at} from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as m(channel text, message_id text)
    where i.county = ${tx.scope.county} and i.channel = m.channel and i.message_id = m.message_id and i.sent_at is null`;
}

/** Replies not marked as sent that were received before a moment, oldest first; claims without a reply have none to send. */
export async function unsentReplies(db: Db, before: Date, limit: number): Promise<Unsent[]> {
  const rows = await db.sql<
    {
      channel: string;
      message_id: string;
      chat: Record<string, unknown>;
      replies: Reply[];
      received_at: Date;
    }[]
  >`
    select channel, message_id, chat, replies, received_at from inbox
    where county = ${db.scope.county} and sent_at is null and received_at < ${before} and replies <> '[]'
    order by received_at limit ${limit}`;
  return rows.map((row) => ({
    channel: row.channel,
    messageId: row.message_id,
    answerTo: row.chat,
    replies: row.replies,
    receivedAt: row.received_at.getTime(),
  }));
}
