import { and, eq } from 'drizzle-orm';
import type { ListChange } from '../../conversations/lists/needs.ts';
import type { Actor } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import type { Tx } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { type Becoming, becomeOf } from './become.ts';
import { outsideRow } from './table.ts';

type Change<Name extends ListChange['do']> = Extract<ListChange, { do: Name }>;

/** Somebody said whom a row means; what it becomes, it becomes now. */
export async function matchListed(
  tx: Tx,
  by: Actor,
  { row, household }: Change<'matchListed'>,
): Promise<void> {
  const { county } = tx.scope;
  const [found] = await tx.sql<(Becoming & { becomes: string })[]>`
    update outside_row r set household_id = h.id, village = h.village, township = h.township, matched_by = 'hand', candidates = '{}'
    from household h where r.county = ${county} and r.id = ${row} and r.problem_id is null and r.lead_id is null and r.result is null
      and h.county = ${county} and h.id = ${household}
    returning r.id, r.kind, r.person, r.words, '' as category, r.household_id as "householdId", h.head_name as "headName", r.village,
      r.township, r.becomes`;
  if (found === undefined) throw new DatabaseFault('conflict', 'The row was matched or answered in between.');
  const { becomes, ...becoming } = found;
  if (becomes === 'problem' || becomes === 'lead') await becomeOf(tx, by, [becoming], becomes);
}

/** What was found of a row; a later word replaces it. What was confirmed becomes what its kind says, once. */
export async function answerListed(
  tx: Tx,
  by: Actor,
  { row, result, finding }: Change<'answerListed'>,
): Promise<void> {
  const { county } = tx.scope;
  const r = outsideRow;
  const stored = await tx.orm
    .update(r)
    .set({ result, finding, answeredBy: by.staff, answeredAt: new Date(by.at) })
    .where(and(eq(r.county, county), eq(r.id, row)))
    .returning({ id: r.id });
  if (stored.length === 0)
    throw new DatabaseFault('conflict', 'The row went, or left the scope, in between.');
  if (result !== 'true') return;
  const [found] = await tx.sql<Becoming[]>`
    select r.id, r.kind, r.person, r.words, '' as category, r.household_id as "householdId", h.head_name as "headName", r.village, r.township
    from outside_row r join household h on h.county = r.county and h.id = r.household_id
    where r.county = ${county} and r.id = ${row} and r.becomes = 'question' and r.problem_id is null and r.lead_id is null`;
  if (found === undefined) return;
  const kind = (await campaignHere(tx)).listKinds.find(({ id }) => id === found.kind);
  if (kind?.confirmed !== undefined) await becomeOf(tx, by, [found], kind.confirmed);
}

/** What the rows of an import became, and whether somebody has acted on it since. */
interface BecomeByImport {
  acted: number;
  problems: readonly string[];
  leads: readonly string[];
}

/** Problems and leads that exist by this import alone: to be looked up before its rows go. */
export async function becomeByImport(tx: Tx, importId: string): Promise<BecomeByImport> {
  const { county } = tx.scope;
  const [found] = await tx.sql<BecomeByImport[]>`
    with brought as materialized (
      select (c.key ->> 'id')::uuid as id from import_change c
      where c.county = ${county} and c.import_id = ${importId} and c.relation = 'outside_row'
      group by 1 having bool_and(coalesce(c.before ->> 'problem_id', c.before ->> 'lead_id') is null)
    ), became as materialized (
      select p.id as problem, l.id as lead, coalesce(p.version, l.version) as version
      from brought b join outside_row r on r.county = ${county} and r.id = b.id
      left join problem p on p.county = r.county and p.id = r.problem_id and p.key = 'listed:' || r.id
      left join monitoring_lead l on l.county = r.county and l.id = r.lead_id and l.source = 'list')
    select (count(*) filter (where version > 1))::int as acted, coalesce(array_agg(problem) filter (where problem is not null), '{}') as problems,
      coalesce(array_agg(lead) filter (where lead is not null), '{}') as leads from became`;
  return found ?? { acted: 0, problems: [], leads: [] };
}

/** They are withdrawn with a line of history; the import that made them was taken back. */
export async function withdrawBecome(
  tx: Tx,
  { problems, leads }: BecomeByImport,
  by: string,
  at: Date,
): Promise<void> {
  const { county } = tx.scope;
  await tx.sql`
    with gone as (
      update problem p set status = 'withdrawn', version = p.version + 1 where p.county = ${county} and p.id = any (${[...problems]}::uuid[])
      returning p.id, p.village)
    insert into problem_event (county, problem_id, village, kind, staff_id, at, words)
    select ${county}, id, village, 'withdrawn', ${by}::uuid, ${at}::timestamptz, '名单导入已撤销' from gone`;
  await tx.sql`
    with gone as (
      update monitoring_lead l set stage = 'withdrawn', stage_at = ${at}, stage_due = null, version = l.version + 1
      where l.county = ${county} and l.id = any (${[...leads]}::uuid[]) returning l.id, l.village)
    insert into monitoring_lead_event (county, lead_id, village, kind, staff_id, at)
    select ${county}, id, village, 'withdrawn', ${by}::uuid, ${at}::timestamptz from gone`;
}
