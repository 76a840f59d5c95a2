import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { county, id, moment } from '../base/column.ts';
import { staff } from './table.ts';

/** A chat identity; bound to staff by a one-time code. Made on the first message, bound or not. */
export const account = pgTable(
  'account',
  {
    county: county(),
    id: id(),
    channel: text().notNull(),
    externalId: text().notNull(),
    staffId: uuid(),
    displayName: text(),
    boundAt: moment(),
    /** Wrong codes in a row; five lock for an hour. */
    tries: integer().notNull().default(0),
    lockedUntil: moment(),
    lastSeenAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    unique('account_external').on(t.county, t.channel, t.externalId),
    index('account_by_staff').on(t.county, t.staffId),
    foreignKey({
      name: 'account_staff',
      columns: [t.county, t.staffId],
      foreignColumns: [staff.county, staff.id],
    }),
  ],
);
