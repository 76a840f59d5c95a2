import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { activityKinds } from '../../conversations/reports/activity.ts';
import { campaign, county, id, moment, oneOf } from '../base/column.ts';

/** Mobilisation and training a unit held: how often that day and for how many people. */
export const activity = pgTable(
  'activity',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    unit: text().notNull(),
    kind: text({ enum: activityKinds }).notNull(),
    heldOn: date({ mode: 'string' }).notNull(),
    times: integer().notNull(),
    people: integer(),
    words: text().notNull(),
    staffId: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    index('activity_by_unit').on(t.county, t.campaign, t.unit, t.heldOn),
    check('activity_kind', oneOf(t.kind, activityKinds)),
  ],
);
