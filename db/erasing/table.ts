import { check, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county, id, moment, oneOf } from '../base/column.ts';

const erased = ['household', 'staff', 'county', 'campaign', 'period'] as const;

/** What was erased or closed, when, by whom, how many rows of what: never whose. */
export const erasure = pgTable(
  'erasure',
  {
    county: county(),
    id: id(),
    what: text({ enum: erased }).notNull(),
    /** Our own id or code of it; nothing that names a person. */
    subject: text().notNull(),
    by: text().notNull(),
    reason: text(),
    counts: jsonb().$type<Record<string, number>>().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] }), check('erasure_what', oneOf(t.what, erased))],
);
