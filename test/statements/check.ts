import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TypedStatement, typedStatements } from './row-types.ts';

/** A scope that is set within a statement's lines is no row of it. */
const setsScope = 'set_config';

/** What a statement gave, as test/statements/watch.ts noted it. */
interface Given {
  file: string;
  line: number;
  columns: readonly string[];
}

/**
 * Statements whose columns aren't what their row type says, one a line, and those that no test ran in its own process:
 * some run only in processes that tests start.
 */
export interface Checked {
  typed: number;
  wrong: readonly string[];
  neverRun: readonly string[];
}

/** Holds the columns that PostgreSQL gave in the whole run of tests against the row types the code asserts. */
export function checkStatements(folder: string): Checked {
  const given = givenIn(folder);
  const statements = typedStatements();
  const ran = statements.map((statement) => ({
    statement,
    given: given.filter((g) => isFrom(g, statement)),
  }));
  return {
    typed: statements.length,
    neverRun: ran
      .filter((one) => one.given.length === 0)
      .map(({ statement }) => `${statement.file}:${statement.from}`),
    wrong: ran.flatMap((one) => one.given.flatMap(({ columns }) => differences(one.statement, columns))),
  };
}

function differences(statement: TypedStatement, columns: readonly string[]): string[] {
  const place = `${statement.file}:${statement.from}`;
  return [
    ...statement.required
      .filter((name) => !columns.includes(name))
      .map((name) => `${place} gives no ${name}`),
    ...columns
      .filter((name) => !statement.allowed.has(name))
      .map((name) => `${place} gives ${name}, which no one reads`),
  ];
}

function isFrom({ file, line }: Given, statement: TypedStatement): boolean {
  return file === statement.file && line >= statement.from && line <= statement.to;
}

function givenIn(folder: string): Given[] {
  if (!existsSync(folder)) return [];
  const lines = new Set(
    readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((l) => l !== ''),
    ),
  );
  return [...lines]
    .map((text) => {
      const [site = '', columns = ''] = text.split(' ');
      const at = site.lastIndexOf(':');
      return { file: site.slice(0, at), line: Number(site.slice(at + 1)), columns: columns.split(',') };
    })
    .filter(({ columns }) => columns.some((name) => name !== setsScope));
}
