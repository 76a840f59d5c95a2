import { and, eq, ne, sql } from 'drizzle-orm';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { DatabaseFault } from '../base/faults.ts';
import { asJson } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { keepOrder } from '../orders/write.ts';
import { visit as visits } from '../visits/table.ts';
import { saveOpinion } from './opinions.ts';
import { spotCheck } from './table.ts';

/** Keeps a draw; a household drawn by somebody else in between is left out. */
export async function drawSpotChecks(
  tx: Tx,
  by: Actor,
  { seed, checks }: ChangeOf<'drawSpotChecks'>,
): Promise<void> {
  if (checks.length === 0) return;
  const drawn = { county: tx.scope.county, seed, drawnAt: new Date(by.at), drawnBy: by.staff };
  await tx.orm
    .insert(spotCheck)
    .values(
      checks.map(({ id, household, visit, village, township, helper, why }) => ({
        ...{ id, householdId: household, visitId: visit, village, township, helper, why: [...why] },
        ...drawn,
      })),
    )
    .onConflictDoNothing({
      target: [spotCheck.county, spotCheck.campaign, spotCheck.householdId],
      where: sql`status = 'drawn'`,
    });
}

/** Keeps the answers of a check; with its differences it is done. */
export async function saveSpotCheck(
  tx: Tx,
  by: Actor,
  { check, answers, differences }: ChangeOf<'saveSpotCheck'>,
): Promise<void> {
  const done = differences !== null;
  const { county, id, version, helper, householdId, village, township } = spotCheck;
  const { satisfaction } = await campaignHere(tx);
  const opinions = new Set(satisfaction.questions.map((q) => q.key));
  const [facts = {}, thinks = {}] = [false, true].map((ofOpinion) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => opinions.has(key) === ofOpinion)),
  );
  const stored = await tx.orm
    .update(spotCheck)
    .set({
      answers: asJson(facts),
      differences: asJson(differences ?? []),
      status: done ? 'done' : 'drawn',
      doneAt: done ? new Date(by.at) : null,
      doneBy: done ? by.staff : null,
      version: sql`${version} + 1`,
    })
    .where(
      and(
        eq(county, tx.scope.county),
        eq(id, check.id),
        eq(version, check.version),
        by.staff === null ? sql`false` : ne(helper, by.staff as StaffId),
      ),
    )
    .returning({ householdId, village, township });
  const [of] = stored;
  if (of === undefined) throw new DatabaseFault('conflict', 'The check was changed in between.');
  if (Object.keys(thinks).length > 0)
    await saveOpinion(tx, { ...of, source: 'spotCheck', answers: thinks, answeredOn: isoDate(by.at) });
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
  const { status, verifiedAt, verifiedBy, returnedAt, returnedBy, returnReason } = visits;
  const [before] = await tx.orm
    .select({
      ...{ status, verified_at: verifiedAt, verified_by: verifiedBy },
      ...{ returned_at: returnedAt, returned_by: returnedBy, return_reason: returnReason },
    })
    .from(visits)
    .where(
      and(eq(visits.county, tx.scope.county), eq(visits.id, visit.id), eq(visits.version, visit.version)),
    );
  if (before !== undefined)
    await keepOrder(tx, by, { kind, subject: visit.id, version: visit.version + 1, before });
}
