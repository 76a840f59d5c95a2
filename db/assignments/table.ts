import { check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { campaign, county, moment, oneOf } from '../base/column.ts';
import { household } from '../households/table.ts';
import { staff } from '../people/table.ts';

const assignmentKinds = ['main', 'standIn'] as const;

/** Which helper looks after which household; a stand-in does so until a day. */
export const assignment = pgTable(
  'assignment',
  {
    county: county(),
    campaign: campaign(),
    householdId: uuid().notNull(),
    staffId: uuid().notNull(),
    village: text().notNull(),
    kind: text({ enum: assignmentKinds }).notNull().default('main'),
    until: date({ mode: 'string' }),
    createdBy: uuid(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.householdId, t.staffId] }),
    index('assignment_by_staff').on(t.county, t.campaign, t.staffId, t.village),
    index('assignment_by_village').on(t.county, t.campaign, t.village),
    foreignKey({
      name: 'assignment_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    foreignKey({
      name: 'assignment_staff',
      columns: [t.county, t.staffId],
      foreignColumns: [staff.county, staff.id],
    }),
    check('assignment_kind', oneOf(t.kind, assignmentKinds)),
  ],
);
