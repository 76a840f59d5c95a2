import { bigint, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';

/**
 * A process that sends replies by itself. It numbers the messages it answers and notes here, once for many, how
 * far all are sent; so no row of the inbox is touched again for a reply that arrived.
 */
export const carrier = pgTable(
  'carrier',
  {
    county: county(),
    id: uuid().notNull(),
    /** What it had numbered when it noted this; replies of later numbers are not known to be sent. */
    through: bigint({ mode: 'number' }).notNull(),
    /** Up to `through`, those that were not sent yet. */
    open: bigint({ mode: 'number' }).array().notNull(),
    notedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
);
