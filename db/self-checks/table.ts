import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import type { CheckLevel } from '../../conversations/self-check/items.ts';
import { campaign, county, id, moment, oneOf } from '../base/column.ts';
import { unit } from '../places/table.ts';

const selfCheckStatuses = ['draft', 'submitted'] as const;

/** An area's unit- or village-level clauses answered by a unit. */
export const selfCheck = pgTable(
  'self_check',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    /** Number of the area in the campaign's plan. */
    area: integer().notNull(),
    unit: text().$type<UnitCode>().notNull(),
    level: text().$type<CheckLevel>().notNull(),
    /** The unit where it lies below the county, so that the same scope rules hold. */
    village: text(),
    township: text(),
    questionnaireVersion: integer().notNull(),
    answers: jsonb().$type<Answers>().notNull().default({}),
    status: text({ enum: selfCheckStatuses }).notNull().default('draft'),
    filledBy: uuid(),
    submittedAt: moment(),
    updatedAt: moment().notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('self_check_once').on(t.county, t.campaign, t.area, t.unit),
    index('self_check_by_unit').on(t.county, t.campaign, t.unit),
    foreignKey({
      name: 'self_check_unit',
      columns: [t.county, t.unit],
      foreignColumns: [unit.county, unit.code],
    }),
    check('self_check_status', oneOf(t.status, selfCheckStatuses)),
  ],
);
