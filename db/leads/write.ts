import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseProblem } from '../base/faults.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';

/**
 * One step of a monitoring lead with its line of history. An included household changes its type and its
 * submitted visit comes back to the helper, since more questions apply now.
 */
export async function stepLead(tx: Tx, by: Actor, change: ChangeOf<'stepLead'>): Promise<void> {
  const { county } = tx.scope;
  const { lead, patch, event, attachments } = change;
  const at = new Date(by.at);
  const columns = {
    stage: patch.stage,
    stage_at: at,
    stage_due: patch.stageDue,
    ...(patch.publishedFrom === undefined ? {} : { published_from: patch.publishedFrom }),
    ...(patch.declinedReason === undefined ? {} : { declined_reason: patch.declinedReason }),
    version: lead.version + 1,
  };
  const [before] = await tx.sql<{ stage: string; village: string }[]>`
    select stage, village from monitoring_lead where county = ${county} and id = ${lead.id} and version = ${lead.version} for update`;
  if (before === undefined) throw new DatabaseProblem('conflict', 'The lead was changed in between.');
  await tx.sql`update monitoring_lead set ${tx.sql(columns)} where county = ${county} and id = ${lead.id}`;
  await tx.sql`
    insert into monitoring_lead_event (county, lead_id, village, kind, before, after, staff_id, at, words, attachments)
    values (${county}, ${lead.id}, ${before.village}, ${event.kind}, ${jsonText({ stage: before.stage })}::text::jsonb,
      ${jsonText({ stage: patch.stage })}::text::jsonb, ${by.staff}, ${at}, ${event.words}, ${[...attachments]}::uuid[])`;
  await tie(tx, by, lead.id, attachments);
  if (patch.becomes !== undefined) await include(tx, by, change, patch.becomes);
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
    where county = ${county} and household_id = ${lead.household} and status in ('submitted', 'verified') and outcome = 'answered'`;
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
