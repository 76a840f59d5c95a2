import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { campaign, county, moment } from '../base/column.ts';

/** A paragraph somebody adds to a part of a unit's report; it stays when the report is made anew. */
export const reportNote = pgTable(
  'report_note',
  {
    county: county(),
    campaign: campaign(),
    unit: text().notNull(),
    part: text().notNull(),
    words: text().notNull(),
    staffId: uuid(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.campaign, t.unit, t.part] })],
);
