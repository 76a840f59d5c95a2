import { requiredColumns, type StaffField, staffColumns } from '../../conversations/imports/headings.ts';
import { readStaffRow, type StaffEntry } from '../../conversations/imports/staff-row.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';

/** Puts a staff roster in. The phone number names the person. */
export function importStaff(request: ImportRequest): Promise<ImportReport> {
  return importFile(request, staffKind);
}

const staffKind: ImportKind<StaffField> = {
  kind: 'staff',
  columns: staffColumns,
  required: requiredColumns.staff,
  begin: async (tx, units, log) => {
    const people = new Map<string, StaffEntry>();
    return {
      row: async (row, header) => {
        const reading = readStaffRow(row, header, units);
        const errors = reading.is === 'wrong' ? reading.errors : kept(people, reading.entry);
        for (const text of errors) log.error({ row: row.row, sheet: row.sheet, text });
      },
      endSheet: async () => undefined,
      end: async () => {
        const list = [...people.values()].map((p) => ({ ...p, duty: p.title === '' ? null : p.title }));
        if (log.willStore) log.add(await saveStaff(tx, list));
      },
    };
  },
};

/** One person with two duties has two lines: the roles add up. Otherwise a number twice is a slip. */
function kept(people: Map<string, StaffEntry>, entry: StaffEntry): string[] {
  const before = people.get(entry.phone);
  if (before !== undefined && (before.name !== entry.name || before.unit !== entry.unit)) {
    return [`手机号与第 ${before.row} 行重复，姓名或单位却不同，请核对`];
  }
  const roles = before === undefined ? entry.roles : [...new Set([...before.roles, ...entry.roles])];
  people.set(entry.phone, { ...entry, roles, row: before?.row ?? entry.row });
  return [];
}
