import type { Tx } from './transaction.ts';

/** Rows put in by a transaction so far, and at how many its statistics are to be refreshed next. */
const filled = new WeakMap<Tx, Map<string, { rows: number; next: number }>>();

/** Refreshes what the planner knows of some tables; also within a transaction, for the rows it has put in itself. */
export async function analyse(tx: Tx, tables: readonly string[]): Promise<void> {
  await tx.sql`select ruhu_analyse(${[...tables]}::text[])`;
}

/**
 * To be told how many rows a transaction has put in: refreshes the statistics of the tables after the first portion
 * and then each time that they have grown fourfold, so that a large import is planned for what it has become.
 */
export async function analyseAsItGrows(tx: Tx, tables: readonly string[], rows: number): Promise<void> {
  const ofTx = filled.get(tx) ?? new Map<string, { rows: number; next: number }>();
  filled.set(tx, ofTx);
  const name = tables.join();
  const seen = ofTx.get(name) ?? { rows: 0, next: 500 };
  seen.rows += rows;
  ofTx.set(name, seen);
  if (seen.rows < seen.next) return;
  seen.next = seen.rows * 4;
  await analyse(tx, tables);
}
