import type { RoomId, UnitCode } from '../conversations/engine/ids.ts';
import { jsonText } from './json.ts';
import type { Saved } from './staff.ts';
import type { Db, Tx } from './transaction.ts';

/** One line of a list of groups. Channel and external id name the room. */
export interface RoomEntry {
  channel: string;
  externalId: string;
  name: string;
  unit: UnitCode;
}

export interface RoomRow extends Omit<RoomEntry, 'unit'> {
  id: RoomId;
  unit: UnitCode | null;
}

/** Puts rooms in or brings them up to date. */
export async function saveRooms(tx: Tx, rooms: readonly RoomEntry[]): Promise<Saved> {
  const list = rooms.map((r) => ({
    channel: r.channel,
    external_id: r.externalId,
    name: r.name,
    unit: r.unit,
  }));
  const rows = await tx.sql<{ added: boolean }[]>`
    insert into room (county, id, channel, external_id, name, unit, bound_at)
    select ${tx.scope.county}, gen_random_uuid(), r.*, now() from jsonb_to_recordset(${jsonText(list)}::text::jsonb)
      as r(channel text, external_id text, name text, unit text)
    on conflict (county, channel, external_id) do update set name = excluded.name, unit = excluded.unit, bound_at = now(), active = true
    where (room.name, room.unit, room.active) is distinct from (excluded.name, excluded.unit, true)
    returning xmax = 0 as added`;
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, same: rooms.length - rows.length };
}

export async function listRooms(db: Db): Promise<RoomRow[]> {
  return [
    ...(await db.sql<RoomRow[]>`
    select id, channel, external_id as "externalId", name, unit from room where county = ${db.scope.county} and active
    order by unit nulls last, name, id`),
  ];
}
