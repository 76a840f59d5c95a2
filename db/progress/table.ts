import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { campaign, county, moment } from '../base/column.ts';

/** What the count of db/progress/progress.ts found, one row per village, for pages that ask again and again. */
export const progressSummary = pgTable(
  'progress_summary',
  {
    county: county(),
    campaign: campaign(),
    village: text().notNull(),
    township: text().notNull(),
    /** Counts by the names of conversations/progress/definitions.ts. */
    counts: jsonb().$type<Record<string, number>>().notNull(),
    /** Visits per day of submission, ISO date → count. */
    days: jsonb().$type<Record<string, number>>().notNull(),
    /** Everything committed before this moment is in. */
    asOf: moment().notNull(),
    tookMs: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.village] }),
    index('progress_summary_by_township').on(t.county, t.campaign, t.township),
  ],
);
