import { isoDate } from '../../conversations/calendar/days.ts';
import type { Household } from '../../conversations/contract/household.ts';
import type { DemoProblem } from '../../conversations/demo/problems.ts';
import type { DemoStaff } from '../../conversations/demo/staff.ts';
import type { DemoVisit } from '../../conversations/demo/visits.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { stepDue } from '../../conversations/leads/clock.ts';
import { asJson, jsonText } from '../base/json.ts';
import { analyse } from '../base/statistics.ts';
import type { Tx } from '../base/transaction.ts';
import { opinion } from '../supervision/opinion-table.ts';

// Fills a made-up county many rows at a time. What people do themselves goes through the dialogues; this only
// puts in what they would have left behind.

type Place = Pick<Household, 'id' | 'village' | 'township'>;

/** Puts made-up people in, with the ids they were made with. */
export async function insertStaff(tx: Tx, staff: readonly DemoStaff[]): Promise<void> {
  await tx.sql`
    insert into staff (county, id, name, phone, duty, roles, unit)
    select ${tx.scope.county}, p.* from jsonb_to_recordset(${jsonText(staff)}::text::jsonb)
      as p(id uuid, name text, phone text, duty text, roles text[], unit text)`;
}

/** To be called when all is in: a server that starts next doesn't know its tables otherwise. */
export async function finishDemo(tx: Tx): Promise<void> {
  await analyse(tx, [
    'staff',
    'room',
    'household',
    'assignment',
    'visit',
    'problem',
    'problem_event',
    'monitoring_lead',
    'monitoring_lead_event',
  ]);
}

/** Puts made-up visits in. */
export async function insertVisits(
  tx: Tx,
  visits: readonly { made: DemoVisit; household: Place }[],
): Promise<void> {
  const rows = visits.map(({ made: { visit, ...rest }, household }) => ({
    ...visit,
    household_id: household.id,
    village: household.village,
    township: household.township,
    questionnaire_version: visit.questionnaireVersion,
    problem_count: rest.problemCount,
    to_verify: rest.toVerify,
    warnings: rest.warnings,
    started: visit.startedAt,
    submitted: visit.submittedAt,
  }));
  await tx.sql`
    insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
      problem_count, to_verify, warnings, started_at, submitted_at, verified_at, updated_at, version)
    select ${tx.scope.county}, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
      problem_count, to_verify, warnings, to_timestamp(started / 1000), to_timestamp(submitted / 1000),
      case status when 'verified' then to_timestamp(submitted / 1000) end, to_timestamp(coalesce(submitted, started) / 1000), 1
    from jsonb_to_recordset(${jsonText(rows)}::text::jsonb) as v(id uuid, household_id uuid, village text, township text, helper uuid, status text,
      outcome text, questionnaire text, questionnaire_version int, answers jsonb, problem_count int, to_verify text[], warnings text[],
      started float8, submitted float8)`;
}

/** Puts made-up problems in, each with the events that brought it to where it stands. */
export async function insertProblems(
  tx: Tx,
  problems: readonly { made: DemoProblem; visit: string; household: Place }[],
): Promise<void> {
  const rows = problems.map(({ made, visit, household }) => ({
    ...made,
    ...made.finding,
    household_id: household.id,
    visit_id: visit,
    village: household.village,
    township: household.township,
    lead_unit: made.finding.leadUnit,
    responsible_unit: made.responsibleUnit,
    responsible_staff: made.responsibleStaff,
    opened: made.openedAt,
    opened_by: made.events[0]?.by ?? null,
    done: made.doneAt,
    done_by: made.doneBy,
    closed: made.closedAt,
    closed_by: made.closedBy,
    version: made.events.length,
  }));
  await tx.sql`
    with made as materialized (
      select * from jsonb_to_recordset(${jsonText(rows)}::text::jsonb) as p(id uuid, household_id uuid, visit_id uuid, village text, township text,
        category text, clause text, key text, description text, lead_unit text, responsible_unit text, responsible_staff uuid, due date,
        status text, opened float8, opened_by uuid, done float8, done_by uuid, closed float8, closed_by uuid, version int, events jsonb)
    ), put as (
      insert into problem (county, id, household_id, visit_id, village, township, category, clause, key, description, source, lead_unit,
        responsible_unit, responsible_staff, due, status, opened_at, opened_by, done_at, done_by, closed_at, closed_by, version)
      select ${tx.scope.county}, id, household_id, visit_id, village, township, category, clause, key, description, 'visit', lead_unit,
        responsible_unit, responsible_staff, due, status, to_timestamp(opened / 1000), opened_by, to_timestamp(done / 1000), done_by,
        to_timestamp(closed / 1000), closed_by, version
      from made order by opened
    )
    insert into problem_event (county, problem_id, village, kind, after, staff_id, at, words)
    select ${tx.scope.county}, made.id, made.village, e.kind, jsonb_build_object('status', e.status), e.by, to_timestamp(e.at / 1000), e.words
    from made cross join lateral jsonb_to_recordset(made.events) as e(kind text, status text, by uuid, at float8, words text)
    order by e.at`;
}

/** Puts in what made-up households told a checker. */
export async function insertOpinions(
  tx: Tx,
  opinions: readonly { answers: Answers; at: number; household: Place }[],
): Promise<void> {
  if (opinions.length === 0) return;
  await tx.orm.insert(opinion).values(
    opinions.map(({ answers, at, household: { id, village, township } }) => ({
      ...{ county: tx.scope.county, householdId: id, village, township },
      ...{ source: 'spotCheck' as const, answers: asJson(answers), answeredOn: isoDate(at) },
    })),
  );
}

/** Flags the households of made-up visits that may fit the monitoring scope. */
export async function insertLeads(
  tx: Tx,
  visits: readonly { made: DemoVisit; household: Place }[],
): Promise<void> {
  const rows = visits.flatMap(({ made: { visit, flags }, household }) => {
    const at = visit.submittedAt;
    if (at === null || flags.length === 0) return [];
    const { id, village, township } = household;
    const due = stepDue({ flaggedAt: at, source: 'visit', record: {} }, 'flagged', isoDate(at));
    return [
      { household_id: id, visit_id: visit.id, village, township, reasons: flags, at, due, by: visit.helper },
    ];
  });
  await tx.sql`
    with made as materialized (
      select gen_random_uuid() as id, l.* from jsonb_to_recordset(${jsonText(rows)}::text::jsonb) as l(household_id uuid, visit_id uuid,
        village text, township text, reasons jsonb, at float8, due date, by uuid)
    ), put as (
      insert into monitoring_lead (county, id, household_id, visit_id, village, township, reasons, stage, flagged_at, stage_at, stage_due)
      select ${tx.scope.county}, id, household_id, visit_id, village, township, reasons, 'flagged', to_timestamp(at / 1000),
        to_timestamp(at / 1000), due
      from made order by at
    )
    insert into monitoring_lead_event (county, lead_id, village, kind, after, staff_id, at)
    select ${tx.scope.county}, id, village, 'flagged', jsonb_build_object('stage', 'flagged'), by, to_timestamp(at / 1000) from made`;
}
