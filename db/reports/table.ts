import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { campaign, county, id, moment } from '../base/column.ts';
import { unit } from '../places/table.ts';

/** A self-inspection report as it was made: figures only, no person in it. */
export const selfReport = pgTable(
  'self_report',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    unit: text().notNull(),
    asOf: date({ mode: 'string' }).notNull(),
    madeAt: moment().notNull(),
    madeBy: uuid(),
    filedAt: moment(),
    filedBy: uuid(),
    sentAt: moment(),
    /** While somebody sends it: until then nobody else tries. */
    sendLease: moment(),
    sendTries: integer().notNull().default(0),
    sendError: text(),
    figures: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    index('self_report_by_unit').on(t.county, t.campaign, t.unit, t.asOf),
    foreignKey({
      name: 'self_report_unit',
      columns: [t.county, t.unit],
      foreignColumns: [unit.county, unit.code],
    }),
  ],
);
