import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { type UnitCode, unitKinds } from '../../conversations/contract/ids.ts';
import { county, oneOf } from '../base/column.ts';

/** Units of the county. Codes belong to an edition (`validFrom`): kinds are stored, never read from the code. */
export const unit = pgTable(
  'unit',
  {
    county: county(),
    code: text().$type<UnitCode>().notNull(),
    kind: text({ enum: unitKinds }).notNull(),
    name: text().notNull(),
    /** The name people say: 李庄 for 李庄村委会. */
    short: text().notNull(),
    parent: text().$type<UnitCode>(),
    sort: integer().notNull().default(0),
    /** Areas of the plan that a department leads. */
    areas: integer().array(),
    validFrom: date({ mode: 'string' }),
    active: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.code] }),
    index('unit_by_parent').on(t.county, t.parent, t.sort),
    index('unit_by_short').on(t.county, t.short),
    check('unit_county', sql`${t.county} ~ '^[0-9]{6}$'`),
    check('unit_kind', oneOf(t.kind, unitKinds)),
  ],
);
