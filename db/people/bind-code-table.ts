import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, moment } from '../base/column.ts';
import { staff } from './table.ts';

/** One-time binding codes, kept only as a hash. */
export const bindCode = pgTable(
  'bind_code',
  {
    county: county(),
    codeHash: text().notNull(),
    staffId: uuid().notNull(),
    issuedBy: uuid(),
    issuedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    /** The account that used it. */
    usedAccount: uuid(),
    usedChannel: text(),
    revokedAt: moment(),
    /** For somebody bound already: it works once he himself or a second person agreed. */
    secondNeeded: boolean().notNull().default(false),
    secondBy: uuid(),
    secondAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.codeHash] }),
    index('bind_code_by_staff').on(t.county, t.staffId),
    foreignKey({
      name: 'bind_code_staff',
      columns: [t.county, t.staffId],
      foreignColumns: [staff.county, staff.id],
    }),
  ],
);
