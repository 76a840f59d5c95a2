import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { HouseholdId, StaffId, VisitId } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { campaign, county, id, moment, oneOf, placeColumns } from '../base/column.ts';
import { household } from '../households/table.ts';

const spotCheckStatuses = ['drawn', 'done'] as const;

/** A household drawn to be asked again by somebody else than its helper. */
export const spotCheck = pgTable(
  'spot_check',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    householdId: uuid().$type<HouseholdId>().notNull(),
    visitId: uuid().$type<VisitId>().notNull(),
    ...placeColumns(),
    /** Whose visit is checked: this person may not check it. */
    helper: uuid().$type<StaffId>().notNull(),
    /** `random` or keys of quality signals. */
    why: text().array().notNull(),
    /** The draw can be repeated from it. */
    seed: text().notNull(),
    drawnAt: moment().notNull(),
    drawnBy: uuid(),
    status: text({ enum: spotCheckStatuses }).notNull().default('drawn'),
    answers: jsonb().$type<Answers>().notNull().default({}),
    /** Questions answered differently: key, what the visit said, what the check found. */
    differences: jsonb().$type<Record<string, unknown>[]>().notNull().default([]),
    doneAt: moment(),
    doneBy: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    uniqueIndex('spot_check_once').on(t.county, t.campaign, t.householdId).where(sql`status = 'drawn'`),
    index('spot_check_by_village').on(t.county, t.campaign, t.village, t.status),
    foreignKey({
      name: 'spot_check_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    check('spot_check_status', oneOf(t.status, spotCheckStatuses)),
  ],
);
