import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { plainText, quoted } from './text.ts';
import type { UnitFacts, UnitIndex, UnitMatch } from './unit-match.ts';

/** The township a row names, if it names one. */
export function readTownship(units: UnitIndex, text: string | undefined): Cell<UnitFacts> {
  const name = plainText(text);
  if (name === '') return blankCell;
  const match = units.township(name);
  if (match.is === 'one') return valueCell(match.unit);
  return wrong(`乡镇${quoted(name)}不在本县单位表里，请核对`);
}

/** The village a row names, within its township where that is told. */
export function readVillage(
  units: UnitIndex,
  text: string | undefined,
  township: UnitFacts | null,
): Cell<UnitFacts> {
  const name = plainText(text);
  if (name === '') return blankCell;
  const match = units.village(name, township);
  if (match.is === 'one') return valueCell(match.unit);
  if (match.is === 'many') return wrong(sameName(units, name, match));
  const where = township === null ? '本县' : township.name;
  const alike = units.alike(name, township);
  const hint = alike.length === 0 ? '' : `，是不是${alike.join('、')}`;
  return wrong(
    `${where}没有叫${quoted(name)}的村（社区）${hint}，请核对村名${township === null ? '' : '和乡镇'}`,
  );
}

/** The unit a member of staff or a room belongs to. */
export function readUnit(
  units: UnitIndex,
  text: string | undefined,
  township: UnitFacts | null,
): Cell<UnitFacts> {
  const name = plainText(text);
  if (name === '') return township === null ? blankCell : valueCell(township);
  if (township !== null && units.township(name).is === 'one') return valueCell(township);
  const match = units.any(name, township);
  if (match.is === 'one') return valueCell(match.unit);
  if (match.is === 'many') return wrong(sameName(units, name, match));
  return wrong(`单位${quoted(name)}不在本县单位表里，请核对`);
}

function sameName(units: UnitIndex, name: string, match: Extract<UnitMatch, { is: 'many' }>): string {
  const towns = match.units.map((unit) =>
    unit.parent === null ? undefined : units.byCode(unit.parent)?.name,
  );
  const list = towns
    .filter((town) => town !== undefined)
    .slice(0, 4)
    .join('、');
  return `${quoted(name)}在${list}都有，请写明乡镇`;
}

/**
 * The village a sheet is called after: 王典村, 3.王典村（45户）, 龙城镇王典村. Several villages of one name, or none,
 * is for the rows to tell.
 */
export function namesVillage(units: UnitIndex, sheet: string): string | undefined {
  const name = plainText(sheet)
    .replace(/^[\d.、()\- ]+/, '')
    .replace(/[(（【[].*$/u, '')
    .replace(/(?:名册|花名册|农户|排查|台账|\d+户).*$/u, '')
    .trim();
  return name !== '' && units.village(name, null).is !== 'none' ? name : undefined;
}

/** 3组, 东组, 大张庄; a bare number is a group's. Spreadsheet programs turn 1-2 into a date. */
export function readGroup(text: string | undefined): Cell<string> {
  const plain = plainText(text);
  if (plain === '') return blankCell;
  if (/^\d{4}-\d{1,2}-\d{1,2}/.test(plain))
    return wrong('村民组成了日期，请把这一列设成文本，重填成“1组”这样');
  if (plain.length > 20) return wrong('村民组太长（最多 20 个字），请核对');
  return valueCell(/^\d{1,3}$/.test(plain) ? `${Number(plain)}组` : plain);
}
