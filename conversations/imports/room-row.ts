import type { UnitCode } from '../contract/ids.ts';
import { blankCell, type Cell, RowCheck, valueCell, wrong } from './cell.ts';
import type { HeaderReading, RoomField } from './headings.ts';
import { cellOf, extraOf, type TableRow } from './household-row.ts';
import { readTownship, readUnit } from './place.ts';
import { plainText, quoted } from './text.ts';
import type { UnitIndex } from './unit-match.ts';

/** Channels that have groups, with the words a list of groups has for each; told by the platforms. */
type RoomChannels = Readonly<Record<string, readonly string[]>>;

export interface RoomEntry {
  row: number;
  name: string;
  channel: string;
  externalId: string;
  unit: UnitCode;
  extra: Record<string, string>;
}

type RoomReading = { is: 'room'; entry: RoomEntry } | { is: 'wrong'; errors: readonly string[] };

/** Reads one line of a list of group chats. */
export function readRoomRow(
  source: TableRow,
  header: HeaderReading<RoomField>,
  units: UnitIndex,
  channels: RoomChannels,
): RoomReading {
  const text = (field: RoomField) => cellOf(source, header, field);
  const check = new RowCheck();
  const name = plainText(text('name'));
  if (name === '') check.errors.push('缺群名，请补上');
  if (name.length > 60) check.errors.push('群名太长，请核对');
  const channel = check.need(readChannel(text('channel'), channels), '缺平台，请补上');
  const externalId = plainText(text('externalId'));
  if (externalId === '') check.errors.push('缺群标识，请补上');
  if (externalId.length > 300) check.errors.push('群标识太长，请核对');
  const township = check.take(readTownship(units, text('township'))) ?? null;
  const unit = check.need(readUnit(units, text('unit'), township), '缺单位，请补上');
  if (check.errors.length > 0 || channel === undefined || unit === undefined)
    return { is: 'wrong', errors: check.errors };
  return {
    is: 'room',
    entry: { row: source.row, name, channel, externalId, unit: unit.code, extra: extraOf(source, header) },
  };
}

function readChannel(text: string | undefined, channels: RoomChannels): Cell<string> {
  const plain = plainText(text).toLowerCase();
  if (plain === '') return blankCell;
  for (const [channel, words] of Object.entries(channels))
    if (words.includes(plain)) return valueCell(channel);
  return wrong(`平台${quoted(plain)}认不出，可填：微信、企业微信、群机器人、网页`);
}
