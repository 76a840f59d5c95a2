import { type SQL, sql } from 'drizzle-orm';
/** A value as it is put into a column of JSON. */
export const asJson = (value: unknown): SQL => sql`${jsonText(value)}::jsonb`;

/**
 * A value as JSON that PostgreSQL takes. It refuses a zero character and half of a surrogate pair, which
 * JSON.stringify writes as escapes; both come from damaged messages and mean nothing, so they are left out.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(value, withoutDamage) : text;
}

function withoutDamage(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}
