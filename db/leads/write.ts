import { and, eq, sql } from 'drizzle-orm';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { DatabaseFault } from '../base/faults.ts';
import { asJson, jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { keepOrder } from '../orders/write.ts';
import { monitoringLeadEvent } from './monitoring-lead-event-table.ts';
import { monitoringLead } from './table.ts';

/**
 * One step of a monitoring lead with its line of history, which keeps what stood there before. An included household
 * changes its type and its submitted visit comes back to the helper, since more questions apply now; once the risk is
 * removed it is again what it was.
 */
export async function writeLeadStep(tx: Tx, by: Actor, change: ChangeOf<'stepLead'>): Promise<void> {
  const { county } = tx.scope;
  const { lead, patch, event, attachments } = change;
  const at = new Date(by.at);
  const { stage, stageDue, publishedFrom, declinedReason, kind, record } = patch;
  const before = await lockedLead(tx, lead);
  await tx.orm
    .update(monitoringLead)
    .set({
      ...{ stage, stageAt: at, stageDue, publishedFrom, declinedReason, version: lead.version + 1 },
      ...(kind === undefined ? {} : { monitoredKind: kind }),
      ...(record === undefined ? {} : { record: asJson(record) }),
    })
    .where(and(eq(monitoringLead.county, county), eq(monitoringLead.id, lead.id)));
  await tx.orm.insert(monitoringLeadEvent).values({
    ...{ county, leadId: lead.id, village: before.village, kind: event.kind, staffId: by.staff, at },
    before: sql`${before.row}::jsonb`,
    after: { stage: patch.stage },
    words: event.words,
    attachments: [...attachments],
  });
  await keepOrder(tx, by, {
    kind: 'stepLead',
    subject: lead.id,
    version: lead.version + 1,
    before: { household: lead.household, event: event.kind },
  });
  await tie(tx, by, lead.id, attachments);
  if (patch.becomes === null) await release(tx, by, lead.household);
  else if (patch.becomes !== undefined) await include(tx, by, change, patch.becomes);
}

/** The lead as it stands, with its household and the visit that may come back: kept in the history for 撤销. */
async function lockedLead(
  tx: Tx,
  lead: { id: string; version: number; household: string },
): Promise<{ village: string; row: string }> {
  const { county } = tx.scope;
  const [found] = await tx.sql<{ village: string; row: string }[]>`
    select l.village, jsonb_build_object('stage', l.stage, 'stage_due', l.stage_due, 'published_from', l.published_from,
      'declined_reason', l.declined_reason, 'monitored_kind', l.monitored_kind, 'record', l.record,
      'household', (select jsonb_build_object('type', h.type, 'monitored_kind', h.monitored_kind, 'extra', h.extra) from household h
        where h.county = l.county and h.id = l.household_id),
      'visit', (select jsonb_build_object('id', v.id, 'status', v.status) from visit v where v.county = l.county
        and v.household_id = l.household_id and ${stated(tx, wasHandedIn())} and v.outcome = 'answered' limit 1))::text as row
    from monitoring_lead l where l.county = ${county} and l.id = ${lead.id} and l.version = ${lead.version} for update of l`;
  if (found === undefined) throw new DatabaseFault('conflict', 'The lead was changed in between.');
  return found;
}

/** The last step of this person is taken back: lead, household and visit stand as before; the history keeps both. */
export async function undoLead(tx: Tx, by: Actor, { lead }: ChangeOf<'undoLead'>): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const now = await lockedLead(tx, lead);
  await tx.sql`
    with last as materialized (
      select e.before as b from monitoring_lead_event e where e.county = ${county} and e.lead_id = ${lead.id} and e.kind <> 'photo'
      order by e.id desc limit 1
    ), put as (
      update monitoring_lead l set stage = b ->> 'stage', stage_at = ${at}, stage_due = (b ->> 'stage_due')::date,
        published_from = (b ->> 'published_from')::date, declined_reason = b ->> 'declined_reason',
        monitored_kind = b ->> 'monitored_kind', record = coalesce(b -> 'record', '{}'), version = l.version + 1
      from last where l.county = ${county} and l.id = ${lead.id}
    ), home as (
      update household h set type = b #>> '{household,type}', monitored_kind = b #>> '{household,monitored_kind}',
        extra = coalesce(b #> '{household,extra}', h.extra), updated_at = ${at}
      from last where h.county = ${county} and h.id = ${lead.household} and b -> 'household' is not null
        and (h.type, coalesce(h.monitored_kind, '')) is distinct from (b #>> '{household,type}', coalesce(b #>> '{household,monitored_kind}', ''))
    ), visited as (
      update visit v set status = b #>> '{visit,status}', returned_at = null, returned_by = null, return_reason = null,
        updated_at = ${at}, version = v.version + 1
      from last where v.county = ${county} and v.id::text = b #>> '{visit,id}' and v.status = 'returned'
    )
    insert into monitoring_lead_event (county, lead_id, village, kind, before, after, staff_id, at, words)
    select ${county}, ${lead.id}::uuid, ${now.village}, 'undone', ${now.row}::text::jsonb, jsonb_build_object('stage', b ->> 'stage'),
      ${by.staff}::uuid, ${at}::timestamptz, '' from last`;
}

