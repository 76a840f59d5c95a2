import type { Visit } from '../../conversations/contract/session.ts';
import type { SqlFact } from '../base/fact.ts';
import { type Selected, selected } from '../base/selected.ts';
import type { visit } from './table.ts';

const names = {
  visit_id: 'id',
  visit_household: 'householdId',
  helper: 'helper',
  status: 'status',
  outcome: 'outcome',
  questionnaire: 'questionnaire',
  questionnaire_version: 'questionnaireVersion',
  answers: 'answers',
  started_at: 'startedAt',
  submitted_at: 'submittedAt',
  return_reason: 'returnReason',
  visit_version: 'version',
} as const;

/** Columns of a visit `v`; null in all of them where a left join found none. */
export const visitColumns: SqlFact = selected<typeof visit, typeof names>('v', names);

type Columns = Selected<typeof visit, typeof names>;

/** A joined row with the columns of a visit. */
export type VisitRow = Omit<Columns, 'visit_id'> & { visit_id: Columns['visit_id'] | null };

/** The visit of a joined row, or null where there is none. */
export function visitOf(row: VisitRow): Visit | null {
  if (row.visit_id === null) return null;
  return {
    id: row.visit_id,
    householdId: row.visit_household,
    helper: row.helper,
    status: row.status,
    outcome: row.outcome,
    questionnaire: row.questionnaire,
    questionnaireVersion: row.questionnaire_version,
    answers: row.answers,
    startedAt: row.started_at.getTime(),
    submittedAt: row.submitted_at?.getTime() ?? null,
    returnReason: row.return_reason,
    version: row.visit_version,
  };
}
