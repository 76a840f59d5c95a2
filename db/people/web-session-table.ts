import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';

/** Who is in on the pages: a cookie names its row, and an ended row opens nothing. */
export const webSession = pgTable(
  'web_session',
  {
    county: county(),
    id: uuid().notNull(),
    staffId: uuid().notNull(),
    by: text({ enum: ['link', 'persona'] }).notNull(),
    /** What the browser calls itself, in short: to tell one's own telephone from another. */
    device: text().notNull().default(''),
    begunAt: moment().notNull(),
    seenAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] }), index('web_session_by_staff').on(t.county, t.staffId)],
);
