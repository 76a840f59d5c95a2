import type { Scope } from '../conversations/access/scope.ts';
import type { DialogueState } from '../conversations/engine/state.ts';
import type { Change, Reply } from '../conversations/engine/turn.ts';
import type { Carried } from './carriers.ts';
import { jsonText } from './json.ts';
import { arraysOf, type Columns, fromArrays } from './value-arrays.ts';

/** What a turn writes in the hot statement: the claimed message, the dialogue, the visits and their answers. */
export interface Claim {
  scope: Scope;
  channel: string;
  messageId: string;
  accountId: string | null;
  roomId: string | null;
  /** Where to answer, as the channel needs it, and the chat's name within the person's dialogue. */
  chat: Record<string, unknown>;
  chatKey: string;
  replies: readonly Reply[];
  /** When the message was sent, milliseconds since 1970. */
  at: number;
  /** null: whoever sends the replies marks this message by itself. */
  carried: Carried | null;
  /** null for somebody who isn't bound: only the message is claimed. */
  dialogue: { staffId: string; version: number; state: DialogueState } | null;
  visits: readonly SaveVisit[];
  answers: readonly LoggedIn[];
  /** Households that were looked at, of visits in this turn. */
  looked: readonly { household: string; village: string; what: string }[];
  /** The rows it was made from, where they were recalled and not read: the write checks each of them. */
  recalled: Recalled | null;
}

export interface Recalled {
  accountRow: string | null;
  staffRow: string | null;
  roomRow: string | null;
  household: { id: string; village: string; row: string } | null;
  visit: { id: string; version: number } | null;
  settingsVersion: number | null;
}

export type SaveVisit = Extract<Change, { do: 'saveVisit' }>;
export type LoggedIn = Extract<Change, { do: 'logAnswers' }>['answers'][number] & { village: string };

/** Two turns of one person or one visit never go in one statement: the second has to see the first. */
export function keysOf(claim: Claim): string[] {
  const staff = claim.dialogue === null ? [] : [`staff ${claim.dialogue.staffId}`];
  return [
    ...staff,
    `message ${claim.channel} ${claim.messageId}`,
    ...claim.visits.map((v) => `visit ${v.visit.id}`),
  ];
}

/** The villages a statement touches: it runs in their scope and no wider. */
export function villagesOf(claims: readonly Claim[]): string[] {
  return [
    ...new Set(
      claims.flatMap((c) => [
        ...c.visits.map((v) => v.household.village),
        ...c.answers.map((a) => a.village),
        ...c.looked.map((l) => l.village),
        ...(c.recalled?.household == null ? [] : [c.recalled.household.village]),
      ]),
    ),
  ];
}

const lookedColumns: Columns<Claim['looked'][number]> = {
  household_id: ['uuid', (l) => l.household],
  village: ['text', (l) => l.village],
  what: ['text', (l) => l.what],
};

const answerColumns: Columns<LoggedIn> = {
  visit_id: ['uuid', (a) => a.visitId],
  household_id: ['uuid', (a) => a.householdId],
  village: ['text', (a) => a.village],
  question: ['text', (a) => a.question],
  before: ['jsonb', (a) => a.before],
  after: ['jsonb', (a) => a.after],
};

