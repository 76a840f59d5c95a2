import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { UnitCode } from '../../conversations/contract/ids.ts';

/** Six-digit county code: the tenant, first in every key, so that the schema distributes by it. */
export const county = () => text().notNull();
/**
 * Which campaign a row belongs to, in the keys after the county. Every transaction runs in one campaign
 * (db/scope.ts): new rows get it here, and the row-level policies show no others.
 */
export const campaign = () =>
  text().notNull().default(sql`nullif(current_setting('ruhu.campaign', true), '')`);
/** An id drawn by us, unique within the county. */
export const id = () => uuid().notNull();
/** A moment; days are `date` in Asia/Shanghai. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/** Where a household lies, kept beside its rows: row-level security and every list go by it. */
export const placeColumns = () => ({
  village: text().$type<UnitCode>().notNull(),
  township: text().$type<UnitCode>().notNull(),
});

/** The columns of an append-only history: what changed, who did it when, in which words, with which photos. */
export const history = () => ({
  before: jsonb().$type<Record<string, unknown>>(),
  after: jsonb().$type<Record<string, unknown>>(),
  staffId: uuid(),
  at: moment().notNull(),
  words: text(),
  attachments: uuid().array(),
});

/** A running number within the table, given by the database. */
export const runningNo = () => bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity();

/** A running number within the county, given by a trigger of the table (migrations/0021_delivery.sql). */
export const countyNo = () => bigint({ mode: 'number' }).notNull().default(0);

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** The check of an enumeration: text that is one of these. */
export function oneOf(column: unknown, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(', '))})`;
}
