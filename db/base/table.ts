import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county } from './column.ts';

/** What the county set: `campaign` holds the campaign's settings. */
export const setting = pgTable(
  'setting',
  {
    county: county(),
    key: text().notNull(),
    value: jsonb().$type<Record<string, unknown>>().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.county, t.key] })],
);
