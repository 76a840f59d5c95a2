import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Due } from '../../conversations/pushes/schedule.ts';
import { campaign, county, moment } from '../base/column.ts';

/** One run of a job of the schedule: whoever puts the row in makes the run, everybody else finds it made. */
export const pushRun = pgTable(
  'push_run',
  {
    county: county(),
    campaign: campaign(),
    job: text().$type<Due['job']>().notNull(),
    /** The day it is for, also when it was caught up the next morning. */
    date: date({ mode: 'string' }).notNull(),
    /** The moment of the tick, which a rehearsal may have moved. */
    at: moment().notNull(),
    queued: integer().notNull().default(0),
    /** Not sent because of mute or budget. */
    withheld: integer().notNull().default(0),
    /** People without a bound account. */
    unreachable: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.county, t.campaign, t.job, t.date] })],
);
