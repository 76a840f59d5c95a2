import { isoDate } from '../../conversations/calendar/days.ts';
import { stepDue } from '../../conversations/leads/clock.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { isLive } from '../facts/leads.ts';

/**
 * Brings a household's monitoring lead in line with its visit's flags: a first flag makes one, changed reasons
 * are noted while nobody has acted on it, none any more withdraws it. What people declined for the same
 * reasons is not flagged again. What a list from elsewhere says of it stays a reason, whatever the visit finds.
 */
export async function reconcileLead(
  tx: Tx,
  by: Actor,
  { visit, household, flags }: ChangeOf<'reconcile'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const reasons = jsonText(flags);
  const due = stepDue({ flaggedAt: by.at, source: 'visit', record: {} }, 'flagged', isoDate(by.at));
  await tx.sql`
    with live as materialized (
      select id, stage, reasons, ${reasons}::text::jsonb || jsonb_path_query_array(reasons, '$[*] ? (@.key starts with "listed:")') as now
      from monitoring_lead where county = ${county} and household_id = ${visit.householdId} and ${stated(tx, isLive())}
    ), gone as (
      update monitoring_lead l set stage = 'withdrawn', stage_at = ${at}, stage_due = null, version = l.version + 1 from live
      where l.county = ${county} and l.id = live.id and l.visit_id = ${visit.id} and l.stage = 'flagged' and live.now = '[]'::jsonb
      returning l.id
    ), renewed as (
      update monitoring_lead l set reasons = live.now, version = l.version + 1 from live
      where l.county = ${county} and l.id = live.id and l.stage = 'flagged' and live.now <> '[]'::jsonb and l.reasons <> live.now
      returning l.id, live.reasons as before, live.now as after
    ), flagged as (
      insert into monitoring_lead (county, id, household_id, visit_id, village, township, reasons, stage, flagged_at, stage_at, stage_due)
      select ${county}, gen_random_uuid(), ${visit.householdId}::uuid, ${visit.id}::uuid, ${household.village}, ${household.township},
        ${reasons}::text::jsonb, 'flagged', ${at}::timestamptz, ${at}::timestamptz, ${due}::date
      where ${flags.length} > 0 and not exists (select 1 from live) and not exists (
        select 1 from monitoring_lead d where d.county = ${county} and d.household_id = ${visit.householdId} and d.stage = 'declined'
          and not exists (select 1 from jsonb_array_elements(${reasons}::text::jsonb) r
            where not d.reasons @> jsonb_build_array(jsonb_build_object('key', r -> 'key'))))
      on conflict (county, household_id) where ${stated(tx, isLive())} do nothing
      returning id
    )
    insert into monitoring_lead_event (county, lead_id, village, kind, before, after, staff_id, at)
    select ${county}, id, ${household.village}, kind, before, after, ${by.staff}::uuid, ${at}::timestamptz from (
      select id, 'withdrawn' as kind, jsonb_build_object('stage', 'flagged') as before, jsonb_build_object('stage', 'withdrawn') as after from gone
      union all
      select id, 'restated', jsonb_build_object('reasons', before), jsonb_build_object('reasons', after) from renewed
      union all
      select id, 'flagged', null, jsonb_build_object('stage', 'flagged') from flagged
    ) event`;
}
