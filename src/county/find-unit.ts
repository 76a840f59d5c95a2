import { wholeCounty } from '../../conversations/access/scope.ts';
import { UnitIndex } from '../../conversations/imports/unit-match.ts';
import { read } from '../../db/base/transaction.ts';
import { listUnits, type Unit } from '../../db/places/units.ts';
import type { Workplace } from '../setting/workplace.ts';

/** A unit was named that isn't there, or not clearly; the message says in Chinese what to do. */
class UnitNotFound extends Error {}

/** A unit by its code or name, as an operator types it: 341322103000, 闫集镇, 闫集, 县医保局. */
export async function findUnit(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  words: string,
): Promise<Unit> {
  const units = await read(database, wholeCounty(county), listUnits);
  const byCode = units.find((u) => u.code === words);
  if (byCode !== undefined) return byCode;
  const exact = units.filter((u) => u.name === words || u.short === words);
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return only;
  if (exact.length > 1)
    throw new UnitNotFound(
      `叫“${words}”的单位有${exact.length}个，请用代码：${exact.map((u) => `${u.code}（${parentName(units, u)}）`).join('、')}`,
    );
  const index = new UnitIndex(
    units.map((u) => ({ code: u.code, kind: u.kind, name: u.name, shortName: u.short, parent: u.parent })),
  );
  for (const found of [index.township(words), index.village(words, null)]) {
    const unit = found.is === 'one' ? units.find((u) => u.code === found.unit.code) : undefined;
    if (unit !== undefined) return unit;
    if (found.is === 'many') throw new UnitNotFound(`叫“${words}”的村不止一个，请带上乡镇或用 12 位代码`);
  }
  throw new UnitNotFound(`没有叫“${words}”的单位`);
}

function parentName(units: readonly Unit[], unit: Unit): string {
  return units.find((u) => u.code === unit.parent)?.name ?? '';
}
