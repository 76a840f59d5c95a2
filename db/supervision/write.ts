import type { Actor, ChangeOf } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { DatabaseFault } from '../base/faults.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { keepOrder } from '../orders/write.ts';

/** Keeps a draw; a household drawn by somebody else in between is left out. */
export async function drawSpotChecks(
  tx: Tx,
  by: Actor,
  { seed, checks }: ChangeOf<'drawSpotChecks'>,
): Promise<void> {
  const rows = checks.map((k) => ({
    id: k.id,
    household: k.household,
    visit: k.visit,
    village: k.village,
    township: k.township,
    helper: k.helper,
    why: k.why,
  }));
  await tx.sql`
    insert into spot_check (county, id, household_id, visit_id, village, township, helper, why, seed, drawn_at, drawn_by)
    select ${tx.scope.county}, r.id, r.household, r.visit, r.village, r.township, r.helper, r.why, ${seed}, ${new Date(by.at)}::timestamptz, ${by.staff}::uuid
    from jsonb_to_recordset(${jsonText(rows)}::text::jsonb)
      as r(id uuid, household uuid, visit uuid, village text, township text, helper uuid, why text[])
    on conflict (county, campaign, household_id) where status = 'drawn' do nothing`;
}

/** Keeps the answers of a check; with its differences it is done. */
export async function saveSpotCheck(
  tx: Tx,
  by: Actor,
  { check, answers, differences }: ChangeOf<'saveSpotCheck'>,
): Promise<void> {
  const done = differences !== null;
  const stored = await tx.sql`
    update spot_check set answers = ${jsonText(answers)}::text::jsonb, differences = ${jsonText(differences ?? [])}::text::jsonb,
      status = ${done ? 'done' : 'drawn'}, done_at = ${done ? new Date(by.at) : null}, done_by = ${done ? by.staff : null}, version = version + 1
    where county = ${tx.scope.county} and id = ${check.id} and version = ${check.version} and helper <> ${by.staff}`;
  if (stored.count === 0) throw new DatabaseFault('conflict', 'The check was changed in between.');
}

/** A visit is verified by somebody else than its helper. */
export async function verifyVisit(tx: Tx, by: Actor, { visit }: ChangeOf<'verifyVisit'>): Promise<void> {
  const at = new Date(by.at);
  await keepDecision(tx, by, 'verifyVisit', visit);
  const stored = await tx.sql`
    update visit set status = 'verified', verified_at = ${at}, verified_by = ${by.staff}, updated_at = ${at}, version = version + 1
    where county = ${tx.scope.county} and id = ${visit.id} and version = ${visit.version} and ${stated(tx, wasHandedIn('status'))} and helper <> ${by.staff}`;
  if (stored.count === 0) throw new DatabaseFault('conflict', 'The visit was changed in between.');
}

/** A visit goes back to its helper with a reason. */
export async function returnVisit(
  tx: Tx,
  by: Actor,
  { visit, reason }: ChangeOf<'returnVisit'>,
): Promise<void> {
  const at = new Date(by.at);
  await keepDecision(tx, by, 'returnVisit', visit);
  const stored = await tx.sql`
    update visit set status = 'returned', returned_at = ${at}, returned_by = ${by.staff}, return_reason = ${reason}, updated_at = ${at},
      version = version + 1
    where county = ${tx.scope.county} and id = ${visit.id} and version = ${visit.version} and ${stated(tx, wasHandedIn('status'))} and helper <> ${by.staff}`;
  if (stored.count === 0) throw new DatabaseFault('conflict', 'The visit was changed in between.');
}

/** What the visit's decision was before this one. */
async function keepDecision(
  tx: Tx,
  by: Actor,
  kind: 'verifyVisit' | 'returnVisit',
  visit: ChangeOf<'verifyVisit'>['visit'],
): Promise<void> {
  const [before] = await tx.sql<Record<string, unknown>[]>`
    select status, verified_at, verified_by, returned_at, returned_by, return_reason from visit
    where county = ${tx.scope.county} and id = ${visit.id} and version = ${visit.version}`;
  if (before !== undefined)
    await keepOrder(tx, by, { kind, subject: visit.id, version: visit.version + 1, before });
}
