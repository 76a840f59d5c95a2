import { type UnitList, unitList } from '../../conversations/campaign/county-units.ts';
import { countHeadings, readHeader, unitHeadings } from '../../conversations/imports/headings.ts';
import { FileFault } from '../documents/file-fault.ts';
import { readTable } from '../documents/sheet-reader.ts';

/** A unit list as a table, a village a row with its county and township beside it; `today` is its edition, ISO. */
export async function readUnitTable(file: string, today: string): Promise<UnitList> {
  const townships = new Map<string, UnitList['townships'][number]>();
  let county = { code: '', name: '' };
  let header = readHeader(unitHeadings, []);
  for await (const event of readTable(file, (cells) => countHeadings(unitHeadings, cells))) {
    if (event.is === 'header') header = readHeader(unitHeadings, event.headings);
    if (event.is !== 'row') continue;
    const cell = (field: keyof typeof unitHeadings) => {
      const heading = header.fields.get(field);
      return heading === undefined ? '' : (event.cells[heading] ?? '').replace(/\s/gu, '');
    };
    const missing = (['countyName', 'townshipCode', 'township', 'villageCode', 'village'] as const).find(
      (field) => cell(field) === '',
    );
    if (missing !== undefined)
      throw new FileFault(`第 ${event.rowNumber} 行缺“${unitHeadings[missing][0]}”，请补上再导入。`);
    const code = cell('townshipCode');
    county = { code: code.slice(0, 6), name: cell('countyName') };
    const township = townships.get(code) ?? { code, name: cell('township'), villages: [] };
    const name = cell('village');
    const merged = cell('merged')
      .split(/[、,，;；/]/u)
      .filter((word) => word !== '');
    township.villages.push({
      code: cell('villageCode'),
      name,
      short: shortOf(name),
      ...(merged.length === 0 ? {} : { merged }),
    });
    townships.set(code, township);
  }
  const read = unitList.safeParse({
    county,
    vintage: { townships: today },
    townships: [...townships.values()],
  });
  if (!read.success) throw new FileFault('单位表里有代码不是12位数字，或乡镇、村名是空的，请核对后再导入。');
  return read.data;
}

/** 柳元村民委员会, 柳元村委会 → 柳元村; 龙河社区居委会 → 龙河社区: as people say it. */
function shortOf(name: string): string {
  return name.replace(/村?村民?委员?会$/u, '村').replace(/居民?委员?会$/u, '');
}
