import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';

/** A claimed message: the channel and the platform's id name it. */
export interface MessageName {
  channel: string;
  messageId: string;
}

/** Marks replies as sent, many at once; called lazily. */
export async function markSent(tx: Tx, messages: readonly MessageName[], at: Date): Promise<void> {
  const list = messages.map((m) => ({ channel: m.channel, message_id: m.messageId }));
  await tx.sql`
    update inbox i set sent_at = ${at} from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as m(channel text, message_id text)
    where i.county = ${tx.scope.county} and i.channel = m.channel and i.message_id = m.message_id and i.sent_at is null`;
}
