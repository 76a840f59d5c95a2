import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';

/** A row that an import changed: as it was (null: not there) and the sum of how it looked after. Written by triggers. */
export const importChange = pgTable(
  'import_change',
  {
    county: county(),
    importId: uuid().notNull(),
    no: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    relation: text().notNull(),
    key: jsonb().$type<Record<string, unknown>>().notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: text(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.importId, t.no] }),
    index('import_change_by_age').on(t.county, t.at),
  ],
);
