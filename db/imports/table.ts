import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, id, moment } from '../base/column.ts';

/** What came from where and when. */
export const registerImport = pgTable(
  'register_import',
  {
    county: county(),
    id: id(),
    kind: text().notNull(),
    fileName: text().notNull(),
    rows: integer().notNull(),
    at: moment().notNull(),
    byStaff: uuid(),
    undoneAt: moment(),
    summary: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.county, t.id] })],
);