const visitColumns: Columns<SaveVisit> = {
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

const turnColumns: Columns<Claim> = {
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
  visits: ['jsonb', (c) => arraysOf(visitColumns, c.visits)],
  answers: ['jsonb', (c) => arraysOf(answerColumns, c.answers)],
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

/**
 * Writes several turns at once, each all or nothing: `done` are the turns whose dialogue had the version they
 * were loaded with; only for these the message is claimed and the rest written. A visit that had another version
 * or lies outside of its turn's scope fails the whole statement, and each turn is then tried alone. A message
 * that was claimed already had changed its dialogue's version too; for an unbound account the key of the inbox
 * fails the statement. A turn made from memory is written only if every row it was made from is still the same.
 * $1 county, $2 turns as an array of arrays (turnColumns).
 */
export const writeStatement = `
with said as materialized (
  ${fromArrays(turnColumns, 'jsonb_array_elements($2::text::jsonb)')}
), t as materialized (
  select said.*, not recalled or (a.id is not null and p.id is not null and c.key is not null and (room_id is null or r.id is not null)
    and (seen_visit is null or w.id is not null) and (seen_household is null or h.id is not null)) as fresh
  from said
  left join account a on recalled and a.county = $1 and a.id = said.account_id and a.xmin = account_row
  left join staff p on recalled and p.county = $1 and p.id = said.staff_id and p.xmin = staff_row
  left join setting c on recalled and c.county = $1 and c.key = 'campaign' and c.version = settings_version
  left join room r on recalled and r.county = $1 and r.id = said.room_id and r.xmin = room_row
  left join visit w on recalled and w.county = $1 and w.id = seen_visit and w.version = seen_version
  left join household h on recalled and h.county = $1 and h.id = seen_household and h.xmin = household_row
), updated as (
  update dialogue d set state = t.state, version = d.version + 1, visit_id = t.open_visit, updated_at = to_timestamp(t.at / 1000)
  from t where t.fresh and t.version > 0 and d.county = $1 and d.staff_id = t.staff_id and d.version = t.version
  returning t.*
), begun as (
  insert into dialogue (county, staff_id, state, version, visit_id, updated_at)
  select $1, staff_id, state, 1, open_visit, to_timestamp(at / 1000) from t where version = 0
  on conflict (county, staff_id) do nothing
  returning staff_id
), done as materialized (
  select * from updated
  union all select t.* from t where version = 0 and staff_id in (select staff_id from begun)
  union all select * from t where staff_id is null
), claimed as (
  insert into inbox (county, channel, message_id, account_id, staff_id, room_id, chat, replies, received_at, carrier, carried)
  select $1, channel, message_id, account_id, staff_id, room_id, chat, replies, greatest(to_timestamp(at / 1000), now()), carrier, carried
  from done
), s as materialized (
  select s.*, to_timestamp(done.at / 1000) as at
  -- The limit only tells the planner that they are few; more would be missed by the count below.
  from done, lateral (${fromArrays(visitColumns, 'jsonb_array_elements(done.visits)')} limit 4) s
  where done.everywhere or s.village = any (string_to_array(done.units, ',')) or s.township = any (string_to_array(done.units, ','))
    or (done.assigned and exists (select 1 from assignment a where a.county = $1 and a.staff_id = done.staff_id and a.village = s.village
      and (a.until is null or a.until >= (now() at time zone 'Asia/Shanghai')::date)))
), saved as (
  update visit v set helper = s.helper, status = s.status, outcome = s.outcome, questionnaire_version = s.questionnaire_version,
    answers = s.answers, problem_count = s.problem_count, to_verify = s.to_verify, warnings = s.warnings,
    started_at = to_timestamp(s.started_at / 1000), submitted_at = to_timestamp(s.submitted_at / 1000),
    return_reason = s.return_reason, updated_at = s.at, version = v.version + 1
  -- The village is compared so that no index of villages fits: the key shall be used from the first row on.
  from s where s.version > 0 and v.county = $1 and v.id = s.id and v.version = s.version and v.village || '' = s.village
    and v.household_id = s.household_id
  returning 1
), added as (
  insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
    problem_count, to_verify, warnings, started_at, submitted_at, return_reason, updated_at, version)
  select $1, s.id, h.id, h.village, h.township, s.helper, s.status, s.outcome, s.questionnaire, s.questionnaire_version, s.answers,
    s.problem_count, s.to_verify, s.warnings, to_timestamp(s.started_at / 1000), to_timestamp(s.submitted_at / 1000), s.return_reason,
    s.at, 1
  from s join household h on h.county = $1 and h.id = s.household_id and h.village = s.village
  where s.version = 0
  returning 1
), logged as (
  insert into answer (county, visit_id, household_id, village, question, before, after, staff_id, channel, message_id, at)
  select $1, l.visit_id, l.household_id, l.village, l.question, l.before, l.after, done.staff_id, done.channel, done.message_id,
    to_timestamp(done.at / 1000)
  from done, lateral (${fromArrays(answerColumns, 'jsonb_array_elements(done.answers)')}) l
), noted as (
  insert into access_log (county, staff_id, household_id, village, what, chat, at)
  select $1, done.staff_id, l.household_id, l.village, l.what, done.looked_in, to_timestamp(done.at / 1000)
  from done, lateral (${fromArrays(lookedColumns, 'jsonb_array_elements(done.looked)')}) l
)
select n from done
where ruhu_require((select count(*) from saved) + (select count(*) from added)
  = (select sum(jsonb_array_length(visits)) from done), 'visit')`;

/** Parameters of `writeStatement` in their order. */
export function writeParameters(county: string, claims: readonly Claim[]): unknown[] {
  return [county, jsonText(arraysOf(turnColumns, claims))];
}
