import { type RoomField, requiredColumns, roomColumns } from '../../conversations/imports/headings.ts';
import { type RoomEntry, readRoomRow } from '../../conversations/imports/room-row.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import { roomChannels } from '../channels/platforms.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';

/** Puts a list of group chats in. Platform and the platform's id name the room. */
export function importRooms(request: ImportRequest): Promise<ImportReport> {
  return importFile(request, roomKind);
}

const roomKind: ImportKind<RoomField> = {
  kind: 'rooms',
  columns: roomColumns,
  required: requiredColumns.rooms,
  begin: async (tx, units, log) => {
    const rooms = new Map<string, RoomEntry>();
    return {
      row: async (row, header) => {
        const reading = readRoomRow(row, header, units, roomChannels);
        const errors = reading.is === 'wrong' ? reading.errors : kept(rooms, reading.entry);
        for (const text of errors) log.error({ row: row.row, sheet: row.sheet, text });
      },
      endSheet: async () => undefined,
      end: async () => {
        if (log.willStore) log.add(await saveRooms(tx, [...rooms.values()]));
      },
    };
  },
};

function kept(rooms: Map<string, RoomEntry>, entry: RoomEntry): string[] {
  const key = `${entry.channel}\n${entry.externalId}`;
  const before = rooms.get(key);
  if (before !== undefined) return [`群标识与第 ${before.row} 行重复，请核对`];
  rooms.set(key, entry);
  return [];
}
