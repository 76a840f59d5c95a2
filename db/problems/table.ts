import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { problemCategories } from '../../conversations/contract/finding.ts';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import { problemManners, problemSources, problemStatuses } from '../../conversations/problems/states.ts';
import { campaign, county, countyNo, id, moment, oneOf } from '../base/column.ts';
import { isCounted, isDated } from '../facts/problems.ts';
import { household } from '../households/table.ts';

/** One finding to be rectified. `done` waits for a check (待核), `closed` is 销号. */
export const problem = pgTable(
  'problem',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    /** Short number for chats: 整改 12. */
    no: countyNo(),
    householdId: uuid().$type<HouseholdId>(),
    visitId: uuid(),
    selfCheckId: uuid(),
    village: text(),
    township: text(),
    category: text({ enum: problemCategories }).notNull(),
    clause: text().notNull(),
    /** Stable name of the finding: the same one after a correction keeps it. */
    key: text().notNull(),
    description: text().notNull(),
    source: text({ enum: problemSources }).notNull(),
    /** Name of the lead unit, as in the plan. */
    leadUnit: text().notNull(),
    responsibleUnit: text(),
    responsibleStaff: uuid(),
    /** Units that help, by name. */
    assisting: text().array().notNull().default([]),
    /** How it is put right; what takes long has a plan (its task) and the day it is looked at again. */
    manner: text({ enum: problemManners }).notNull().default('byDate'),
    cause: text(),
    task: text(),
    nextLook: date({ mode: 'string' }),
    due: date({ mode: 'string' }),
    status: text({ enum: problemStatuses }).notNull().default('open'),
    openedAt: moment().notNull(),
    openedBy: uuid(),
    doneAt: moment(),
    doneBy: uuid(),
    closedAt: moment(),
    closedBy: uuid(),
    mergedInto: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('problem_no').on(t.county, t.no),
    uniqueIndex('problem_once')
      .on(t.county, t.campaign, t.householdId, t.key)
      .where(sql.raw(isCounted('status'))),
    index('problem_by_village').on(t.county, t.campaign, t.village, t.status),
    index('problem_by_township').on(t.county, t.campaign, t.township, t.status),
    index('problem_by_lead_unit').on(t.county, t.campaign, t.leadUnit, t.status),
    index('problem_by_responsible').on(t.county, t.campaign, t.responsibleUnit, t.status),
    index('problem_by_due')
      .on(t.county, t.campaign, t.due)
      .where(sql.raw(isDated('status'))),
    foreignKey({
      name: 'problem_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    check('problem_category', oneOf(t.category, problemCategories)),
    check('problem_source', oneOf(t.source, problemSources)),
    check('problem_manner', oneOf(t.manner, problemManners)),
    check('problem_status', oneOf(t.status, problemStatuses)),
    check(
      'problem_of_something',
      sql`${t.householdId} is not null or ${t.selfCheckId} is not null or ${t.village} is not null or ${t.township} is not null`,
    ),
  ],
);
