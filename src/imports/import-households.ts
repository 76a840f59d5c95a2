import {
  type HouseholdField,
  householdColumns,
  requiredColumns,
} from '../../conversations/imports/headings.ts';
import {
  type Grouped,
  HouseholdGrouper,
  type RegisterEntry,
} from '../../conversations/imports/household-group.ts';
import { readHouseholdLine } from '../../conversations/imports/household-row.ts';
import type { Cipher } from '../../db/base/cipher.ts';
import { staffIdsByPhone } from '../../db/people/staff.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { RegisterWriter } from './register-writer.ts';

/** Puts a register of households in: new ones are added, known ones brought up to date. */
export function importHouseholds(
  request: ImportRequest & {
    cipher: Cipher /** false: ID numbers are checked and not stored. */;
    keepIds?: boolean;
  },
): Promise<ImportReport> {
  return importFile(request, householdKind({ cipher: request.cipher, keepIds: request.keepIds !== false }));
}

/** Households that are joined with the database in one go. */
const portion = 2_000;

function householdKind(secrets: { cipher: Cipher; keepIds: boolean }): ImportKind<HouseholdField> {
  return {
    kind: 'households',
    columns: householdColumns,
    required: requiredColumns.households,
    begin: async (tx, units, log) => {
      const writer = new RegisterWriter(tx, secrets, await staffIdsByPhone(tx), log);
      const grouper = new HouseholdGrouper();
      let waiting: RegisterEntry[] = [];
      const flush = async (): Promise<void> => {
        const entries = waiting;
        waiting = [];
        await writer.save(entries);
      };
      const take = async (grouped: Grouped | undefined): Promise<void> => {
        if (grouped?.is === 'wrong') log.error(grouped.error);
        if (grouped?.is !== 'household') return;
        if (waiting.push(grouped.entry) >= portion) await flush();
      };
      return {
        row: async (row, header) => {
          const reading = readHouseholdLine(row, header, units);
          if (reading.is === 'line') return take(grouper.push(reading.line));
          for (const text of reading.errors) log.error({ row: row.row, sheet: row.sheet, text });
        },
        endSheet: () => take(grouper.end()),
        end: flush,
      };
    },
  };
}
