import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, moment, runningNo } from '../base/column.ts';

/** Append-only: who looked at whose data. */
export const accessLog = pgTable(
  'access_log',
  {
    county: county(),
    id: runningNo(),
    staffId: uuid(),
    /** Who looked from the machine itself: the name he is logged in by there. */
    byOperator: text(),
    householdId: uuid(),
    village: text(),
    what: text().notNull(),
    chat: text(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('access_log_by_household').on(t.county, t.householdId, t.at),
    index('access_log_by_staff').on(t.county, t.staffId, t.at),
  ],
);
