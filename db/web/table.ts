import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, county, moment, runningNo } from '../base/column.ts';

/** What a message of the page shows. */
export type WebShown =
  | { type: 'text'; text: string; label?: string; quote?: string; confirms?: true; recalled?: true }
  | { type: 'image'; name: string }
  | { type: 'file'; name: string; bytes: number };

/** What was said in the chats of the built-in page; other platforms keep this on their servers. */
export const webMessage = pgTable(
  'web_message',
  {
    county: county(),
    id: text().notNull(),
    /** In the order of keeping: where a page goes on reading. */
    seq: runningNo(),
    /** `person:` or `room:` and the external id. */
    chat: text().notNull(),
    /** null = the bot. */
    staffId: uuid(),
    authorName: text(),
    at: moment().notNull(),
    content: jsonb().$type<WebShown>().notNull(),
    mention: text().array(),
    mime: text(),
    data: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('web_message_by_chat').on(t.county, t.chat, t.seq),
    index('web_message_by_time').on(t.county, t.at),
  ],
);
