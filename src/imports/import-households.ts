import {
  type HouseholdField,
  householdHeadings,
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
    columns: householdHeadings,
    required: requiredColumns.households,
    bySheet: 'village',
    begin: async (tx, units, log) => {
      const writer = new RegisterWriter(tx, secrets, await staffIdsByPhone(tx), log);
      const grouper = new HouseholdGrouper();
      let waiting: RegisterEntry[] = [];
      let untyped = 0;
      let hasColumn = true;
      const flush = async (): Promise<void> => {
        const entries = waiting;
        waiting = [];
        await writer.save(entries);
      };
      const take = async (grouped: Grouped | undefined): Promise<void> => {
        if (grouped?.is === 'wrong') log.error(grouped.error);
        if (grouped?.is !== 'household') return;
        if (grouped.entry.kind === undefined) untyped += 1;
        if (waiting.push(grouped.entry) >= portion) await flush();
      };
      return {
        row: async (row, header) => {
          const reading = readHouseholdLine(row, header, units);
          hasColumn &&= header.fields.has('type') || header.fields.has('monitoredKind');
          if (reading.is === 'line') {
            for (const text of reading.notes) log.note({ row: row.row, sheet: row.sheet, text });
            return take(grouper.push(reading.line));
          }
          if (reading.code !== '') grouper.missing(reading.code);
          for (const text of reading.errors) log.error({ row: row.row, sheet: row.sheet, text });
        },
        endSheet: async () => {
          for (const grouped of grouper.end()) await take(grouped);
        },
        end: async () => {
          await flush();
          const why = hasColumn ? '有的行没写户属性' : '没有户属性这一列';
          if (untyped > 0) log.remark(`${why}：这 ${untyped} 户名册里原来有的照旧，新的按一般农户记`);
        },
      };
    },
  };
}
