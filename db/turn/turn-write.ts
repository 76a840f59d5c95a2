import { holdsToday } from '../base/holds.ts';
import { jsonText } from '../base/json.ts';
import { arraysOf, fromArrays } from '../base/value-arrays.ts';
import type { TurnClaim } from './turn-claim.ts';
import { loggedAnswerColumns, lookedColumns, savedVisitColumns, turnColumns } from './turn-columns.ts';

// What only a first message, a first answer or a look needs. Left out where there is none: setting it up for each
// statement would cost a fifth of it.

const begun = `), begun as (
  insert into dialogue (county, staff_id, state, version, visit_id, updated_at)
  select $1, staff_id, state, 1, open_visit, to_timestamp(at / 1000) from t where version = 0
  on conflict (county, staff_id) do nothing
  returning staff_id
`;

const orBegun = `
  union all select t.* from t where version = 0 and staff_id in (select staff_id from begun)
  union all select * from t where staff_id is null`;

const added = `), added as (
  insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
    problem_count, to_verify, warnings, started_at, submitted_at, return_reason, updated_at, version)
  select $1, s.id, h.id, h.village, h.township, s.helper, s.status, s.outcome, s.questionnaire, s.questionnaire_version, s.answers,
    s.problem_count, s.to_verify, s.warnings, to_timestamp(s.started_at / 1000), to_timestamp(s.submitted_at / 1000), s.return_reason,
    s.at, 1
  from s join household h on h.county = $1 and h.id = s.household_id and h.village = s.village
  where s.version = 0
  returning 1
`;

const noted = `), noted as (
  insert into access_log (county, staff_id, household_id, village, what, chat, at)
  select $1, done.staff_id, l.household_id, l.village, l.what, done.looked_in, to_timestamp(done.at / 1000)
  from done, lateral (${fromArrays(lookedColumns, 'jsonb_array_elements(done.looked)')}) l
`;

/**
 * Writes several turns at once, each all or nothing: `done` are the turns whose dialogue had the version they
 * were loaded with; only for these the message is claimed and the rest written. A visit that had another version
 * or lies outside of its turn's scope fails the whole statement, and each turn is then tried alone. A message
 * that was claimed already had changed its dialogue's version too; for an unbound account the key of the inbox
 * fails the statement. A turn made from memory is written only if every row it was made from is still the same.
 * $1 county, $2 turns as an array of arrays (turnColumns).
 */
const statement = (goesOn: boolean): string => `
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
${goesOn ? '' : begun}), done as materialized (
  select * from updated${goesOn ? '' : orBegun}
), claimed as (
  insert into inbox (county, channel, message_id, account_id, staff_id, room_id, chat, replies, received_at, carrier, carried)
  select $1, channel, message_id, account_id, staff_id, room_id, chat, replies, now(), carrier, carried
  from done
), s as materialized (
  select s.*, to_timestamp(done.at / 1000) as at
  -- The limit only tells the planner that they are few; more would be missed by the count below.
  from done, lateral (${fromArrays(savedVisitColumns, 'jsonb_array_elements(done.visits)')} limit 4) s
  where done.everywhere or s.village = any (string_to_array(done.units, ',')) or s.township = any (string_to_array(done.units, ','))
    -- A value and not an exists: that may be planned as a table of everybody's assignments, read anew for each statement.
    or (done.assigned and (select true from assignment a where a.county = $1 and a.staff_id = done.staff_id and a.household_id = s.household_id
      and ${holdsToday()} limit 1))
), saved as (
  update visit v set helper = s.helper, status = s.status, outcome = s.outcome, questionnaire_version = s.questionnaire_version,
    answers = s.answers, problem_count = s.problem_count, to_verify = s.to_verify, warnings = s.warnings,
    started_at = to_timestamp(s.started_at / 1000), submitted_at = to_timestamp(s.submitted_at / 1000),
    return_reason = s.return_reason, updated_at = s.at, version = v.version + 1
  -- The village is compared so that no index of villages fits: the key shall be used from the first row on.
  from s where s.version > 0 and v.county = $1 and v.id = s.id and v.version = s.version and v.village || '' = s.village
    and v.household_id = s.household_id
  returning 1
${goesOn ? '' : added}), logged as (
  insert into answer (county, visit_id, household_id, village, question, before, after, staff_id, channel, message_id, at)
  select $1, l.visit_id, l.household_id, l.village, l.question, l.before, l.after, done.staff_id, done.channel, done.message_id,
    to_timestamp(done.at / 1000)
  from done, lateral (${fromArrays(loggedAnswerColumns, 'jsonb_array_elements(done.answers)')}) l
${goesOn ? '' : noted})
select n from done
where ruhu_require((select count(*) from saved)${goesOn ? '' : ' + (select count(*) from added)'}
  = (select sum(jsonb_array_length(visits)) from done), 'visit')`;

const writeStatement = statement(false);
const goOnStatement = statement(true);

/** The statement for these turns: most only go on with a dialogue and a visit that are there. */
export function writeStatementFor(claims: readonly TurnClaim[]): string {
  const goOn = claims.every(
    ({ dialogue, visits, looked }) =>
      (dialogue?.version ?? 0) > 0 && visits.every(({ visit }) => visit.version > 0) && looked.length === 0,
  );
  return goOn ? goOnStatement : writeStatement;
}

/** Parameters of both statements in their order. */
export function writeParameters(county: string, claims: readonly TurnClaim[]): unknown[] {
  return [county, jsonText(arraysOf(turnColumns, claims))];
}
