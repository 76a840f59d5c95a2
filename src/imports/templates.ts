import { nationalHeadings } from '../../conversations/comparison/national-columns.ts';
import {
  answerHeadings,
  type HeadingColumns,
  householdHeadings,
  requiredColumns,
  roomColumns,
  staffColumns,
  unitHeadings,
} from '../../conversations/imports/headings.ts';
import type { Unit } from '../../db/places/units.ts';
import { openTable } from '../documents/sheet-writer.ts';
import { type ImportName, importKinds } from './import-into-county.ts';

/** The headings of an empty table to be filled in, those that must be filled marked. */
const headings: Readonly<Record<ImportName, readonly string[]>> = {
  staff: marked(staffColumns, requiredColumns.staff),
  households: marked(householdHeadings, requiredColumns.households),
  rooms: marked(roomColumns, requiredColumns.rooms),
  answers: marked(answerHeadings, requiredColumns.answers),
  national: nationalHeadings,
  list: ['姓名', '身份证号', '户主姓名', '乡镇', '行政村', '村民组', '情况'],
  units: Object.values(unitHeadings).map(([heading]) => heading),
};

/** Writes an empty table for this kind of file; the list of units with `units`, to be changed and brought back. */
export async function writeTemplate(kind: ImportName, file: string, units: readonly Unit[]): Promise<void> {
  const sink = openTable(file, 'xlsx');
  await sink.sheet({
    name: importKinds[kind],
    columns: headings[kind].map((heading) => ({ heading, width: Math.max(10, heading.length * 2 + 2) })),
  });
  for (const row of kind === 'units' ? unitRows(units) : []) await sink.row(row);
  await sink.end();
}

function unitRows(units: readonly Unit[]): string[][] {
  const county = units.find((unit) => unit.kind === 'county')?.name ?? '';
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return units.flatMap(({ kind, code, name, parent }) => {
    const township = kind === 'village' && parent !== null ? byCode.get(parent) : undefined;
    return township === undefined ? [] : [[county, township.code, township.name, code, name, '']];
  });
}

function marked<F extends string>(columns: HeadingColumns<F>, required: readonly F[]): string[] {
  return (Object.keys(columns) as F[]).map((field) => {
    const [heading = ''] = columns[field];
    return required.includes(field) ? `${heading}（必填）` : heading;
  });
}
