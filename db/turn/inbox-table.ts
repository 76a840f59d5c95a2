import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Reply } from '../../conversations/contract/turn.ts';
import { county, moment } from '../base/column.ts';

/** Claimed messages with their replies: a redelivery gets the same ones, an unsent one is sent later. */
export const inbox = pgTable(
  'inbox',
  {
    county: county(),
    channel: text().notNull(),
    messageId: text().notNull(),
    accountId: uuid(),
    staffId: uuid(),
    roomId: uuid(),
    /** Where to answer. */
    chat: jsonb().$type<Record<string, unknown>>().notNull(),
    replies: jsonb().$type<Reply[]>().notNull(),
    receivedAt: moment().notNull(),
    sentAt: moment(),
    /** Who sends the replies and says by this number that they are sent (carrier.ts); null: `sentAt` says it. */
    carrier: uuid(),
    carried: bigint({ mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.channel, t.messageId] }),
    index('inbox_unsent').on(t.county, t.receivedAt).where(sql`sent_at is null and carrier is null`),
    index('inbox_carried').on(t.county, t.carrier, t.carried).where(sql`carrier is not null`),
  ],
);
