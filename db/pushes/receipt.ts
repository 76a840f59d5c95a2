import { and, eq } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { PushNeeds, Receipt, ReceiptChange } from '../../conversations/pushes/needs.ts';
import { pushSettings } from '../../conversations/pushes/schedule.ts';
import type { Actor } from '../base/actor.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { DatabaseFault } from '../base/faults.ts';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { readCampaign, saveCampaign, saveSetting } from '../campaign/settings.ts';
import { isCounted } from '../facts/problems.ts';
import { isVisited } from '../facts/visits.ts';
import { noteSecurity } from '../people/security-log.ts';
import { staff } from '../people/table.ts';
import { unit as units } from '../places/table.ts';
import { problemsWithin } from '../progress/lists.ts';
import { villagesWithin } from '../progress/progress.ts';
import { readPushSettings } from './asked.ts';

/** What was sent unasked in some days, and what answers, lines and summaries it spared people. */
export async function receipt(
  db: Db,
  { speaker }: Asker,
  { own, unit, from, today }: PushNeeds['receipt']['in'],
): Promise<Receipt> {
  const { sql, scope } = db;
  const { county } = scope;
  const me = speaker?.id ?? null;
  const people = own
    ? sql`select ${me}::uuid as id`
    : sql`select s.id from staff s join unit u on u.county = s.county and u.code = s.unit where s.county = ${county}
        and (u.code = ${unit ?? ''} or u.parent = ${unit ?? ''} or exists (select 1 from unit t where t.county = ${county} and t.code = ${unit ?? ''} and t.kind = 'county'))`;
  const rooms = own
    ? sql`select null::uuid as id where false`
    : sql`select r.id from room r join unit u on u.county = r.county and u.code = r.unit where r.county = ${county}
        and (u.code = ${unit ?? ''} or u.parent = ${unit ?? ''} or exists (select 1 from unit t where t.county = ${county} and t.code = ${unit ?? ''} and t.kind = 'county'))`;
  const villages = sql`(select u.code from unit u where ${villagesWithin(db, unit)})`;
  const mine = own ? sql`and v.helper = ${me}` : sql`and v.village in ${villages}`;
  const [row] = await asProgram(
    db,
    () => sql<Receipt[]>`
    with sent as (
      select o.receiver, (o.created_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as n from outbox o
      where o.county = ${county} and o.kind in ('reminder', 'digest') and o.created_at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
        and o.created_at < ((${today}::date + 1)::timestamp at time zone 'Asia/Shanghai')
        and o.receiver in (select 'staff:' || id from (${people}) p union all select 'room:' || id from (${rooms}) r)
      group by 1, 2
    )
    select (select coalesce(sum(n), 0)::int from sent where receiver like 'staff:%') as pushes,
      (select count(distinct receiver)::int from sent where receiver like 'staff:%') as people,
      (select coalesce(max(n), 0)::int from sent where receiver like 'staff:%') as most,
      (select coalesce(sum(n), 0)::int from sent where receiver like 'room:%') as "roomPushes",
      (select count(distinct receiver)::int from sent where receiver like 'room:%') as rooms,
      (select coalesce(max(n), 0)::int from sent where receiver like 'room:%') as "roomMost",
      (select coalesce(sum(withheld), 0)::int from push_run where county = ${county} and date >= ${from} and ${scope.all && !own}) as withheld,
      (select count(*)::int from visit v where v.county = ${county} and ${stated(db, isVisited())} ${mine}) as visits,
      (select count(*)::int from answer a where a.county = ${county} and a.before ->> 'from' = 'register'
        ${own ? sql`and a.staff_id = ${me}` : sql`and a.village in ${villages}`}) as confirmed,
      (select count(*)::int from problem p where ${own ? sql`p.county = ${county} and p.opened_by = ${me}` : problemsWithin(db, unit)}
        and ${stated(db, isCounted())}) as problems,
      (select count(distinct date)::int from push_run where county = ${county} and job in ('townshipSummary', 'eveningDigest') and queued > 0) as "digestDays"`,
  );
  if (row === undefined) throw new DatabaseFault('unexpected', 'A count gave no row.');
  return row;
}

/** Turns everything but deadlines off or on for the speaker. */
export async function mute(
  tx: Tx,
  by: Actor,
  { muted }: Extract<ReceiptChange, { do: 'mute' }>,
): Promise<void> {
  if (by.staff === null) return;
  await tx.orm
    .update(staff)
    .set({ muted })
    .where(and(eq(staff.county, tx.scope.county), eq(staff.id, by.staff as StaffId)));
}

/** Lays the changed parts over what is there; what would not be a campaign any more is refused. */
export async function changeCampaign(
  tx: Tx,
  by: Actor,
  change: Extract<ReceiptChange, { do: 'changeCampaign' }>,
): Promise<void> {
  const current = await readCampaign(tx);
  if (current === null) throw new DatabaseFault('notSetUp', 'The county has no campaign yet.');
  await saveCampaign(tx, { ...current, ...change.campaign });
  await noteSettings(tx, by, change.campaign);
  const { countyName } = change.campaign;
  if (countyName !== undefined)
    await tx.orm
      .update(units)
      .set({ name: countyName, short: countyName })
      .where(and(eq(units.county, tx.scope.county), eq(units.kind, 'county')));
}

/** Changes some of the schedule's settings; throws where the whole would make no schedule. */
export async function changeSchedule(
  tx: Tx,
  by: Actor,
  change: Extract<ReceiptChange, { do: 'changeSchedule' }>,
): Promise<void> {
  await saveSetting(
    tx,
    'pushes',
    pushSettings.parse({ ...(await readPushSettings(tx)), ...change.schedule }),
  );
  await noteSettings(tx, by, change.schedule);
}

/** Which settings were changed; what they were set to stands in the settings. */
function noteSettings(tx: Tx, by: Actor, changed: object): Promise<void> {
  const detail = Object.keys(changed).join(' ');
  return noteSecurity(tx, [{ kind: 'settings', by: by.staff, channel: by.channel, detail, at: by.at }]);
}
