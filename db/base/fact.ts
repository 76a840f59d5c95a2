import type { PendingQuery, Row } from 'postgres';
import type { Sql } from './connection.ts';

declare const ofNoun: unique symbol;

/**
 * What many statements say alike (a problem is overdue, a visit is done), as text without values. It is written once,
 * by its noun: db/<noun>/facts.ts. Drizzle's statements take it by `sql.raw`.
 */
export type SqlFact = string & { readonly [ofNoun]: true };

/** Text of the code's own as a part of statements; never anything that somebody said. */
export const fact = (text: string): SqlFact => text as SqlFact;

/** A fact within a statement. */
export function stated({ sql }: { readonly sql: Sql }, text: SqlFact): PendingQuery<Row[]> {
  return sql.unsafe(text) as PendingQuery<Row[]>;
}

/** The column is one of these names. */
export function isOneOf(column: string, names: readonly string[]): SqlFact {
  return fact(`${column} in (${names.map((name) => `'${name}'`).join(', ')})`);
}

/** The column is none of these names. */
export function isNoneOf(column: string, names: readonly string[]): SqlFact {
  return fact(`${column} not in (${names.map((name) => `'${name}'`).join(', ')})`);
}

/** The day of a moment, in the county's time. */
export function dayOf(moment: string): SqlFact {
  return fact(`(${moment} at time zone 'Asia/Shanghai')::date`);
}

/** The day it is, by the server's clock. */
export const serversToday: SqlFact = dayOf('now()');
