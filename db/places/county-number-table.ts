import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county } from '../base/column.ts';

/** The last running number of each kind in a county; problems and leads draw theirs by a trigger. */
export const countyNumber = pgTable(
  'county_number',
  {
    county: county(),
    what: text().notNull(),
    last: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.what] })],
);
