import type { UnitCode } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Saved } from '../base/saved.ts';
import type { Tx } from '../base/transaction.ts';

/** One line of a list of groups. Channel and external id name the room. */
interface RegisteredRoom {
  channel: string;
  externalId: string;
  name: string;
  unit: UnitCode;
}

/** Puts rooms in or brings them up to date. */
export async function saveRooms(tx: Tx, rooms: readonly RegisteredRoom[]): Promise<Saved> {
  const list = rooms.map((r) => ({
    channel: r.channel,
    external_id: r.externalId,
    name: r.name,
    unit: r.unit,
  }));
  const rows = await tx.sql<{ added: boolean }[]>`
    with given as materialized (
      select gen_random_uuid() as id, r.* from jsonb_to_recordset(${jsonText(list)}::text::jsonb)
        as r(channel text, external_id text, name text, unit text)
    ), done as (
    insert into room (county, id, channel, external_id, name, unit, bound_at)
    select ${tx.scope.county}, given.*, now() from given
    on conflict (county, channel, external_id) do update set name = excluded.name, unit = excluded.unit, bound_at = now(), active = true
    where (room.name, room.unit, room.active) is distinct from (excluded.name, excluded.unit, true)
    returning id)
    select id in (select id from given) as added from done`;
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, same: rooms.length - rows.length };
}
