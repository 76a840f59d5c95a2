import { and, eq, sql } from 'drizzle-orm';
import type { Household } from '../../conversations/contract/household.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { type DialogueState, dialogueState } from '../../conversations/contract/state.ts';
import { stated } from '../base/fact.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { readSetting, saveSetting } from '../campaign/settings.ts';
import { householdsVisit, isNotVisited } from '../facts/visits.ts';
import { type HouseholdRow, householdColumns, householdOf, householdUnits } from '../households/row.ts';
import { outbox } from '../outbox/table.ts';
import { dialogue } from '../turn/table.ts';

/** Where the simulated clock stands against the real one, milliseconds. */
export async function readClockOffset(db: Db): Promise<number | null> {
  const value = await readSetting(db, 'rehearsal');
  return typeof value?.['offsetMs'] === 'number' ? value['offsetMs'] : null;
}

/** Keeps how far the rehearsal's clock was put forward, milliseconds. */
export async function saveClockOffset(tx: Tx, offsetMs: number): Promise<void> {
  await saveSetting(tx, 'rehearsal', { offsetMs });
}

export interface Robot {
  staff: StaffId;
  /** Households of his that are still to be visited. */
  remaining: number;
}

/** Helpers with something left to do, in a stable order. */
export async function robots(db: Db): Promise<Robot[]> {
  return [
    ...(await db.sql<Robot[]>`
    select a.staff_id as staff, count(*)::int as remaining from assignment a
    join household h on h.county = a.county and h.id = a.household_id and h.active
    join staff s on s.county = a.county and s.id = a.staff_id and s.active
    ${stated(db, householdsVisit)}
    where a.county = ${db.scope.county} and a.kind = 'main' and ${stated(db, isNotVisited)}
    group by a.staff_id order by a.staff_id`),
  ];
}

/** A person's dialogue as it stands, with the household of the visit in hand. */
export async function dialogueOf(
  db: Db,
  staff: StaffId,
): Promise<{ state: DialogueState; household: Household | null } | null> {
  const { sql, scope } = db;
  const [row] = await db.orm
    .select({ state: dialogue.state, visitId: dialogue.visitId })
    .from(dialogue)
    .where(and(eq(dialogue.county, scope.county), eq(dialogue.staffId, staff)));
  if (row === undefined) return null;
  const [found] = await sql<HouseholdRow[]>`
    select ${stated({ sql }, householdColumns)} from visit v join household h on h.county = v.county and h.id = v.household_id
    ${stated({ sql }, householdUnits)} where v.county = ${scope.county} and v.id = ${row.visitId}`;
  return {
    state: dialogueState.parse(row.state),
    household: found === undefined ? null : householdOf(found),
  };
}

/** A message that was queued, for looking back at a day. */
export interface ShownPush {
  key: string;
  to: string;
  text: string;
  picture: string | null;
  at: Date;
}

/** The last pushes of the rehearsal, the latest first. */
export async function latestPushes(db: Db, limit: number): Promise<ShownPush[]> {
  return [
    ...(await db.sql<ShownPush[]>`
    select o.key, coalesce(s.name || '（' || su.short || '）', r.name, '') as "to", o.body ->> 'text' as text,
      o.body -> 'document' -> 'args' ->> 'data' as picture, o.created_at as at
    from outbox o
    left join staff s on s.county = o.county and o.receiver = 'staff:' || s.id left join unit su on su.county = s.county and su.code = s.unit
    left join room r on r.county = o.county and o.receiver = 'room:' || r.id
    where o.county = ${db.scope.county} and o.kind in ('reminder', 'digest', 'deadline')
    order by o.created_at desc, o.kind = 'digest' desc, o.key limit ${limit}`),
  ];
}

/** The data of a push's picture as JSON text, or null where it has none. */
export async function pushPicture(db: Db, key: string): Promise<string | null> {
  const [row] = await db.orm
    .select({ data: sql<string | null>`${outbox.body} -> 'document' -> 'args' ->> 'data'` })
    .from(outbox)
    .where(and(eq(outbox.county, db.scope.county), eq(outbox.key, key)));
  return row?.data ?? null;
}

/**
 * Gives everybody of a made-up county his account on the built-in chat page, as choosing him there would: so that
 * what is sent to him is there when somebody steps into his shoes.
 */
export async function bindEverybody(tx: Tx, at: Date): Promise<void> {
  await tx.sql`
    insert into account (county, id, channel, external_id, staff_id, display_name, bound_at, last_seen_at)
    select county, gen_random_uuid(), 'web', id::text, id, name, ${at}, ${at} from staff where county = ${tx.scope.county} and active
    on conflict (county, channel, external_id) do nothing`;
}
