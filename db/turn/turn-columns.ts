import { type ArrayColumns, arraysOf } from '../base/value-arrays.ts';
import type { LoggedIn, SaveVisit, TurnClaim } from './turn-claim.ts';

// What the statement of db/turn/turn-write.ts is given: the turns, and within each its visits, answers and looks.

export const lookedColumns: ArrayColumns<TurnClaim['looked'][number]> = {
  household_id: ['uuid', (l) => l.household],
  village: ['text', (l) => l.village],
  what: ['text', (l) => l.what],
};

export const loggedAnswerColumns: ArrayColumns<LoggedIn> = {
  visit_id: ['uuid', (a) => a.visitId],
  household_id: ['uuid', (a) => a.householdId],
  village: ['text', (a) => a.village],
  question: ['text', (a) => a.question],
  before: ['jsonb', (a) => a.before],
  after: ['jsonb', (a) => a.after],
};

export const savedVisitColumns: ArrayColumns<SaveVisit> = {
  id: ['uuid', (s) => s.visit.id],
  household_id: ['uuid', (s) => s.household.id],
  village: ['text', (s) => s.household.village],
  township: ['text', (s) => s.household.township],
  helper: ['uuid', (s) => s.visit.helper],
  status: ['text', (s) => s.visit.status],
  outcome: ['text', (s) => s.visit.outcome],
  questionnaire: ['text', (s) => s.visit.questionnaire],
  questionnaire_version: ['int', (s) => s.visit.questionnaireVersion],
  answers: ['jsonb', (s) => s.visit.answers],
  problem_count: ['int', (s) => s.problemCount],
  to_verify: ['text[]', (s) => s.toVerify],
  warnings: ['text[]', (s) => s.warnings],
  started_at: ['float8', (s) => s.visit.startedAt],
  submitted_at: ['float8', (s) => s.visit.submittedAt],
  return_reason: ['text', (s) => s.visit.returnReason],
  version: ['int', (s) => s.visit.version],
};

export const turnColumns: ArrayColumns<TurnClaim> = {
  n: ['int', (_, n) => n],
  channel: ['text', (c) => c.channel],
  message_id: ['text', (c) => c.messageId],
  account_id: ['uuid', (c) => c.accountId],
  staff_id: ['uuid', (c) => c.dialogue?.staffId],
  room_id: ['uuid', (c) => c.roomId],
  chat: ['jsonb', (c) => c.chat],
  replies: ['jsonb', (c) => c.replies],
  at: ['float8', (c) => c.at],
  carrier: ['uuid', (c) => c.carried?.carrier],
  carried: ['bigint', (c) => c.carried?.number],
  version: ['int', (c) => c.dialogue?.version],
  state: ['jsonb', (c) => c.dialogue?.state],
  open_visit: ['uuid', (c) => c.dialogue?.state.visitId],
  everywhere: ['boolean', (c) => c.scope.all],
  units: ['text', (c) => [...c.scope.villages, ...c.scope.townships].join(',')],
  assigned: ['boolean', (c) => c.scope.assigned],
  visits: ['jsonb', (c) => arraysOf(savedVisitColumns, c.visits)],
  answers: ['jsonb', (c) => arraysOf(loggedAnswerColumns, c.answers)],
  looked: ['jsonb', (c) => arraysOf(lookedColumns, c.looked)],
  looked_in: ['text', (c) => c.chatKey],
  recalled: ['boolean', (c) => c.recalled !== null],
  account_row: ['xid', (c) => c.recalled?.accountRow],
  staff_row: ['xid', (c) => c.recalled?.staffRow],
  room_row: ['xid', (c) => c.recalled?.roomRow],
  settings_version: ['int', (c) => c.recalled?.settingsVersion],
  seen_visit: ['uuid', (c) => c.recalled?.visit?.id],
  seen_version: ['int', (c) => c.recalled?.visit?.version],
  seen_household: ['uuid', (c) => c.recalled?.household?.id],
  household_row: ['xid', (c) => c.recalled?.household?.row],
};
