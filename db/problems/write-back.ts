import { answers } from '../../conversations/form/answer.ts';
import type { Actor, ChangeOf } from '../base/actor.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';

/** What the ledger said before a strike-off, as the problem's history keeps it. */
interface Before {
  ledger?: Record<string, unknown>;
}

/**
 * A strike-off writes what the look found into the household's ledger, 重开 puts back what stood there. Each changed
 * answer leaves its line in the log, like one that was said. Gives what stood there before, for the history.
 * The household's village is opened for this one statement: whoever may strike the problem off may correct its ledger,
 * also a department, which otherwise sees no visits.
 */
export async function writeBack(
  tx: Tx,
  by: Actor,
  problem: string,
  ledger: NonNullable<ChangeOf<'moveProblem'>['ledger']>,
): Promise<Before> {
  const set = ledger === 'restore' ? await lastWritten(tx, problem) : ledger;
  return written(tx, by, problem, set);
}

/** The answers that stood there before a move, put back as the move's own history kept them. */
export async function putBack(
  tx: Tx,
  by: Actor,
  problem: string,
  ledger: Record<string, unknown>,
): Promise<void> {
  await written(tx, by, problem, soundly(ledger));
}

async function written(tx: Tx, by: Actor, problem: string, set: Record<string, unknown>): Promise<Before> {
  if (Object.keys(set).length === 0) return {};
  const { county } = tx.scope;
  const [scope] = await tx.sql<{ villages: string; set_config: string }[]>`
    select coalesce(current_setting('ruhu.villages', true), '') as villages,
      set_config('ruhu.villages', coalesce(p.village, ''), true)
    from problem p where p.county = ${county} and p.id = ${problem}`;
  const rows = await tx.sql<{ key: string; before: unknown }[]>`
    with new as materialized (
      select key, value from jsonb_each(${jsonText(set)}::text::jsonb)
    ), v as materialized (
      select v.id, v.household_id, v.village, v.answers from visit v join problem p on p.county = v.county
        and p.household_id = v.household_id and (p.visit_id is null or p.visit_id = v.id)
      where v.county = ${county} and p.id = ${problem} and v.status <> 'draft'
      order by v.submitted_at desc nulls last limit 1
    ), written as (
      update visit set answers = (v.answers - (select array_agg(key) from new))
          || coalesce((select jsonb_object_agg(key, value) from new where value <> 'null'::jsonb), '{}'),
        version = version + 1, updated_at = ${new Date(by.at)}
      from v where visit.county = ${county} and visit.id = v.id returning visit.id
    ), logged as (
      insert into answer (county, visit_id, household_id, village, question, before, after, staff_id, channel, message_id, at)
      select ${county}, v.id, v.household_id, v.village, new.key, v.answers -> new.key, nullif(new.value, 'null'::jsonb), ${by.staff}::uuid,
        ${by.channel}, ${`problem:${problem}`}, ${new Date(by.at)}::timestamptz
      from new, v where v.answers -> new.key is distinct from nullif(new.value, 'null'::jsonb)
    )
    select new.key, v.answers -> new.key as before from new, v`;
  await tx.sql`select set_config('ruhu.villages', ${scope?.villages ?? ''}, true)`;
  return { ledger: Object.fromEntries(rows.map((row) => [row.key, row.before ?? null])) };
}

/** What the last strike-off found there: to be put back. */
async function lastWritten(tx: Tx, problem: string): Promise<Record<string, unknown>> {
  const [row] = await tx.sql<{ ledger: Record<string, unknown> | null }[]>`
    select before -> 'ledger' as ledger from problem_event
    where county = ${tx.scope.county} and problem_id = ${problem} and kind = 'closed' order by id desc limit 1`;
  return soundly(row?.ledger ?? {});
}

/** null where no answer stood: it is taken away again. */
function soundly(kept: Record<string, unknown>): Record<string, unknown> {
  const whole = Object.entries(kept).filter(([, value]) => value !== null);
  // What isn't an answer any more (an older questionnaire's) is not put back.
  const sound = answers.safeParse(Object.fromEntries(whole));
  const none = Object.keys(kept).filter((key) => kept[key] === null);
  return { ...(sound.success ? sound.data : {}), ...Object.fromEntries(none.map((key) => [key, null])) };
}
