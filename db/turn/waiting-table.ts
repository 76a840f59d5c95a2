import { bigint, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, county, moment } from '../base/column.ts';

/** Messages of somebody who sends faster than he can be answered: acknowledged, and answered later in their order. */
export const waitingMessage = pgTable(
  'waiting_message',
  {
    county: county(),
    channel: text().notNull(),
    messageId: text().notNull(),
    /** The platform's id of who said it, and of the room he said it in. */
    person: text().notNull(),
    no: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    message: jsonb().$type<Record<string, unknown>>().notNull(),
    photo: bytea(),
    storedAt: moment().notNull().defaultNow(),
    leasedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.channel, t.messageId] }),
    index('waiting_message_by_person').on(t.county, t.channel, t.person, t.no),
  ],
);
