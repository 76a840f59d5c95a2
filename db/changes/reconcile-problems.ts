import { jsonText } from '../json.ts';
import { dueDates } from '../problem-deadline.ts';
import type { Tx } from '../transaction.ts';
import type { Actor, ChangeOf } from './actor.ts';

/**
 * Brings a household's problems in line with what its visit now shows: new findings open, a changed wording is
 * restated, vanished ones are withdrawn as long as nobody has reported them rectified. Each with its trace. A new
 * one is the township's to rectify, by the household's helper and until its category's deadline; people may
 * hand it to others afterwards.
 */
export async function reconcileProblems(
  tx: Tx,
  by: Actor,
  { visit, household, findings }: ChangeOf<'reconcile'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const dueOf = findings.length === 0 ? () => null : await dueDates(tx, by.at);
  const now = jsonText(
    findings.map((f) => ({ ...f, leadUnit: undefined, lead_unit: f.leadUnit, due: dueOf(f.category) })),
  );
  await tx.sql`
    with f as materialized (
      select * from jsonb_to_recordset(${now}::text::jsonb) as f(key text, category text, clause text, description text, lead_unit text, due date)
    ), live as materialized (
      select p.id, p.key, p.status, p.description, p.village from problem p
      where p.county = ${county} and p.household_id = ${visit.householdId} and p.status not in ('withdrawn', 'merged')
    ), gone as (
      update problem p set status = 'withdrawn', version = p.version + 1 from live
      where p.county = ${county} and p.id = live.id and p.visit_id = ${visit.id} and p.source = 'visit' and p.status in ('open', 'assigned', 'inProgress')
        and not exists (select 1 from f where f.key = live.key)
      returning p.id, live.status as before
    ), restated as (
      update problem p set description = f.description, version = p.version + 1 from live join f using (key)
      where p.county = ${county} and p.id = live.id and p.source = 'visit' and p.status <> 'closed' and live.description <> f.description
      returning p.id, live.description as before, p.description as after
    ), opened as (
      insert into problem (county, id, household_id, visit_id, village, township, category, clause, key, description, source, lead_unit,
        responsible_unit, responsible_staff, due, status, opened_at, opened_by)
      select ${county}, gen_random_uuid(), ${visit.householdId}::uuid, ${visit.id}::uuid, ${household.village}, ${household.township},
        f.category, f.clause, f.key, f.description, 'visit', f.lead_unit,
        ${household.township}, ${visit.helper}::uuid, f.due, 'open', ${at}::timestamptz, ${by.staff}::uuid
      from f where not exists (select 1 from live where live.key = f.key)
      on conflict (county, household_id, key) where status not in ('withdrawn', 'merged') do nothing
      returning id
    )
    insert into problem_event (county, problem_id, village, kind, before, after, staff_id, at)
    select ${county}, id, ${household.village}, kind, before, after, ${by.staff}::uuid, ${at}::timestamptz from (
      select id, 'withdrawn' as kind, jsonb_build_object('status', before) as before, jsonb_build_object('status', 'withdrawn') as after from gone
      union all
      select id, 'restated', jsonb_build_object('description', before), jsonb_build_object('description', after) from restated
      union all
      select id, 'opened', null, jsonb_build_object('status', 'open') from opened
    ) event`;
}
