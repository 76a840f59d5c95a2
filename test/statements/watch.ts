import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { seen } from './seen.ts';

// Set up for every test file: notes which statement of db/ gave which columns, for test/statements/check.ts.
// Nothing of the program knows of it; it stands between the driver and who imports it.

const folder = process.env['RUHU_STATEMENTS'];

type Query = { resolve: (result: unknown) => unknown };
type Tag = (first: unknown, ...rest: unknown[]) => unknown;

vi.mock('postgres', async (original) => {
  const driver = await original<{ default: (...args: unknown[]) => object }>();
  if (folder === undefined) return driver;
  return {
    ...driver,
    default: Object.assign((...args: unknown[]) => watched(driver.default(...args)), driver.default),
  };
});

/** A client whose statements are noted; so are those of the connections it reserves. */
function watched(client: object): object {
  return new Proxy(client, {
    apply: (target, self, args) => noted(Reflect.apply(target as unknown as Tag, self, args)),
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name === 'reserve') return async () => watched(await (value as () => Promise<object>).call(target));
      return typeof value === 'function' && name === 'unsafe'
        ? (...args: unknown[]) => noted(Reflect.apply(value as Tag, target, args as [unknown]))
        : value;
    },
  });
}

function noted(query: unknown): unknown {
  const site = siteOf(new Error().stack ?? '');
  if (site === undefined || !isQuery(query)) return query;
  const note = (result: unknown): void => {
    const columns = columnsOf(result);
    if (columns !== undefined) seen.set(site, columns.join(','));
  };
  notePortions(query, note);
  const { resolve } = query;
  query.resolve = (result) => {
    note(result);
    return resolve(result);
  };
  return query;
}

/** A cursor hands its rows out in portions, by a function the driver keeps with the statement. */
function notePortions(query: Query, note: (result: unknown) => void): void {
  let given: unknown = null;
  Object.defineProperty(query, 'cursorFn', {
    get: () => given,
    set: (next: unknown) => {
      given =
        typeof next === 'function'
          ? (portion: unknown) => {
              note(portion);
              return Reflect.apply(next, query, [portion]);
            }
          : next;
    },
  });
}

function isQuery(value: unknown): value is Query {
  return (
    typeof value === 'object' && value !== null && 'resolve' in value && typeof value.resolve === 'function'
  );
}

function columnsOf(result: unknown): string[] | undefined {
  if (!Array.isArray(result) || !('columns' in result) || !Array.isArray(result.columns)) return undefined;
  return result.columns.map((column: { name: string }) => column.name);
}

/** The place in db/ that made the statement: `db/places/units.ts:26`. */
function siteOf(stack: string): string | undefined {
  const frame = stack
    .split('\n')
    .find(
      (line) =>
        /\/db\/(?!base\/(?:lines|watch|transaction))[\w/-]+\.ts:\d+/.test(line) && !line.includes('/test/'),
    );
  const found = /\/(db\/[\w/-]+\.ts):(\d+)/.exec(frame ?? '');
  return found === null ? undefined : `${found[1]}:${found[2]}`;
}

afterAll(() => {
  if (folder === undefined || seen.size === 0) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(
    join(folder, `${process.pid}.txt`),
    [...seen].map(([site, columns]) => `${site} ${columns}\n`).join(''),
  );
  seen.clear();
});
