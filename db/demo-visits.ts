import type { Answers } from '../conversations/engine/answer.ts';
import type { Finding, MonitoringFlag } from '../conversations/rules/finding.ts';
import { jsonText } from './json.ts';
import type { Tx } from './transaction.ts';

/** A made-up finished visit of a household that is in the register already, named by its code. */
export interface DemoVisit {
  code: string;
  helper: string;
  answers: Answers;
  findings: readonly (Finding & { due: string })[];
  flags: readonly MonitoringFlag[];
  toVerify: readonly string[];
  /** ISO times. */
  startedAt: string;
  submittedAt: string;
}

/** Stores some thousands of made-up visits with their problems and leads. For made-up counties only. */
export async function saveDemoVisits(
  tx: Tx,
  questionnaire: { id: string; version: number },
  visits: readonly DemoVisit[],
): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
      problem_count, to_verify, started_at, submitted_at, updated_at, version)
    select ${county}, gen_random_uuid(), h.id, h.village, h.township, d.helper, 'submitted', 'answered', ${questionnaire.id}, ${questionnaire.version}::int,
      d.answers, jsonb_array_length(d.findings), d."toVerify", d."startedAt", d."submittedAt", d."submittedAt", 1
    from jsonb_to_recordset(${jsonText(visits)}::text::jsonb) as d(code text, helper uuid, answers jsonb, findings jsonb, "toVerify" text[],
      "startedAt" timestamptz, "submittedAt" timestamptz)
    join household h on h.county = ${county} and h.code = d.code
    on conflict (county, household_id, questionnaire) do nothing`;
  const found = visits
    .filter((v) => v.findings.length > 0 || v.flags.length > 0)
    .map(({ answers: _, ...rest }) => rest);
  if (found.length === 0) return;
  await tx.sql`
    with d as materialized (
      select d.*, v.id as visit_id, v.household_id, v.village, v.township
      from jsonb_to_recordset(${jsonText(found)}::text::jsonb) as d(code text, helper uuid, findings jsonb, flags jsonb, "submittedAt" timestamptz)
      join household h on h.county = ${county} and h.code = d.code
      join visit v on v.county = ${county} and v.household_id = h.id and v.questionnaire = ${questionnaire.id}
    ), opened as (
      insert into problem (county, id, household_id, visit_id, village, township, category, clause, key, description, source, lead_unit,
        responsible_unit, responsible_staff, due, status, opened_at, opened_by)
      select ${county}, gen_random_uuid(), d.household_id, d.visit_id, d.village, d.township, f.category, f.clause, f.key, f.description, 'visit',
        f."leadUnit", d.township, d.helper, f.due, 'open', d."submittedAt", d.helper
      from d, jsonb_to_recordset(d.findings) as f(key text, category text, clause text, description text, "leadUnit" text, due date)
      on conflict (county, household_id, key) where status not in ('withdrawn', 'merged') do nothing
      returning id, village, opened_by, opened_at
    ), traced as (
      insert into problem_event (county, problem_id, village, kind, after, staff_id, at)
      select ${county}, id, village, 'opened', '{"status":"open"}', opened_by, opened_at from opened
    ), flagged as (
      insert into monitoring_lead (county, id, household_id, visit_id, village, township, reasons, stage, flagged_at, stage_at, stage_due)
      select ${county}, gen_random_uuid(), household_id, visit_id, village, township, flags, 'flagged', "submittedAt", "submittedAt", ("submittedAt" + interval '3 days')::date
      from d where jsonb_array_length(flags) > 0
      on conflict (county, household_id) where stage not in ('declined', 'withdrawn') do nothing
      returning id, village, flagged_at
    )
    insert into monitoring_lead_event (county, lead_id, village, kind, after, at)
    select ${county}, id, village, 'flagged', '{"stage":"flagged"}', flagged_at from flagged`;
}
