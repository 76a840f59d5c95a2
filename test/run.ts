/** The whole test command: types, style, then every test. Ends with one plain line that counts them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkStatements } from './statements/check.ts';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

function step(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const run = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (run.status !== 0) console.error(`${name}: failed`);
  return run.status === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'ruhu-test-'));
const json = join(folder, 'report.json');
const only = process.argv.slice(2);
const whole = only.length === 0;

const clean =
  !whole || [step('types', 'tsc', ['--noEmit']), step('style', 'biome', ['check'])].every(Boolean);
const statements = join(folder, 'statements');
const ran = step(
  'tests',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${json}`, ...only],
  { RUHU_STATEMENTS: statements },
);
const rowsAsTyped = !whole || rowTypesHold();

const counts = report.safeParse(readReport(json));
rmSync(folder, { recursive: true, force: true });
if (counts.success) {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts.data;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}
process.exitCode = clean && ran && rowsAsTyped && counts.success && counts.data.numPassedTests > 0 ? 0 : 1;

/** Every statement of db/ with a row type that a test ran gave the columns its type says; the others are listed. */
function rowTypesHold(): boolean {
  const { typed, wrong, neverRun } = checkStatements(statements);
  console.log(
    `${typed} statements with a row type, ${wrong.length} columns that differ, ${neverRun.length} never run`,
  );
  for (const line of wrong) console.error(line);
  for (const place of neverRun) console.log(`${place} was run in no test's own process`);
  return wrong.length === 0;
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    console.error(`no test report was written: ${String(cause)}`);
    return undefined;
  }
}
