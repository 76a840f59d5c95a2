import { seeingAll } from '../backup/all-seeing.ts';
import { tablesInOrder } from '../backup/shape.ts';
import type { Sql } from '../base/connection.ts';
import { recordErasure } from './keep-periods.ts';
import { periods } from './periods.ts';

/** Who erases and why: for the record. */
export interface Erasing {
  /** A user who sees every row and may delete. */
  url: string;
  county: string;
  by: string;
  reason?: string | undefined;
}

/** Rows by table; null where there is nobody and nothing of that name. */
export type Erased = Record<string, number> | null;

/** Who looked and what was erased is evidence, and names nobody. */
const evidence = ['access_log', 'erasure', 'security_event'];
/** Where people's words lie, which may name a household. */
const spoken = ['inbox', 'outbox', 'web_message', 'waiting_message', 'dialogue', 'report_note'];

/** Erases a household by its number, in every campaign, with what was said about it. */
export function eraseHousehold({ url, county, by, reason }: Erasing, code: string): Promise<Erased> {
  return seeingAll(url, 'read write', async (sql) => {
    const [found] = await sql<{ id: string; names: string[] }[]>`
      select id, array_remove(array[head_name] || array(select m ->> 'name' from jsonb_array_elements(
        case when jsonb_typeof(members) = 'array' then members else '[]' end) m), null) as names
      from household where county = ${county} and code = ${code}`;
    if (found === undefined) return null;
    const erase = counting(sql, county);
    const { id } = found;
    await erase(
      'problem_event',
      sql`problem_id in (select id from problem where county = ${county} and household_id = ${id})`,
    );
    await erase(
      'monitoring_lead_event',
      sql`lead_id in (select id from monitoring_lead where county = ${county} and household_id = ${id})`,
    );
    await erase(
      'order_log',
      sql`subject in (select id from problem where county = ${county} and household_id = ${id}
      union select id from visit where county = ${county} and household_id = ${id})`,
    );
    await erase(
      'attachment',
      sql`visit_id in (select id from visit where county = ${county} and household_id = ${id})
      or problem_id in (select id from problem where county = ${county} and household_id = ${id})`,
    );
    // As it was before an import: undoing that one would bring nothing of it back.
    await erase(
      'import_change',
      sql`${id} in (key ->> 'id', key ->> 'household_id', before ->> 'household_id') or before -> 'candidates' ? ${id}
      or key ->> 'id' in (select id::text from outside_row where county = ${county} and (household_id = ${id} or ${id} = any (candidates)))`,
    );
    await erase('outside_row', sql`${id} = any (candidates)`);
    for (const { name, columns } of (await tablesInOrder(sql)).reverse())
      if (columns.includes('household_id') && !evidence.includes(name))
        await erase(name, sql`household_id = ${id}`);
    const words = [id, ...found.names.filter((name) => name.length > 1)].map(
      (word) => `%${word.replaceAll(/[%_\\]/gu, '\\$&')}%`,
    );
    for (const table of spoken) await erase(table, sql`${sql(table)}::text like any (${words}::text[])`);
    await erase('household', sql`id = ${id}`);
    await recordErasure({ sql }, county, {
      what: 'household',
      subject: id,
      by,
      reason,
      counts: erase.counts,
    });
    return erase.counts;
  });
}

/** Erases a person of the staff by telephone: accounts, chats and name; what he answered stays, as nobody's. */
export function eraseStaff({ url, county, by, reason }: Erasing, phone: string): Promise<Erased> {
  return seeingAll(url, 'read write', async (sql) => {
    const [found] = await sql<
      { id: string }[]
    >`select id from staff where county = ${county} and phone = ${phone}`;
    if (found === undefined) return null;
    const erase = counting(sql, county);
    const { id } = found;
    await erase(
      'waiting_message',
      sql`split_part(person, chr(10), 1) in (select external_id from account where county = ${county} and staff_id = ${id})`,
    );
    await erase('inbox', sql`staff_id = ${id}`);
    await erase(
      'outbox',
      sql`receiver = ${`staff:${id}`} or address ->> 'externalId' in (
      select external_id from account where county = ${county} and staff_id = ${id})`,
    );
    await erase('web_message', sql`staff_id = ${id} or chat = ${`person:${id}`}`);
    await erase('import_change', sql`relation = 'staff' and key ->> 'id' = ${id}`);
    for (const table of [
      'desk_work',
      'dialogue',
      'web_session',
      'bind_code',
      'assignment',
      'order_log',
      'account',
    ])
      await erase(table, sql`staff_id = ${id}`);
    await sql`update staff set name = '（已删除）', phone = null, duty = null, active = false where county = ${county} and id = ${id}`;
    erase.counts['staff'] = 1;
    await recordErasure({ sql }, county, { what: 'staff', subject: id, by, reason, counts: erase.counts });
    return erase.counts;
  });
}

/** Erases everything of a county but the record of what was erased. */
export function eraseCounty({ url, county, by, reason }: Erasing): Promise<Erased> {
  return seeingAll(url, 'read write', async (sql) => {
    const erase = counting(sql, county);
    for (const { name } of (await tablesInOrder(sql)).reverse())
      if (name !== 'erasure') await erase(name, sql`true`);
    if (Object.keys(erase.counts).length === 0) return null;
    await recordErasure({ sql }, county, {
      what: 'county',
      subject: county,
      by,
      reason,
      counts: erase.counts,
    });
    return erase.counts;
  });
}

/** What may go when a campaign is closed (periods.ts): of tables that know campaigns, that one's. */
export function closeCampaign(
  { url, county, by, reason }: Erasing,
  campaign: string,
): Promise<Record<string, number>> {
  return seeingAll(url, 'read write', async (sql) => {
    const erase = counting(sql, county);
    const tables = await tablesInOrder(sql);
    const passing = new Set(
      periods.flatMap((p) =>
        ('until' in p && p.until === 'close') || ('days' in p && p.only === undefined && p.days <= 60)
          ? [p.table]
          : [],
      ),
    );
    for (const { name, columns } of tables.reverse())
      if (passing.has(name))
        await erase(name, columns.includes('campaign') ? sql`campaign = ${campaign}` : sql`true`);
    await recordErasure({ sql }, county, {
      what: 'campaign',
      subject: campaign,
      by,
      reason,
      counts: erase.counts,
    });
    return erase.counts;
  });
}

type Where = ReturnType<Sql>;

function counting(sql: Sql, county: string) {
  const counts: Record<string, number> = {};
  const erase = async (table: string, where: Where): Promise<void> => {
    const gone = await sql`delete from ${sql(table)} where county = ${county} and (${where})`;
    if (gone.count > 0) counts[table] = (counts[table] ?? 0) + gone.count;
  };
  return Object.assign(erase, { counts });
}
