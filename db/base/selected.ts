import type { Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { fact, type SqlFact } from './fact.ts';

/** Names that a hand-written statement gives the columns of a table, each with the column's key there. */
type Names<T extends Table> = Readonly<Record<string, keyof T['$inferSelect'] & string>>;

/** The row of such a statement: the types are the table's. */
export type Selected<T extends Table, N extends Names<T>> = {
  -readonly [K in keyof N]: T['$inferSelect'][N[K]];
};

/**
 * The columns of a table for a hand-written statement, `v.household_id as visit_household, …`: the list and the type
 * of its rows ({@link Selected}) come from the same names, so that a column has one owner.
 */
export function selected<T extends Table, const N extends Names<T>>(alias: string, names: N): SqlFact {
  return fact(
    Object.entries(names)
      .map(([name, key]) => {
        const column = toSnakeCase(key);
        return column === name ? `${alias}.${column}` : `${alias}.${column} as ${name}`;
      })
      .join(', '),
  );
}
