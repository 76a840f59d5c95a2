import { nationalHeadings } from '../../conversations/comparison/national-columns.ts';
import {
  answerHeadings,
  type HeadingColumns,
  householdHeadings,
  requiredColumns,
  roomColumns,
  staffColumns,
} from '../../conversations/imports/headings.ts';
import { openTable } from '../documents/sheet-writer.ts';
import { type ImportName, importKinds } from './import-into-county.ts';

/** The headings of an empty table to be filled in, those that must be filled marked; none for a list that is no table. */
const headings: Readonly<Record<Exclude<ImportName, 'units'>, readonly string[]>> = {
  staff: marked(staffColumns, requiredColumns.staff),
  households: marked(householdHeadings, requiredColumns.households),
  rooms: marked(roomColumns, requiredColumns.rooms),
  answers: marked(answerHeadings, requiredColumns.answers),
  national: nationalHeadings,
};

/** Writes an empty table for this kind of file. */
export async function writeTemplate(kind: Exclude<ImportName, 'units'>, file: string): Promise<void> {
  const sink = openTable(file, 'xlsx');
  await sink.sheet({
    name: importKinds[kind],
    columns: headings[kind].map((heading) => ({ heading, width: Math.max(10, heading.length * 2 + 2) })),
  });
  await sink.end();
}

function marked<F extends string>(columns: HeadingColumns<F>, required: readonly F[]): string[] {
  return (Object.keys(columns) as F[]).map((field) => {
    const [heading = ''] = columns[field];
    return required.includes(field) ? `${heading}（必填）` : heading;
  });
}
