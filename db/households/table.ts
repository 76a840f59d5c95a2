import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import {
  type Household,
  householdTypes,
  type Member,
  monitoredKinds,
} from '../../conversations/contract/household.ts';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import { bytea, county, id, moment, oneOf, placeColumns } from '../base/column.ts';
import { unit } from '../places/table.ts';

/** The register of households. ID numbers only encrypted, with a keyed hash to look one up. */
export const household = pgTable(
  'household',
  {
    county: county(),
    id: id().$type<HouseholdId>(),
    /** 户编号; one added by chat gets its own. */
    code: text().notNull(),
    headName: text().notNull(),
    /** zhangsan */
    headPinyin: text().notNull(),
    /** zs */
    headInitials: text().notNull(),
    idCipher: bytea(),
    idHash: bytea(),
    type: text({ enum: householdTypes }).notNull(),
    monitoredKind: text({ enum: monitoredKinds }),
    tags: text().array().$type<Household['tags']>().notNull().default([]),
    population: integer(),
    members: jsonb().$type<Member[]>().notNull().default([]),
    ...placeColumns(),
    grp: text().notNull().default(''),
    /** The group's number, so that 2组 comes before 10组. */
    grpNo: integer().notNull().default(0),
    /** Address order within the register. */
    sort: integer().notNull().default(0),
    phone: text(),
    /** Whole yuan. */
    lastYearIncomePerHead: integer(),
    /** Answers another system already gave, by question key. */
    known: jsonb().$type<Household['known']>().notNull().default({}),
    /** Columns of the register that have no place here. */
    extra: jsonb().$type<Record<string, string>>().notNull().default({}),
    source: text().notNull().default('register'),
    active: boolean().notNull().default(true),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    unique('household_code').on(t.county, t.code),
    index('household_in_order').on(t.county, t.village, t.grpNo, t.sort, t.id),
    index('household_left').on(t.county, t.id).where(sql`not active`),
    index('household_by_name').on(t.county, t.headName),
    index('household_by_pinyin').on(t.county, t.headPinyin),
    index('household_by_initials').on(t.county, t.headInitials),
    index('household_by_id_number').on(t.county, t.idHash),
    foreignKey({
      name: 'household_village',
      columns: [t.county, t.village],
      foreignColumns: [unit.county, unit.code],
    }),
    check('household_type', oneOf(t.type, householdTypes)),
    check('household_monitored_kind', oneOf(t.monitoredKind, monitoredKinds)),
  ],
);
