import { type SQL, sql } from 'drizzle-orm';
import { customType, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Six-digit county code: the tenant, first in every key, so that the schema distributes by it. */
export const county = () => text().notNull();
export const id = () => uuid().notNull();
/** Twelve-digit code of a village or township. */
export const code = () => text();
/** A moment; days are `date` in Asia/Shanghai. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** The check of an enumeration: text that is one of these. */
export function oneOf(column: unknown, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(', '))})`;
}
