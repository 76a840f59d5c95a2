import { wholeCounty } from '../../conversations/access/scope.ts';
import { openCipher } from '../../db/base/cipher.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { importList, type ListRequest } from '../../src/imports/import-list.ts';
import type { ImportReport } from '../../src/imports/import-report.ts';
import { madeUpId } from '../import/register.ts';
import { morning } from '../problems/chat.ts';
import { county, registerHousehold, type SeededCounty, units } from '../support/county.ts';

export const cipher = await openCipher(new Uint8Array(32).fill(7));

/** 张三 of 刘园村 gets a number, 李四 a daughter; two called 周大 live in one village. */
export async function withNumbers(database: Database, { staff }: SeededCounty): Promise<void> {
  const idHash = await cipher.hash(madeUpId(1));
  await write(database, wholeCounty(county), (tx) =>
    saveHouseholds(
      tx,
      [
        registerHousehold({
          code: '2100001',
          headName: '张三',
          group: '2组',
          population: 4,
          idHash,
          helper: staff.helper,
        }),
        registerHousehold({
          code: '2100003',
          headName: '李四',
          group: '2组',
          sort: 2,
          population: 3,
          members: [
            { no: 1, name: '李四', relation: '户主' },
            { no: 2, name: '李小丽', relation: '女儿' },
          ],
          helper: staff.helper,
        }),
        registerHousehold({ code: '2200002', headName: '周大', group: '1组', village: units.wangdian }),
        registerHousehold({ code: '2200003', headName: '周大', group: '2组', village: units.wangdian }),
      ],
      'register',
    ),
  );
}

let minute = 0;

/** Brings a list in as the command line does, each a minute after the last. */
export function bring(
  database: Database,
  file: string,
  listKind: string,
  more: Partial<ListRequest> = {},
): Promise<ImportReport> {
  minute += 1;
  const now = new Date(morning(10, minute));
  return importList({ database, county, file, listKind, now, cipher, keepIds: true, ...more });
}

export const listRows = (database: Database) =>
  read(database, wholeCounty(county), (db) =>
    db.sql.unsafe(
      `select r.no, r.person, r.words, r.matched_by as by, h.code, r.result, r.finding from outside_row r
         left join household h on h.county = r.county and h.id = r.household_id order by r.no`,
    ),
  );
