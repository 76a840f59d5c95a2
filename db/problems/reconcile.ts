import type { Finding } from '../../conversations/contract/finding.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Fragment, Tx } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { isCounted, isUnrectified } from '../facts/problems.ts';
import { dueDates } from './deadline.ts';
import { dispatchRow, personResponsible, unitResponsible } from './dispatch.ts';

/**
 * Brings a household's problems in line with what its visit now shows. A new one goes to whom the campaign's dispatch
 * rules name, and to the township where they name nobody; never to the finder because he found it.
 */
export function reconcileProblems(
  tx: Tx,
  by: Actor,
  { visit, household, findings }: ChangeOf<'reconcile'>,
): Promise<void> {
  return bringInLine(tx, by, findings, {
    origin: tx.sql`
      select 'visit' as source, ${visit.householdId}::uuid as household_id, ${visit.id}::uuid as visit_id, null::uuid as self_check_id,
        ${household.village}::text as village, ${household.township}::text as township,
        ${household.township}::text as responsible_unit, true as by_rule`,
    live: tx.sql`p.household_id = ${visit.householdId}`,
  });
}

/**
 * Brings a unit's problems in line with its submitted sheet. A new one is the unit's own to rectify; the
 * unit says by whom. The sheet's row is locked by now, so nobody else does the same.
 */
export function reconcileSheet(
  tx: Tx,
  by: Actor,
  { sheet }: Pick<ChangeOf<'saveSheet'>, 'sheet'>,
  findings: readonly Finding[],
): Promise<void> {
  return bringInLine(tx, by, findings, {
    origin: tx.sql`
      select 'selfCheck' as source, null::uuid as household_id, null::uuid as visit_id, s.id as self_check_id,
        s.village, s.township, s.unit as responsible_unit, false as by_rule
      from self_check s where s.county = ${tx.scope.county} and s.id = ${sheet.id}`,
    live: tx.sql`p.self_check_id = ${sheet.id}`,
  });
}

/** Where findings come from: the one row all new problems take theirs from, and which problems are compared. */
interface Basis {
  origin: Fragment;
  live: Fragment;
}

/** Findings as rows: with whom they go to and until when. */
async function rowsOf(tx: Tx, by: Actor, findings: readonly Finding[]): Promise<object[]> {
  const campaign = await campaignHere(tx);
  const dueOf = await dueDates(tx, by.at);
  return findings.map((f) => ({
    ...f,
    ...dispatchRow(campaign, f),
    lead_unit: f.leadUnit,
    due: dueOf(f),
  }));
}

/**
 * New findings open with their category's deadline, a changed wording is restated, vanished ones are withdrawn as
 * long as nobody has reported them rectified. Each with its trace. A household's problem from elsewhere (another
 * visit, a cadre's report) keeps a finding of the same key from opening twice, and stays as it is.
 */
async function bringInLine(
  tx: Tx,
  by: Actor,
  findings: readonly Finding[],
  { origin, live }: Basis,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const now = jsonText(findings.length === 0 ? [] : await rowsOf(tx, by, findings));
  await tx.sql`
    with f as materialized (
      select * from jsonb_to_recordset(${now}::text::jsonb) as f(key text, category text, clause text, description text, lead_unit text, due date, unit text, duties text, assisting text[], manner text)
    ), origin as materialized (${origin}
    ), live as materialized (
      select p.id, p.key, p.status, p.description from problem p
      where p.county = ${county} and ${live} and ${stated(tx, isCounted())}
    ), gone as (
      update problem p set status = 'withdrawn', version = p.version + 1 from live, origin
      where p.county = ${county} and p.id = live.id and p.source = origin.source and ${stated(tx, isUnrectified())}
        and p.visit_id is not distinct from origin.visit_id and not exists (select 1 from f where f.key = live.key)
      returning p.id, live.status as before
    ), restated as (
      update problem p set description = f.description, version = p.version + 1 from origin, live join f using (key)
      where p.county = ${county} and p.id = live.id and p.source = origin.source and p.status <> 'closed'
        and live.description <> f.description
      returning p.id, live.description as before, p.description as after
    ), opened as (
      insert into problem (county, id, household_id, visit_id, self_check_id, village, township, category, clause, key, description,
        source, lead_unit, responsible_unit, responsible_staff, assisting, manner, due, status, opened_at, opened_by)
      select ${county}, gen_random_uuid(), o.household_id, o.visit_id, o.self_check_id, o.village, o.township, f.category, f.clause,
        f.key, f.description, o.source, f.lead_unit, r.unit, ${personResponsible(tx, tx.sql`r.unit`, tx.sql`f.duties`)}, f.assisting, f.manner, f.due,
        'open', ${at}::timestamptz, ${by.staff}::uuid
      from f cross join origin o cross join lateral (select ${unitResponsible(tx, tx.sql`f.unit`, tx.sql`o`)} as unit) r where not exists (select 1 from live where live.key = f.key)
      on conflict (county, campaign, household_id, key) where ${stated(tx, isCounted('status'))} do nothing
      returning id
    )
    insert into problem_event (county, problem_id, village, kind, before, after, staff_id, at)
    select ${county}, event.id, origin.village, kind, before, after, ${by.staff}::uuid, ${at}::timestamptz from origin, (
      select id, 'withdrawn' as kind, jsonb_build_object('status', before) as before, jsonb_build_object('status', 'withdrawn') as after from gone
      union all
      select id, 'restated', jsonb_build_object('description', before), jsonb_build_object('description', after) from restated
      union all
      select id, 'opened', null, jsonb_build_object('status', 'open') from opened
    ) event`;
}
