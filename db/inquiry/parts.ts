import { and, eq, inArray, sql } from 'drizzle-orm';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Having, Inquiry } from '../../conversations/inquiry/inquiry.ts';
import type { ResultPart } from '../../conversations/inquiry/result.ts';
import type { Db } from '../base/transaction.ts';
import { unit } from '../places/table.ts';
import { s } from './tables.ts';
import { unitNames } from './unit-names.ts';

interface PartRow {
  key: string | null;
  n: number;
}

/** Several choices of one household are a part each; each part is over all who answered. */
export function oneByOne<Row extends PartRow & { over: number }>(rows: readonly Row[]): Row[] {
  const all = rows.reduce((sum, row) => sum + (row.key === null ? 0 : row.n), 0);
  const parts = new Map<string, Row>();
  for (const row of rows)
    for (const key of row.key?.split('、') ?? []) {
      const known = parts.get(key);
      parts.set(key, { ...row, key, over: all, n: row.n + (known?.n ?? 0) });
    }
  return [...parts.values()];
}

/** Units get their names and the register's order, helpers their names. */
async function withNames(db: Db, { by }: Inquiry, parts: readonly ResultPart[]): Promise<ResultPart[]> {
  const keys = parts.map((part) => part.key);
  if (keys.length === 0) return [];
  if (by === 'helper') {
    const people = await db.orm
      .select({ key: sql<string>`${s.id}::text`, name: s.name })
      .from(s)
      .where(and(eq(s.county, db.scope.county), inArray(s.id, keys as StaffId[])));
    const names = new Map(people.map((person) => [person.key, person.name]));
    return parts.map((part) => ({ ...part, name: names.get(part.key) ?? '' }));
  }
  if (by !== 'township' && by !== 'village') return [...parts];
  const above = sql`(select a.sort from ${unit} a where a.county = ${unit.county} and a.code = ${unit.parent})`;
  const units = await db.orm
    .select({ key: unit.code, name: unit.short })
    .from(unit)
    .where(and(eq(unit.county, db.scope.county), inArray(unit.code, keys as UnitCode[])))
    .orderBy(...(by === 'village' ? [above] : []), unit.sort, unit.code);
  const found = new Map(parts.map((part) => [part.key, part]));
  return units.flatMap(({ key, name }) => {
    const part = found.get(key);
    return part === undefined ? [] : [{ ...part, name }];
  });
}

function inOrder({ by, order, want }: Inquiry, parts: readonly ResultPart[]): ResultPart[] {
  // 人均收入最高的村 is put in order by the mean, not by how many it has.
  const size = ({ n, over, sum, known }: ResultPart): number =>
    want === 'average' && sum !== null
      ? sum / Math.max(known, 1)
      : want === 'sum' && sum !== null
        ? sum
        : want === 'share'
          ? n / Math.max(over, 1)
          : n;
  if (order === 'most') return [...parts].sort((a, b) => size(b) - size(a));
  if (order === 'least') return [...parts].sort((a, b) => size(a) - size(b));
  if (by === 'day') return [...parts].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (by === 'group') return [...parts].sort((a, b) => a.key.localeCompare(b.key, 'zh', { numeric: true }));
  if (by === 'township' || by === 'village') return [...parts];
  return [...parts].sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
}

const holds = {
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
  eq: (a: number, b: number) => a === b,
} as const;

/** 进度低于30%的镇, 一个问题没有的村: a part without a row to be counted over has no share. */
function fits({ n, over }: ResultPart, { as, op, than }: Having): boolean {
  return as === 'count' ? holds[op](n, than) : over > 0 && holds[op](n * 100, than * over);
}

/** Units of the place where nothing was counted are parts too, where the smallest parts are looked for. */
async function withEmpty(db: Db, inquiry: Inquiry, parts: readonly ResultPart[]): Promise<ResultPart[]> {
  const { by, having, order, place } = inquiry;
  const units = by === 'township' || by === 'village';
  if (!units || (inquiry.of !== 'problems' && inquiry.of !== 'leads')) return [...parts];
  if ((having === undefined && order !== 'least') || place.is === 'own') return [...parts];
  const known = new Set(parts.map((part) => part.key));
  const inside = (await unitNames(db)).filter(
    ({ code, kind, parent, seen }) =>
      seen &&
      kind === by &&
      !known.has(code) &&
      (place.is === 'seen' || place.kind === 'county' || place.unit === code || place.unit === parent),
  );
  const empty = inside.map(({ code }) => ({ key: code, name: code, n: 0, over: 0, sum: null, known: 0 }));
  return [...parts, ...empty];
}

/** The parts of a number as they are told: named, those that are meant, in their order. */
export async function partsTold(
  db: Db,
  inquiry: Inquiry,
  counted: readonly ResultPart[],
): Promise<ResultPart[]> {
  const { having, limit } = inquiry;
  const parts = await withNames(db, inquiry, await withEmpty(db, inquiry, counted));
  const meant = having === undefined ? parts : parts.filter((part) => fits(part, having));
  return inOrder(inquiry, meant).slice(0, limit);
}
