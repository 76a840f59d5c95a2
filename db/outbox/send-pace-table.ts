import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';

/**
 * Keeps the platforms' limits over all processes: when the next message may go to a receiver, and, under the
 * receiver '', how far the whole channel has used up its allowance.
 */
export const sendPace = pgTable(
  'send_pace',
  {
    county: county(),
    channel: text().notNull(),
    receiver: text().notNull(),
    nextAt: moment().notNull(),
    /** When that was set: a moment to come says that the clock was set back since. */
    setAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.county, t.channel, t.receiver] })],
);
