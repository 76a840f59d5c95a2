import { and, eq, isNull } from 'drizzle-orm';
import { householdId, leadId } from '../../conversations/contract/ids.ts';
import type { UndoChange } from '../../conversations/dialogues/undo/needs.ts';
import { eventLabels } from '../../conversations/problems/states.ts';
import type { Actor } from '../base/actor.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { undoLead } from '../leads/write.ts';
import { orderLog } from '../orders/table.ts';
import type { KeptOrder } from '../orders/write.ts';
import { putBack } from '../problems/write-back.ts';

/** Puts back what an order found; whatever was changed since stays as it is. */
export async function undoOrder(tx: Tx, by: Actor, { at }: UndoChange): Promise<void> {
  if (by.staff === null) return;
  const { no, kind, subject, version, before } = orderLog;
  const kept = await tx.orm
    .update(orderLog)
    .set({ undoneAt: new Date(by.at) })
    .where(
      and(
        eq(orderLog.county, tx.scope.county),
        eq(orderLog.staffId, by.staff),
        eq(orderLog.at, new Date(at)),
        isNull(orderLog.undoneAt),
      ),
    )
    .returning({ no, kind, subject, version, before });
  for (const order of kept.toSorted((a, b) => b.no - a.no)) {
    if (order.kind === 'assign') await assignBack(tx, by, order);
    else if (order.kind === 'standIn' || order.kind === 'endStandIn') await standInBack(tx, by, order);
    else if (order.kind === 'moveProblem') await problemBack(tx, by, order);
    else if (order.kind === 'stepLead') await leadBack(tx, by, order);
    else await visitBack(tx, by, order);
  }
}

/** Households still with whom the order gave them to go back to those who had them. */
async function assignBack(tx: Tx, by: Actor, { subject, before }: KeptOrder): Promise<void> {
  const { county } = tx.scope;
  const rows = jsonText(before);
  await tx.sql`
    with kept as materialized (select ${rows}::text::jsonb as b),
    theirs as materialized (
      select a.household_id from assignment a where a.county = ${county} and a.staff_id = ${subject} and a.kind = 'main'
        and a.household_id in (select (jsonb_array_elements_text(b -> 'households'))::uuid from kept)),
    gone as (delete from assignment a using theirs t where a.county = ${county} and a.household_id = t.household_id
      and not exists (select 1 from kept, jsonb_to_recordset(b -> 'rows') r(household_id uuid, staff_id uuid)
        where r.household_id = a.household_id and r.staff_id = a.staff_id))
    insert into assignment (county, household_id, staff_id, village, kind, until, created_by, created_at)
    select ${county}, r.household_id, r.staff_id, r.village, r.kind, r.until, r.created_by, ${new Date(by.at)}
    from kept, jsonb_to_recordset(b -> 'rows') r(household_id uuid, staff_id uuid, village text, kind text, until date, created_by uuid)
    join theirs t on t.household_id = r.household_id
    on conflict (county, campaign, household_id, staff_id) do update set kind = excluded.kind, until = excluded.until`;
}

/** Who stood in by the order doesn't any more, and who did before does again. */
async function standInBack(tx: Tx, by: Actor, { kind, subject, before }: KeptOrder): Promise<void> {
  const { county } = tx.scope;
  const rows = jsonText(before);
  if (kind === 'standIn')
    await tx.sql`
      delete from assignment a where a.county = ${county} and a.staff_id = ${subject} and a.kind = 'standIn'
        and a.household_id in (select (jsonb_array_elements_text(${rows}::text::jsonb -> 'households'))::uuid)`;
  await tx.sql`
    insert into assignment (county, household_id, staff_id, village, kind, until, created_by, created_at)
    select ${county}, r.household_id, r.staff_id, r.village, r.kind, r.until, r.created_by, ${new Date(by.at)}
    from jsonb_to_recordset(${rows}::text::jsonb -> 'rows') r(household_id uuid, staff_id uuid, village text, kind text, until date, created_by uuid)
    on conflict (county, campaign, household_id, staff_id) do nothing`;
}

/** A lead's step is taken back with what it changed of the household and its visit. */
async function leadBack(tx: Tx, by: Actor, { subject, version, before }: KeptOrder): Promise<void> {
  const [now] = await tx.sql<{ version: number }[]>`
    select version::int from monitoring_lead where county = ${tx.scope.county} and id = ${subject} and version = ${version}`;
  if (now === undefined) return;
  const household = householdId.parse(before['household']);
  await undoLead(tx, by, {
    do: 'undoLead',
    lead: { id: leadId.parse(subject), version: now.version, household },
  });
}

/** A problem goes back to where it stood, with a line of history, and so do the answers it wrote into the ledger. */
async function problemBack(tx: Tx, by: Actor, { subject, version, before }: KeptOrder): Promise<void> {
  const { county } = tx.scope;
  const [now] = await tx.sql<{ status: string; village: string | null }[]>`
    select status, village from problem where county = ${county} and id = ${subject} and version = ${version} for update`;
  if (now === undefined) return;
  const { event, row, ledger } = before as {
    event: keyof typeof eventLabels;
    row: Record<string, unknown>;
    ledger?: Record<string, unknown>;
  };
  if (ledger !== undefined) await putBack(tx, by, subject, ledger);
  await tx.sql`
    update problem p set status = r.status, responsible_unit = r.responsible_unit, responsible_staff = r.responsible_staff,
      due = r.due, manner = r.manner, cause = r.cause, task = r.task, next_look = r.next_look, done_by = r.done_by,
      done_at = r.done_at, closed_at = r.closed_at, closed_by = r.closed_by, merged_into = r.merged_into, version = p.version + 1
    from jsonb_populate_record(null::problem, ${jsonText(row)}::text::jsonb) r
    where p.county = ${county} and p.id = ${subject}`;
  await tx.sql`
    insert into problem_event (county, problem_id, village, kind, before, after, staff_id, at, words, attachments)
    values (${county}, ${subject}, ${now.village}, 'restated', ${jsonText({ status: now.status })}::text::jsonb,
      ${jsonText({ status: row['status'] })}::text::jsonb, ${by.staff}, ${new Date(by.at)}, ${`撤销：${eventLabels[event] ?? ''}`}, '{}'::uuid[])`;
}

/** A visit's decision is taken back. */
async function visitBack(tx: Tx, by: Actor, { subject, version, before }: KeptOrder): Promise<void> {
  const at = new Date(by.at);
  await tx.sql`
    update visit v set status = r.status, verified_at = r.verified_at, verified_by = r.verified_by, returned_at = r.returned_at,
      returned_by = r.returned_by, return_reason = r.return_reason, updated_at = ${at}, version = v.version + 1
    from jsonb_to_record(${jsonText(before)}::text::jsonb) r(status text, verified_at timestamptz, verified_by uuid,
      returned_at timestamptz, returned_by uuid, return_reason text)
    where v.county = ${tx.scope.county} and v.id = ${subject} and v.version = ${version}`;
}
