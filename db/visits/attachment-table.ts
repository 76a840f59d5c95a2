import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { AttachmentId } from '../../conversations/contract/ids.ts';
import type { QuestionKey } from '../../conversations/form/keys.ts';
import { bytea, county, id, moment } from '../base/column.ts';

/** Photos, re-encoded and without their metadata. */
export const attachment = pgTable(
  'attachment',
  {
    county: county(),
    id: id().$type<AttachmentId>(),
    /** SHA-256 of the data. */
    hash: bytea().notNull(),
    kind: text().notNull().default('photo'),
    mime: text().notNull(),
    bytes: integer().notNull(),
    data: bytea().notNull(),
    householdId: uuid(),
    visitId: uuid(),
    problemId: uuid(),
    question: text().$type<QuestionKey>(),
    /** null until it is attached to a household: until then only its sender sees it. */
    village: text(),
    staffId: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('attachment_by_hash').on(t.county, t.hash),
    index('attachment_by_visit').on(t.county, t.visitId),
    index('attachment_by_household').on(t.county, t.householdId),
    index('attachment_by_problem').on(t.county, t.problemId),
  ],
);
