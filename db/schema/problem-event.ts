import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { problemEventKinds } from '../../conversations/problems/states.ts';
import { county, moment, oneOf } from './column.ts';
import { problem } from './problem.ts';

/** Append-only history of a problem: opened, assigned, done, closed, returned, withdrawn … */
export const problemEvent = pgTable(
  'problem_event',
  {
    county: county(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    problemId: uuid().notNull(),
    village: text(),
    kind: text({ enum: problemEventKinds }).notNull(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    staffId: uuid(),
    at: moment().notNull(),
    words: text(),
    attachments: uuid().array(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('problem_event_by_problem').on(t.county, t.problemId),
    check('problem_event_kind', oneOf(t.kind, problemEventKinds)),
    foreignKey({
      name: 'problem_event_problem',
      columns: [t.county, t.problemId],
      foreignColumns: [problem.county, problem.id],
    }),
  ],
);
