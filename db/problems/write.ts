import { and, eq } from 'drizzle-orm';
import type { ProblemPatch } from '../../conversations/problems/move.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import { asJson } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { keepOrder } from '../orders/write.ts';
import { dispatchRow, personResponsible, unitResponsible } from './dispatch.ts';
import { problemEvent } from './problem-event-table.ts';
import { problem as problems } from './table.ts';
import { writeBack } from './write-back.ts';

/** One move on a problem with its line of history. Whoever comes second finds another version: a conflict. */
export async function writeProblemMove(
  tx: Tx,
  by: Actor,
  { problem, patch, event, ledger, attachments }: ChangeOf<'moveProblem'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const before = await tx.sql<
    (Pick<typeof problems.$inferSelect, 'status' | 'village'> & { row: Record<string, unknown> })[]
  >`
    select status, village, to_jsonb(problem) as row from problem where county = ${county} and id = ${problem.id} and version = ${problem.version} for update`;
  const [found] = before;
  if (found === undefined) throw new DatabaseFault('conflict', 'The problem was changed in between.');
  await tx.orm
    .update(problems)
    .set({ ...columnsOf(patch), version: problem.version + 1 })
    .where(and(eq(problems.county, county), eq(problems.id, problem.id)));
  const changed = ledger === undefined ? {} : await writeBack(tx, by, problem.id, ledger);
  await keepOrder(tx, by, {
    kind: 'moveProblem',
    subject: problem.id,
    version: problem.version + 1,
    before: { event: event.kind, row: found.row, ...changed },
  });
  const after = {
    status: patch.status ?? found.status,
    ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
  };
  await tx.orm.insert(problemEvent).values({
    ...{ county, problemId: problem.id, village: found.village, kind: event.kind, staffId: by.staff, at },
    before: asJson({ status: found.status, ...changed }),
    after: asJson(after),
    words: event.words,
    attachments: [...attachments],
  });
  await tie(tx, by, problem.id, attachments);
}

/** The columns of what a move changes; what it doesn't name isn't touched. */
function columnsOf(patch: ProblemPatch): Partial<typeof problems.$inferInsert> {
  const { responsibleUnit, responsiblePerson, rectifiedBy, doneAt, closedAt } = patch;
  const { status, due, manner, cause, task, nextLook, closedBy, mergedInto } = patch;
  const moment = (at: number | null) => (at === null ? null : new Date(at));
  return {
    ...{ status, due, manner, cause, task, nextLook, closedBy, mergedInto },
    ...(responsibleUnit === undefined ? {} : { responsibleUnit: responsibleUnit.id }),
    ...(responsiblePerson === undefined ? {} : { responsibleStaff: responsiblePerson?.id ?? null }),
    ...(rectifiedBy === undefined ? {} : { doneBy: rectifiedBy }),
    ...(doneAt === undefined ? {} : { doneAt: moment(doneAt) }),
    ...(closedAt === undefined ? {} : { closedAt: moment(closedAt) }),
  };
}

/** A problem reported freely or found by a self-check, with its first line of history. */
export async function openProblem(
  tx: Tx,
  by: Actor,
  { problem, attachments }: ChangeOf<'openProblem'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const rule = dispatchRow(await campaignHere(tx), problem);
  await tx.sql`
    with o as materialized (
      select ${problem.village}::text as village, ${problem.responsibleUnit}::text as responsible_unit, true as by_rule
    ), r as materialized (select ${unitResponsible(tx, tx.sql`${rule.unit}::text`, tx.sql`o`)} as unit from o)
    insert into problem (county, id, household_id, village, township, category, clause, key, description, source, lead_unit,
      responsible_unit, responsible_staff, assisting, manner, due, status, opened_at, opened_by)
    select ${county}, ${problem.id}::uuid, ${problem.householdId}::uuid, ${problem.village}, ${problem.township}, ${problem.category},
      ${problem.clause}, ${problem.key}, ${problem.description}, ${problem.source}, ${problem.leadUnit}, r.unit,
      ${personResponsible(tx, tx.sql`r.unit`, tx.sql`${rule.duties}::text`)}, ${[...rule.assisting]}::text[], ${rule.manner},
      ${problem.due}::date, 'open', ${at}::timestamptz, ${by.staff}::uuid
    from r`;
  await tx.orm.insert(problemEvent).values({
    ...{ county, problemId: problem.id, village: problem.village, kind: 'opened', staffId: by.staff, at },
    after: { status: 'open' },
    words: problem.description,
    attachments: [...attachments],
  });
  await tie(tx, by, problem.id, attachments);
}

/** Photos that follow a report: evidence of the same person. */
export async function attachToProblem(
  tx: Tx,
  by: Actor,
  { problemId, attachments }: ChangeOf<'attachToProblem'>,
): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    insert into problem_event (county, problem_id, village, kind, staff_id, at, words, attachments)
    select county, id, village, 'evidence', ${by.staff}::uuid, ${new Date(by.at)}::timestamptz, ${`照片${attachments.length}张`}, ${[...attachments]}::uuid[]
    from problem where county = ${county} and id = ${problemId} and opened_by = ${by.staff}`;
  await tie(tx, by, problemId, attachments);
}

/** The speaker's photos belong to the problem and, through it, to its household and village. */
async function tie(tx: Tx, by: Actor, problemId: string, attachments: readonly string[]): Promise<void> {
  if (attachments.length === 0) return;
  await tx.sql`
    update attachment a set problem_id = p.id, household_id = p.household_id, village = coalesce(p.village, a.village)
    from problem p
    where a.county = ${tx.scope.county} and a.id = any (${[...attachments]}::uuid[]) and a.staff_id = ${by.staff}
      and p.county = ${tx.scope.county} and p.id = ${problemId}`;
}