/** A household that asks for it itself: a lead like any other, with a clock of its own. */
export async function declareLead(tx: Tx, by: Actor, { lead }: ChangeOf<'declareLead'>): Promise<void> {
  const reasons = jsonText([{ key: 'declared', clause: '6.10', reason: lead.reason }]);
  await insertLead(tx, by, lead, {
    stage: 'flagged',
    source: 'declared',
    reasons,
    kind: 'declared',
    words: lead.reason,
  });
}

/** A household the register knows as monitored: the removal of its risk begins. */
export async function easeMonitored(tx: Tx, by: Actor, { lead }: ChangeOf<'easeMonitored'>): Promise<void> {
  await insertLead(tx, by, lead, {
    stage: 'easing',
    source: 'list',
    reasons: '[]',
    kind: '提出风险消除',
    words: lead.words,
  });
}

async function insertLead(
  tx: Tx,
  by: Actor,
  lead: { id: string; household: string; village: string; stageDue: string },
  made: { stage: string; source: string; reasons: string; kind: string; words: string },
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  await tx.sql`
    insert into monitoring_lead (county, id, household_id, visit_id, village, township, reasons, stage, source, monitored_kind, flagged_at, stage_at, stage_due)
    select ${county}, ${lead.id}::uuid, h.id, (select v.id from visit v where v.county = h.county and v.household_id = h.id limit 1), h.village, h.township,
      ${made.reasons}::text::jsonb, ${made.stage}, ${made.source}, h.monitored_kind, ${at}::timestamptz, ${at}::timestamptz, ${lead.stageDue}::date
    from household h where h.county = ${county} and h.id = ${lead.household}`;
  await tx.orm.insert(monitoringLeadEvent).values({
    ...{ county, leadId: lead.id, village: lead.village, kind: made.kind, staffId: by.staff, at },
    after: { stage: made.stage },
    words: made.words,
  });
}

/** The risk is gone: the household is what it was before it was monitored, where that is known. */
async function release(tx: Tx, by: Actor, household: string): Promise<void> {
  await tx.sql`
    update household set type = coalesce(nullif(extra ->> '纳入监测前户属性', 'monitored'), type),
      monitored_kind = case when coalesce(extra ->> '纳入监测前户属性', 'monitored') = 'monitored' then monitored_kind end,
      extra = extra || jsonb_build_object('风险消除', (${new Date(by.at)}::timestamptz at time zone 'Asia/Shanghai')::date), updated_at = ${new Date(by.at)}
    where county = ${tx.scope.county} and id = ${household}`;
}

async function include(
  tx: Tx,
  by: Actor,
  { lead, returnReason }: ChangeOf<'stepLead'>,
  becomes: NonNullable<ChangeOf<'stepLead'>['patch']['becomes']>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  // What it was stays readable: the register's next import and the questions for 脱贫户 look at it.
  await tx.sql`
    update household set extra = extra || jsonb_build_object('纳入监测前户属性', type), type = ${becomes.type},
      monitored_kind = ${becomes.monitoredKind}, updated_at = ${at}
    where county = ${county} and id = ${lead.household}`;
  await tx.sql`
    update visit set status = 'returned', returned_at = ${at}, returned_by = ${by.staff}, return_reason = ${returnReason ?? null},
      updated_at = ${at}, version = version + 1
    where county = ${county} and household_id = ${lead.household} and ${stated(tx, wasHandedIn('status'))} and outcome = 'answered'`;
}

/** Photos of a check, a review or the notice on the board. */
export async function attachToLead(
  tx: Tx,
  by: Actor,
  { leadId, attachments }: ChangeOf<'attachToLead'>,
): Promise<void> {
  await tx.sql`
    insert into monitoring_lead_event (county, lead_id, village, kind, staff_id, at, words, attachments)
    select county, id, village, 'photo', ${by.staff}::uuid, ${new Date(by.at)}::timestamptz, ${`${attachments.length}张`}, ${[...attachments]}::uuid[]
    from monitoring_lead where county = ${tx.scope.county} and id = ${leadId}`;
  await tie(tx, by, leadId, attachments);
}

async function tie(tx: Tx, by: Actor, leadId: string, attachments: readonly string[]): Promise<void> {
  if (attachments.length === 0) return;
  await tx.sql`
    update attachment a set household_id = l.household_id, village = l.village from monitoring_lead l
    where a.county = ${tx.scope.county} and a.id = any (${[...attachments]}::uuid[]) and a.staff_id = ${by.staff}
      and l.county = ${tx.scope.county} and l.id = ${leadId}`;
}
