import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { bytea, county, id, moment, oneOf } from '../base/column.ts';

const workStates = ['running', 'done', 'failed'] as const;

/** A file on its way in or out, as whoever began it at the page waits for it. Goes within the hour after it ended. */
export const deskWork = pgTable(
  'desk_work',
  {
    county: county(),
    id: id(),
    staffId: uuid().$type<StaffId>().notNull(),
    title: text().notNull(),
    state: text({ enum: workStates }).notNull(),
    rows: integer().notNull().default(0),
    /** What it came to, sealed: a preview shows names. */
    result: bytea(),
    /** The process that does it was last alive. */
    beatAt: moment().notNull(),
    goesAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    check('desk_work_state', oneOf(t.state, workStates)),
    check('desk_work_rows', sql`${t.rows} >= 0`),
  ],
);

/** Its file in parts, each sealed. */
export const deskFile = pgTable(
  'desk_file',
  { county: county(), workId: uuid().notNull(), no: integer().notNull(), data: bytea().notNull() },
  (t) => [primaryKey({ columns: [t.county, t.workId, t.no] })],
);
