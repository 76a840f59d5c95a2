import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';

/** Entry links of the chat page that were used; each opens once. Kept until it would have expired anyway. */
export const webTicket = pgTable(
  'web_ticket',
  { county: county(), id: uuid().notNull(), expiresAt: moment().notNull() },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
);
