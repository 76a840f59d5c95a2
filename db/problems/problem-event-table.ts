import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { problemEventKinds } from '../../conversations/problems/states.ts';
import { campaign, county, history, oneOf, runningNo } from '../base/column.ts';
import { problem } from './table.ts';

/** Append-only history of a problem: opened, assigned, done, closed, returned, withdrawn … */
export const problemEvent = pgTable(
  'problem_event',
  {
    county: county(),
    campaign: campaign(),
    id: runningNo(),
    problemId: uuid().notNull(),
    village: text(),
    kind: text({ enum: problemEventKinds }).notNull(),
    ...history(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    index('problem_event_by_problem').on(t.county, t.campaign, t.problemId),
    check('problem_event_kind', oneOf(t.kind, problemEventKinds)),
    foreignKey({
      name: 'problem_event_problem',
      columns: [t.county, t.campaign, t.problemId],
      foreignColumns: [problem.county, problem.campaign, problem.id],
    }),
  ],
);
