import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { RoomId } from '../../conversations/contract/ids.ts';
import { county, id, moment } from '../base/column.ts';
import { unit } from './table.ts';

/** A group chat; bound to a unit by a cadre. Known from its first message on. */
export const room = pgTable(
  'room',
  {
    county: county(),
    id: id().$type<RoomId>(),
    channel: text().notNull(),
    externalId: text().notNull(),
    name: text().notNull().default(''),
    unit: text(),
    boundBy: uuid(),
    boundAt: moment(),
    active: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    unique('room_external').on(t.county, t.channel, t.externalId),
    index('room_by_unit').on(t.county, t.unit),
    foreignKey({ name: 'room_unit', columns: [t.county, t.unit], foreignColumns: [unit.county, unit.code] }),
  ],
);
