import type { Scope } from '../conversations/access/scope.ts';
import type { DialogueState } from '../conversations/engine/state.ts';
import type { Change, Reply } from '../conversations/engine/turn.ts';
import { jsonText } from './json.ts';

/** What a turn writes in the hot statement: the claimed message, the dialogue, the visits and their answers. */
export interface Claim {
  scope: Scope;
  channel: string;
  messageId: string;
  accountId: string | null;
  roomId: string | null;
  /** Where to answer, as the channel needs it. */
  chat: Record<string, unknown>;
  replies: readonly Reply[];
  /** When the message was sent, milliseconds since 1970. */
  at: number;
  /** null for somebody who isn't bound: only the message is claimed. */
  dialogue: { staffId: string; version: number; state: DialogueState } | null;
  visits: readonly SaveVisit[];
  answers: readonly LoggedIn[];
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
      ]),
    ),
  ];
}

/**
 * Writes several turns at once, each all or nothing: `done` are the turns whose dialogue had the version they
 * were loaded with; only for these the message is claimed and the rest written. A visit that had another version
 * or lies outside of its turn's scope fails the whole statement, and each turn is then tried alone. A message
 * that was claimed already had changed its dialogue's version too; for an unbound account the key of the inbox
 * fails the statement. $1 county, $2 turns, $3 visits, $4 answers as JSON.
 */
export const writeStatement = `
with t as materialized (
  select * from jsonb_to_recordset($2::text::jsonb) as t(n int, channel text, message_id text, account_id uuid, staff_id uuid,
    room_id uuid, chat jsonb, replies jsonb, at float8, version int, state jsonb, visit_id uuid, everywhere boolean, units text, assigned boolean)
), updated as (
  update dialogue d set state = t.state, version = d.version + 1, visit_id = t.visit_id, updated_at = to_timestamp(t.at / 1000)
  from t where t.version > 0 and d.county = $1 and d.staff_id = t.staff_id and d.version = t.version
  returning t.n
), begun as (
  insert into dialogue (county, staff_id, state, version, visit_id, updated_at)
  select $1, staff_id, state, 1, visit_id, to_timestamp(at / 1000) from t where version = 0
  on conflict (county, staff_id) do nothing
  returning staff_id
), done as materialized (
  select n from updated union all select t.n from begun join t using (staff_id) union all select n from t where staff_id is null
), claimed as (
  insert into inbox (county, channel, message_id, account_id, staff_id, room_id, chat, replies, received_at)
  select $1, channel, message_id, account_id, staff_id, room_id, chat, replies, to_timestamp(at / 1000) from t join done using (n)
), s as materialized (
  select s.*, t.staff_id, t.at, t.everywhere, string_to_array(t.units, ',') as units, t.assigned
  from jsonb_to_recordset($3::text::jsonb) as s(n int, id uuid, household_id uuid, village text, township text, helper uuid, status text,
    outcome text, questionnaire text, questionnaire_version int, answers jsonb, problem_count int, to_verify text[], warnings text[],
    started_at float8, submitted_at float8, return_reason text, version int)
  join done using (n) join t using (n)
  where t.everywhere or s.village = any (string_to_array(t.units, ',')) or s.township = any (string_to_array(t.units, ','))
    or (t.assigned and exists (select 1 from assignment a where a.county = $1 and a.staff_id = t.staff_id and a.village = s.village))
), saved as (
  update visit v set helper = s.helper, status = s.status, outcome = s.outcome, questionnaire_version = s.questionnaire_version,
    answers = s.answers, problem_count = s.problem_count, to_verify = s.to_verify, warnings = s.warnings,
    started_at = to_timestamp(s.started_at / 1000), submitted_at = to_timestamp(s.submitted_at / 1000),
    return_reason = s.return_reason, updated_at = to_timestamp(s.at / 1000), version = v.version + 1
  from s where s.version > 0 and v.county = $1 and v.id = s.id and v.version = s.version and v.village = s.village
    and v.household_id = s.household_id
  returning 1
), added as (
  insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
    problem_count, to_verify, warnings, started_at, submitted_at, return_reason, updated_at, version)
  select $1, s.id, h.id, h.village, h.township, s.helper, s.status, s.outcome, s.questionnaire, s.questionnaire_version, s.answers,
    s.problem_count, s.to_verify, s.warnings, to_timestamp(s.started_at / 1000), to_timestamp(s.submitted_at / 1000), s.return_reason,
    to_timestamp(s.at / 1000), 1
  from s join household h on h.county = $1 and h.id = s.household_id and h.village = s.village
  where s.version = 0
  returning 1
), logged as (
  insert into answer (county, visit_id, household_id, village, question, before, after, staff_id, channel, message_id, at)
  select $1, l.visit_id, l.household_id, l.village, l.question, l.before, l.after, t.staff_id, t.channel, t.message_id, to_timestamp(t.at / 1000)
  from jsonb_to_recordset($4::text::jsonb) as l(n int, visit_id uuid, household_id uuid, village text, question text, before jsonb, after jsonb)
  join done using (n) join t using (n)
)
select n from done
where ruhu_require((select count(*) from saved) + (select count(*) from added)
  = (select count(*) from jsonb_to_recordset($3::text::jsonb) as w(n int) join done using (n)), 'visit')`;

/** Parameters of `writeStatement` in their order. */
export function writeParameters(county: string, claims: readonly Claim[]): unknown[] {
  return [
    county,
    jsonText(claims.map(turnRow)),
    jsonText(claims.flatMap((claim, n) => claim.visits.map((v) => visitRow(n, v)))),
    jsonText(claims.flatMap((claim, n) => claim.answers.map((a) => answerRow(n, a)))),
  ];
}

function turnRow(claim: Claim, n: number): object {
  const { scope, dialogue } = claim;
  return {
    n,
    channel: claim.channel,
    message_id: claim.messageId,
    account_id: claim.accountId,
    staff_id: dialogue?.staffId ?? null,
    room_id: claim.roomId,
    chat: claim.chat,
    replies: claim.replies,
    at: claim.at,
    version: dialogue?.version ?? null,
    state: dialogue?.state ?? null,
    visit_id: dialogue?.state.visitId ?? null,
    everywhere: scope.all,
    units: [...scope.villages, ...scope.townships].join(','),
    assigned: scope.assigned,
  };
}

function visitRow(n: number, { visit, household, problemCount, toVerify, warnings }: SaveVisit): object {
  return {
    n,
    id: visit.id,
    household_id: household.id,
    village: household.village,
    township: household.township,
    helper: visit.helper,
    status: visit.status,
    outcome: visit.outcome,
    questionnaire: visit.questionnaire,
    questionnaire_version: visit.questionnaireVersion,
    answers: visit.answers,
    problem_count: problemCount,
    to_verify: toVerify,
    warnings,
    started_at: visit.startedAt,
    submitted_at: visit.submittedAt,
    return_reason: visit.returnReason,
    version: visit.version,
  };
}

function answerRow(n: number, logged: LoggedIn): object {
  return {
    n,
    visit_id: logged.visitId,
    household_id: logged.householdId,
    village: logged.village,
    question: logged.question,
    before: logged.before,
    after: logged.after,
  };
}
