import type {
  Household,
  HouseholdTag,
  HouseholdType,
  Member,
  MonitoredKind,
} from '../../conversations/contract/household.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Db } from '../base/transaction.ts';

/** A household as the register has it now, for joining it with a new file. */
export interface RegisteredHousehold {
  code: string;
  /** base64; null where the ID number isn't known. */
  idHash: string | null;
  idCipher: Uint8Array | null;
  type: HouseholdType;
  monitoredKind: MonitoredKind | null;
  tags: HouseholdTag[];
  population: number | null;
  members: Member[];
  village: UnitCode;
  group: string;
  phone: string | null;
  lastYearIncomePerHead: number | null;
  known: Household['known'];
  extra: Record<string, string>;
}

/** Households with one of these codes or one of these ID numbers (by keyed hash, base64). */
export async function registeredHouseholds(
  db: Db,
  by: { codes: readonly string[]; idHashes: readonly string[] },
): Promise<RegisteredHousehold[]> {
  const { county } = db.scope;
  const columns = db.sql`code, encode(id_hash, 'base64') as "idHash", id_cipher as "idCipher", type, monitored_kind as "monitoredKind", tags,
    population, members, village, grp as "group", phone, last_year_income_per_head as "lastYearIncomePerHead", known, extra`;
  // One look into the index per code and number: within the import's own transaction the planner doesn't know how
  // large the table has become, and would read all of it for every portion.
  return [
    ...(await db.sql<RegisteredHousehold[]>`
    select h.* from jsonb_array_elements_text(${jsonText(by.codes)}::text::jsonb) c
    cross join lateral (select ${columns} from household where county = ${county} and code = c offset 0) h
    union
    select h.* from jsonb_array_elements_text(${jsonText(by.idHashes)}::text::jsonb) i
    cross join lateral (select ${columns} from household where county = ${county} and id_hash = decode(i, 'base64') offset 0) h`),
  ];
}
