import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { campaign, county, id, moment } from '../base/column.ts';

/** A task of a unit's year: open until it says how it was done. */
export const yearTask = pgTable(
  'year_task',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    unit: text().notNull(),
    /** Counted within the unit. */
    no: integer().notNull(),
    title: text().notNull(),
    due: date({ mode: 'string' }),
    how: text(),
    doneAt: moment(),
    staffId: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('year_task_no').on(t.county, t.campaign, t.unit, t.no),
  ],
);

/** A written order to hurry, and the unit's answer. */
export const urgingOrder = pgTable(
  'urging_order',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    no: integer().notNull(),
    unit: text().notNull(),
    words: text().notNull(),
    replyBy: date({ mode: 'string' }).notNull(),
    staffId: uuid(),
    at: moment().notNull(),
    answer: text(),
    answeredBy: uuid(),
    answeredAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('urging_order_no').on(t.county, t.campaign, t.no),
    index('urging_order_by_unit').on(t.county, t.campaign, t.unit),
  ],
);

/** Somebody's best result of the training test. */
export const trainingResult = pgTable(
  'training_result',
  {
    county: county(),
    campaign: campaign(),
    staffId: uuid().notNull(),
    correct: integer().notNull(),
    questions: integer().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.campaign, t.staffId] })],
);
