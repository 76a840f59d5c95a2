import { integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { DialogueState } from '../../conversations/contract/state.ts';
import { county, moment } from '../base/column.ts';

/** A person's whole dialogue over all chats. `version` guards against two turns at once. */
export const dialogue = pgTable(
  'dialogue',
  {
    county: county(),
    staffId: uuid().notNull(),
    state: jsonb().$type<DialogueState>().notNull(),
    version: integer().notNull(),
    /** The visit in progress, so that it is loaded along. */
    visitId: uuid(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.county, t.staffId] })],
);
