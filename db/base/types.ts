import type { PostgresType } from 'postgres';

// How PostgreSQL's types come and go: days stay text, moments are Dates, JSON is a value (a string is taken
// as JSON already written), big integers are numbers (our counts and numbers stay far below 2^53).
// Array types are named here, so that no connection has to ask the server for them.
export const types: Record<string, PostgresType> = {
  day: { to: 1082, from: [1082], serialize: asIs, parse: asIs },
  moment: {
    to: 1184,
    from: [1114, 1184],
    serialize: (x: Date | string) => (x instanceof Date ? x.toISOString() : x),
    parse: (x: string) => new Date(x),
  },
  json: {
    to: 3802,
    from: [114, 3802],
    serialize: (x: unknown) => (typeof x === 'string' ? x : JSON.stringify(x)),
    parse: (x: string) => JSON.parse(x) as unknown,
  },
  big: { to: 20, from: [20, 1700], serialize: String, parse: Number },
  texts: { to: 1009, from: [1009, 1015, 2951], serialize: writeArray, parse: readArray },
  integers: {
    to: 1007,
    from: [1007, 1005, 1016],
    serialize: writeArray,
    parse: (x: string) => readArray(x).map(Number),
  },
};

function asIs<T>(x: T): T {
  return x;
}

function writeArray(values: readonly (string | number | null)[] | string): string {
  if (typeof values === 'string') return values;
  return `{${values.map((v) => (v === null ? 'NULL' : `"${String(v).replaceAll(/["\\]/g, '\\$&')}"`)).join(',')}}`;
}

/** One-dimensional arrays without NULLs, which is all that we store. */
function readArray(text: string): string[] {
  const found: string[] = [];
  for (const [, quoted, plain] of text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)) {
    found.push(plain ?? (quoted ?? '').replaceAll(/\\(.)/g, '$1'));
  }
  return found;
}
