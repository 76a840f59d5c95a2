import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county } from '../base/column.ts';
import { household } from '../households/table.ts';

/** What a source says of a household, to compare paper and reality (账实相符). */
export const registerFact = pgTable(
  'register_fact',
  {
    county: county(),
    householdId: uuid().notNull(),
    source: text().notNull(),
    village: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    importId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.householdId, t.source] }),
    index('register_fact_by_village').on(t.county, t.village),
    foreignKey({
      name: 'register_fact_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
  ],
);
