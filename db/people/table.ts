import { boolean, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import { county, id, moment } from '../base/column.ts';
import { unit } from '../places/table.ts';

/** Everybody who works on the inspection: helpers, cadres, leaders. */
export const staff = pgTable(
  'staff',
  {
    county: county(),
    id: id().$type<StaffId>(),
    name: text().notNull(),
    phone: text(),
    duty: text(),
    roles: text().array().$type<Role[]>().notNull(),
    unit: text().$type<UnitCode>().notNull(),
    active: boolean().notNull().default(true),
    /** Wants no pushes but deadlines. */
    muted: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    unique('staff_phone').on(t.county, t.phone),
    index('staff_by_unit').on(t.county, t.unit),
    index('staff_by_name').on(t.county, t.name),
    foreignKey({ name: 'staff_unit', columns: [t.county, t.unit], foreignColumns: [unit.county, unit.code] }),
  ],
);
