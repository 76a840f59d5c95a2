import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Reply } from '../../conversations/engine/turn.ts';
import { county, moment } from './column.ts';

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
  },
  (t) => [
    primaryKey({ columns: [t.county, t.channel, t.messageId] }),
    index('inbox_unsent').on(t.county, t.receivedAt).where(sql`sent_at is null`),
  ],
);
