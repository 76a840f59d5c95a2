import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { orderKinds } from '../../conversations/dialogues/undo/needs.ts';
import { campaign, county, moment, runningNo } from '../base/column.ts';

/** What an order changed and what stood there before, so that it can be taken back within the hour. Append-only but for that. */
export const orderLog = pgTable(
  'order_log',
  {
    county: county(),
    campaign: campaign(),
    no: runningNo(),
    staffId: uuid().notNull(),
    at: moment().notNull(),
    kind: text({ enum: orderKinds }).notNull(),
    /** The problem or visit; of an assignment the person it went to. */
    subject: uuid().notNull(),
    /** The row's version after the order; null for assignments. */
    version: bigint({ mode: 'number' }),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    undoneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.no] }),
    index('order_log_by_staff').on(t.county, t.campaign, t.staffId, t.at),
  ],
);
