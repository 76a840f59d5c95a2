import { and, eq, isNull, or } from 'drizzle-orm';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../base/connect.ts';
import { read, write } from '../base/transaction.ts';
import { room } from './room-table.ts';

/** What a county's data looks like from outside: is it set up, does it hold households. */
interface CountyState {
  hasCampaign: boolean;
  hasUnits: boolean;
  hasHouseholds: boolean;
}

/** Whether a county has been set up, and whether it holds households. */
export function countyState(database: Database, county: CountyCode): Promise<CountyState> {
  return read(database, wholeCounty(county), async (db) => {
    const [row] = await db.sql<CountyState[]>`
      select exists (select 1 from setting where county = ${county} and key = 'campaign') as "hasCampaign",
        exists (select 1 from unit where county = ${county}) as "hasUnits",
        exists (select 1 from household where county = ${county}) as "hasHouseholds"`;
    return row ?? { hasCampaign: false, hasUnits: false, hasHouseholds: false };
  });
}

/** A group of any channel by its name or the platform's id. */
export function roomNamed(
  database: Database,
  county: CountyCode,
  words: string,
): Promise<{ name: string; unit: string | null } | null> {
  return read(database, wholeCounty(county), async (db) => {
    const { name, unit, externalId, channel, active } = room;
    const [row] = await db.orm
      .select({ name, unit })
      .from(room)
      .where(and(eq(room.county, county), or(eq(externalId, words), eq(name, words)), active))
      .orderBy(isNull(unit), channel)
      .limit(1);
    return row ?? null;
  });
}

/** Makes the terminal's own room, bound to the same unit as the group it stands for. */
export function openTerminalRoom(
  database: Database,
  county: CountyCode,
  stoodFor: { name: string; unit: string | null },
): Promise<void> {
  return write(database, wholeCounty(county), async (tx) => {
    await tx.sql`
      insert into room (county, id, channel, external_id, name, unit)
      values (${county}, gen_random_uuid(), 'terminal', ${stoodFor.name}, ${stoodFor.name}, ${stoodFor.unit})
      on conflict (county, channel, external_id) do update set unit = coalesce(room.unit, excluded.unit)`;
  });
}
