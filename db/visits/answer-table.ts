import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Answer } from '../../conversations/form/answer.ts';
import { campaign, county, moment, runningNo } from '../base/column.ts';

/** Append-only: who answered which question when, what stood there before, and by which message. */
export const answer = pgTable(
  'answer',
  {
    county: county(),
    campaign: campaign(),
    id: runningNo(),
    visitId: uuid().notNull(),
    householdId: uuid().notNull(),
    village: text().notNull(),
    question: text().notNull(),
    before: jsonb().$type<Answer>(),
    after: jsonb().$type<Answer>(),
    staffId: uuid(),
    channel: text().notNull(),
    messageId: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    index('answer_by_visit').on(t.county, t.campaign, t.visitId),
    /** What the register had filled in and a helper only confirmed: questions not asked (减负账). */
    index('answer_confirmed')
      .on(t.county, t.campaign, t.village, t.staffId)
      .where(sql`before ->> 'from' = 'register'`),
  ],
);
