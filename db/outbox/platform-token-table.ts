import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, county, moment } from '../base/column.ts';

/** Tokens of chat platforms, encrypted, shared by all processes. */
export const platformToken = pgTable(
  'platform_token',
  {
    county: county(),
    name: text().notNull(),
    cipher: bytea().notNull(),
    expiresAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.county, t.name] })],
);
