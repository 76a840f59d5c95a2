import { wholeCounty } from '../../conversations/access/scope.ts';
import { type CountyCode, countyCode } from '../../conversations/contract/ids.ts';
import { idCheckDigit } from '../../conversations/imports/id-number.ts';
import { openCipher } from '../../db/base/cipher.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { setUpCounty } from '../../src/county/set-up-county.ts';
import { importHouseholds } from '../../src/imports/import-households.ts';
import type { ImportReport } from '../../src/imports/import-report.ts';
import { importStaff } from '../../src/imports/import-staff.ts';

export const county = countyCode.parse('341322');
const now = new Date('2021-12-08T01:00:00Z');
export const cipher = await openCipher(new Uint8Array(32).fill(7));

/** The n-th identity number of a made-up region, with a right check digit. */
export function madeUpId(n: number): string {
  const first17 = `9900001970${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}

/** A county set up, with a way to import into it. */
export async function readyCounty(database: Database, at: CountyCode = county) {
  await setUpCounty(database, at);
  return {
    households: (file: string, partial = false): Promise<ImportReport> =>
      importHouseholds({ database, county: at, file, partial, now, cipher }),
    staff: (file: string, partial = false): Promise<ImportReport> =>
      importStaff({ database, county: at, file, partial, now }),
  };
}

export interface StoredHousehold {
  code: string;
  head_name: string;
  head_pinyin: string;
  type: string;
  monitored_kind: string | null;
  tags: string[];
  population: number | null;
  village: string;
  grp: string;
  phone: string | null;
  extra: Record<string, string>;
  known: Record<string, unknown>;
  members: { no: number; name: string; relation?: string; birthYear?: number }[];
  has_id: boolean;
  helper: string | null;
}

/** What the register holds, in its order. */
export function storedHouseholds(database: Database, at: CountyCode = county): Promise<StoredHousehold[]> {
  return read(database, wholeCounty(at), async (db) => [
    ...(await db.sql<StoredHousehold[]>`
      select h.code, h.head_name, h.head_pinyin, h.type, h.monitored_kind, h.tags, h.population, h.village, h.grp, h.phone, h.extra, h.known,
        h.members, h.id_hash is not null as has_id, s.name as helper
      from household h left join assignment a on a.county = h.county and a.household_id = h.id
      left join staff s on s.county = a.county and s.id = a.staff_id
      where h.county = ${at} order by h.sort`),
  ]);
}
