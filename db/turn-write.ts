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
  /** Where to answer, as the channel needs it, and the chat's name within the person's dialogue. */
  chat: Record<string, unknown>;
  chatKey: string;
  replies: readonly Reply[];
  /** When the message was sent, milliseconds since 1970. */
  at: number;
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

/**
 * Writes several turns at once, each all or nothing: `done` are the turns whose dialogue had the version they
 * were loaded with; only for these the message is claimed and the rest written. A visit that had another version
 * or lies outside of its turn's scope fails the whole statement, and each turn is then tried alone. A message
 * that was claimed already had changed its dialogue's version too; for an unbound account the key of the inbox
 * fails the statement. A turn made from memory is written only if every row it was made from is still the same.
 * $1 county, $2 turns as JSON.
 */
export const writeStatement = `
with said as materialized (
  select * from jsonb_to_recordset($2::text::jsonb) as t(n int, channel text, message_id text, account_id uuid, staff_id uuid,
    room_id uuid, chat jsonb, replies jsonb, at float8, version int, state jsonb, open_visit uuid, everywhere boolean, units text,
    assigned boolean, visits jsonb, answers jsonb, looked jsonb, looked_in text, recalled boolean, account_row xid, staff_row xid, room_row xid, settings_version int,
    seen_visit uuid, seen_version int, seen_household uuid, household_row xid)
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
  insert into inbox (county, channel, message_id, account_id, staff_id, room_id, chat, replies, received_at)
  select $1, channel, message_id, account_id, staff_id, room_id, chat, replies, greatest(to_timestamp(at / 1000), now()) from done
), s as materialized (
  select s.*, to_timestamp(done.at / 1000) as at
  -- The limit only tells the planner that they are few; more would be missed by the count below.
  from done, lateral (select * from jsonb_to_recordset(done.visits) as s(id uuid, household_id uuid, village text, township text, helper uuid, status text,
    outcome text, questionnaire text, questionnaire_version int, answers jsonb, problem_count int, to_verify text[], warnings text[],
    started_at float8, submitted_at float8, return_reason text, version int) limit 4) s
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
  from done, jsonb_to_recordset(done.answers)
    as l(visit_id uuid, household_id uuid, village text, question text, before jsonb, after jsonb)
), noted as (
  insert into access_log (county, staff_id, household_id, village, what, chat, at)
  select $1, done.staff_id, l.household, l.village, l.what, done.looked_in, to_timestamp(done.at / 1000)
  from done, jsonb_to_recordset(done.looked) as l(household uuid, village text, what text)
)
select n from done
where ruhu_require((select count(*) from saved) + (select count(*) from added)
  = (select sum(jsonb_array_length(visits)) from done), 'visit')`;

/** Parameters of `writeStatement` in their order. */
export function writeParameters(county: string, claims: readonly Claim[]): unknown[] {
  return [county, jsonText(claims.map(turnRow))];
}

function turnRow(claim: Claim, n: number): object {
  const { scope, dialogue, recalled } = claim;
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
    open_visit: dialogue?.state.visitId ?? null,
    everywhere: scope.all,
    units: [...scope.villages, ...scope.townships].join(','),
    assigned: scope.assigned,
    visits: claim.visits.map(visitRow),
    answers: claim.answers.map(answerRow),
    looked: claim.looked,
    looked_in: claim.chatKey,
    recalled: recalled !== null,
    ...(recalled === null ? {} : recalledRow(recalled)),
  };
}

function recalledRow({ household, visit, ...rows }: Recalled): object {
  return {
    account_row: rows.accountRow,
    staff_row: rows.staffRow,
    room_row: rows.roomRow,
    settings_version: rows.settingsVersion,
    seen_visit: visit?.id,
    seen_version: visit?.version,
    seen_household: household?.id,
    household_row: household?.row,
  };
}

function visitRow({ visit, household, problemCount, toVerify, warnings }: SaveVisit): object {
  return {
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

function answerRow(logged: LoggedIn): object {
  return {
    visit_id: logged.visitId,
    household_id: logged.householdId,
    village: logged.village,
    question: logged.question,
    before: logged.before,
    after: logged.after,
  };
}
