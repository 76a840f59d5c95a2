import { sql } from 'drizzle-orm';
import { check, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { campaign, county, moment, oneOf, placeColumns } from '../base/column.ts';

const opinionSources = ['spotCheck', 'household'] as const;

/**
 * What a household thinks of the work done for it: told to who checks, or by itself. Only a township's and the
 * county's people see rows of it (migrations/0043_opinions.sql), never those of the village who visit it.
 */
export const opinion = pgTable(
  'opinion',
  {
    county: county(),
    campaign: campaign(),
    householdId: uuid().$type<HouseholdId>().notNull(),
    ...placeColumns(),
    /** What a household says by itself counts before what it told a checker. */
    source: text({ enum: opinionSources }).notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    /** The day alone: a moment would tell which slip it was. */
    answeredOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.householdId, t.source] }),
    index('opinion_by_township').on(t.county, t.campaign, t.township),
    check('opinion_source', oneOf(t.source, opinionSources)),
  ],
);

/** A code on paper for one household, kept as a keyed hash: used once, or void once a newer one was printed. */
export const opinionCode = pgTable(
  'opinion_code',
  {
    county: county(),
    campaign: campaign(),
    codeHash: text().notNull(),
    householdId: uuid().$type<HouseholdId>().notNull(),
    ...placeColumns(),
    issuedBy: uuid(),
    issuedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    used: text({ enum: ['no', 'yes', 'void'] })
      .notNull()
      .default('no'),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.codeHash] }),
    index('opinion_code_open').on(t.county, t.campaign, t.householdId).where(sql`used = 'no'`),
    check('opinion_code_used', oneOf(t.used, ['no', 'yes', 'void'])),
  ],
);
