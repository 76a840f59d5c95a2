import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county, runningNo } from '../base/column.ts';

/**
 * How many active households a village has, as summands: triggers on household add a row with what a statement
 * changed (migrations/0002_progress.sql). Only ever added to, so nobody waits for anybody; the sum is the size.
 */
export const villageSize = pgTable(
  'village_size',
  {
    county: county(),
    village: text().notNull(),
    id: runningNo(),
    households: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.village, t.id] })],
);
