import type { UnitCode } from '../contract/ids.ts';
import type { HeaderReading, RoomField } from './headings.ts';
import { cellOf, extraOf, type TableRow } from './household-row.ts';
import { readTownship, readUnit } from './place.ts';
import { blank, type Cell, RowCheck, value, wrong } from './problem.ts';
import { plainText, quoted } from './text.ts';
import type { UnitIndex } from './unit-match.ts';

const roomChannels = {
  wechaty: ['wechaty', '微信', '个人微信', '微信群'],
  wecom: ['wecom', '企业微信', '企微', '政务微信'],
  'wecom-robot': ['wecom-robot', '群机器人', '企业微信群机器人', '消息推送'],
  web: ['web', '网页', '聊天页'],
  terminal: ['terminal', '终端'],
} as const;
export type RoomChannel = keyof typeof roomChannels;

export interface RoomEntry {
  row: number;
  name: string;
  channel: RoomChannel;
  externalId: string;
  unit: UnitCode;
  extra: Record<string, string>;
}

export type RoomReading = { is: 'room'; entry: RoomEntry } | { is: 'wrong'; errors: readonly string[] };

/** Reads one line of a list of group chats. */
export function readRoomRow(
  source: TableRow,
  header: HeaderReading<RoomField>,
  units: UnitIndex,
): RoomReading {
  const text = (field: RoomField) => cellOf(source, header, field);
  const check = new RowCheck();
  const name = plainText(text('name'));
  if (name === '') check.errors.push('缺群名，请补上');
  if (name.length > 60) check.errors.push('群名太长，请核对');
  const channel = check.need(readChannel(text('channel')), '缺平台，请补上');
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

function readChannel(text: string | undefined): Cell<RoomChannel> {
  const plain = plainText(text).toLowerCase();
  if (plain === '') return blank;
  for (const channel of Object.keys(roomChannels) as RoomChannel[]) {
    if ((roomChannels[channel] as readonly string[]).includes(plain)) return value(channel);
  }
  return wrong(`平台${quoted(plain)}认不出，可填：微信、企业微信、群机器人、网页`);
}
