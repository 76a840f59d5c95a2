import { wholeCounty } from '../conversations/access/scope.ts';
import type { CountyCode, StaffId } from '../conversations/engine/ids.ts';
import { type CampaignSettings, campaignSettings } from '../conversations/engine/session.ts';
import type { Database } from './connect.ts';
import { read, write } from './transaction.ts';

/** What a county's data looks like from outside: is it set up, does it hold households. */
export interface CountyState {
  settings: CampaignSettings | null;
  hasUnits: boolean;
  hasHouseholds: boolean;
}

export function countyState(database: Database, county: CountyCode): Promise<CountyState> {
  return read(database, wholeCounty(county), async (db) => {
    const [row] = await db.sql<{ value: unknown; units: boolean; households: boolean }[]>`
      select (select value from setting where county = ${county} and key = 'campaign') as value,
        exists (select 1 from unit where county = ${county}) as units,
        exists (select 1 from household where county = ${county}) as households`;
    const settings = row?.value == null ? null : campaignSettings.parse(row.value);
    return { settings, hasUnits: row?.units === true, hasHouseholds: row?.households === true };
  });
}

/** Sets up a county's campaign unless it has one. */
export function beginCampaign(
  database: Database,
  county: CountyCode,
  settings: CampaignSettings,
): Promise<void> {
  return write(database, wholeCounty(county), async (tx) => {
    await tx.sql`
      insert into setting (county, key, value) values (${county}, 'campaign', ${JSON.stringify(settings)}::text::jsonb)
      on conflict (county, key) do nothing`;
  });
}

/** Somebody of the roster by phone number. */
export function staffByPhone(
  database: Database,
  county: CountyCode,
  phone: string,
): Promise<{ id: StaffId; name: string } | null> {
  return read(database, wholeCounty(county), async (db) => {
    const [row] = await db.sql<{ id: StaffId; name: string }[]>`
      select id, name from staff where county = ${county} and phone = ${phone} and active`;
    return row ?? null;
  });
}

/** A group of any channel by its name or the platform's id. */
export function roomNamed(
  database: Database,
  county: CountyCode,
  words: string,
): Promise<{ name: string; unit: string | null } | null> {
  return read(database, wholeCounty(county), async (db) => {
    const [row] = await db.sql<{ name: string; unit: string | null }[]>`
      select name, unit from room where county = ${county} and (external_id = ${words} or name = ${words}) and active
      order by unit is null, channel limit 1`;
    return row ?? null;
  });
}

/** Makes the terminal's own room, bound to the same unit as the group it stands for. */
export function openTerminalRoom(
  database: Database,
  county: CountyCode,
  room: { name: string; unit: string | null },
): Promise<void> {
  return write(database, wholeCounty(county), async (tx) => {
    await tx.sql`
      insert into room (county, id, channel, external_id, name, unit)
      values (${county}, gen_random_uuid(), 'terminal', ${room.name}, ${room.name}, ${room.unit})
      on conflict (county, channel, external_id) do update set unit = coalesce(room.unit, excluded.unit)`;
  });
}
