import type {
  Household,
  HouseholdTag,
  HouseholdType,
  Member,
  MonitoredKind,
} from '../../conversations/contract/household.ts';
import type { HouseholdId, StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import { groupNo } from '../base/group-no.ts';
import { jsonText } from '../base/json.ts';
import type { Saved } from '../base/saved.ts';
import { analyseAsItGrows } from '../base/statistics.ts';
import type { Tx } from '../base/transaction.ts';

/** A household as a register gives it. The code names it. */
export interface RegisterHousehold {
  /** Only where the maker decides it (a demo); else a new one is drawn. */
  id?: HouseholdId | undefined;
  code: string;
  headName: string;
  /** The head's ID number, encrypted, with its keyed hash (db/base/cipher.ts). */
  idCipher?: Uint8Array | undefined;
  idHash?: Uint8Array | undefined;
  type: HouseholdType;
  monitoredKind?: MonitoredKind | undefined;
  tags: readonly HouseholdTag[];
  population?: number | undefined;
  members: readonly Member[];
  village: UnitCode;
  township: UnitCode;
  group: string;
  /** Place in the register: the order within a group. */
  sort: number;
  phone?: string | null | undefined;
  /** Whole yuan. */
  lastYearIncomePerHead?: number | undefined;
  known: Household['known'];
  extra: Record<string, string>;
  /** Who looks after it. */
  helper?: StaffId | undefined;
}

/**
 * Puts a few thousand households in or brings them up to date by their code, together with who looks after
 * them. To be called again and again within one transaction; an import that is repeated changes nothing.
 */
export async function saveHouseholds(
  tx: Tx,
  households: readonly RegisterHousehold[],
  source: string,
): Promise<Saved> {
  const list = jsonText(households.map(registerRow));
  const rows = await tx.sql<{ added: boolean }[]>`
    with given as materialized (
      select h.*, exists (select 1 from household there where there.county = ${tx.scope.county} and there.code = h.code) as known_before
      from jsonb_to_recordset(${list}::text::jsonb) as h(id uuid, code text, head_name text, head_pinyin text, head_initials text, id_cipher text,
        id_hash text, type text, monitored_kind text, tags text[], population int, members jsonb, village text, township text, grp text,
        grp_no int, sort int, phone text, last_year_income_per_head int, known jsonb, extra jsonb)
    ), done as (
    insert into household (county, id, source, code, head_name, head_pinyin, head_initials, id_cipher, id_hash, type, monitored_kind, tags,
      population, members, village, township, grp, grp_no, sort, phone, last_year_income_per_head, known, extra)
    select ${tx.scope.county}, coalesce(id, gen_random_uuid()), ${source}, code, head_name, head_pinyin, head_initials, decode(id_cipher, 'base64'),
      decode(id_hash, 'base64'), type, monitored_kind, tags, population, members, village, township, grp, grp_no, sort, phone,
      last_year_income_per_head, known, extra
    from given
    on conflict (county, code) do update set head_name = excluded.head_name, head_pinyin = excluded.head_pinyin,
      head_initials = excluded.head_initials, id_cipher = excluded.id_cipher, id_hash = excluded.id_hash, type = excluded.type,
      monitored_kind = excluded.monitored_kind, tags = excluded.tags, population = excluded.population, members = excluded.members,
      village = excluded.village, township = excluded.township, grp = excluded.grp, grp_no = excluded.grp_no, sort = excluded.sort,
      phone = excluded.phone, last_year_income_per_head = excluded.last_year_income_per_head, known = excluded.known,
      extra = excluded.extra, source = excluded.source, active = true, updated_at = now()
    -- Not the cipher: encrypting the same number again gives another one. The hash tells whether it changed.
    where (household.head_name, household.id_hash, household.type, household.monitored_kind, household.tags, household.population,
        household.members, household.village, household.township, household.grp, household.sort, household.phone,
        household.last_year_income_per_head, household.known, household.extra, household.active)
      is distinct from (excluded.head_name, excluded.id_hash, excluded.type, excluded.monitored_kind, excluded.tags, excluded.population,
        excluded.members, excluded.village, excluded.township, excluded.grp, excluded.sort, excluded.phone,
        excluded.last_year_income_per_head, excluded.known, excluded.extra, true)
    returning code)
    select not given.known_before as added from done join given using (code)`;
  const added = rows.filter((row) => row.added).length;
  const changed = rows.length - added;
  await analyseAsItGrows(tx, ['household'], rows.length);
  if (changed > 0) await followToVillage(tx, list);
  await assign(tx, households);
  return { added, changed, same: households.length - rows.length };
}

function registerRow(h: RegisterHousehold): object {
  const { full, initials } = pinyinOf(h.headName);
  return {
    id: h.id ?? null,
    code: h.code,
    head_name: h.headName,
    head_pinyin: full,
    head_initials: initials,
    id_cipher: h.idCipher === undefined ? null : Buffer.from(h.idCipher).toString('base64'),
    id_hash: h.idHash === undefined ? null : Buffer.from(h.idHash).toString('base64'),
    type: h.type,
    monitored_kind: h.monitoredKind ?? null,
    tags: h.tags,
    population: h.population ?? null,
    members: h.members,
    village: h.village,
    township: h.township,
    grp: h.group,
    grp_no: groupNo(h.group),
    sort: h.sort,
    phone: h.phone ?? null,
    last_year_income_per_head: h.lastYearIncomePerHead ?? null,
    known: h.known,
    extra: h.extra,
  };
}

/** Households (`[{code}]` as JSON) that the register moved to another village take along what hangs on them. */
export async function followToVillage(tx: Tx, list: string): Promise<void> {
  const { county } = tx.scope;
  const moved = (table: string, withTownship: boolean) =>
    tx.sql`
      update ${tx.sql(table)} x set village = h.village${withTownship ? tx.sql`, township = h.township` : tx.sql``} from household h
      where x.county = ${county} and h.county = ${county} and h.id = x.household_id
        and h.code in (select code from jsonb_to_recordset(${list}::text::jsonb) as l(code text)) and x.village <> h.village`;
  for (const table of ['visit', 'problem', 'monitoring_lead', 'outside_row']) await moved(table, true);
  for (const table of ['assignment', 'attachment', 'register_fact']) await moved(table, false);
}

/** The register's helper takes the place of the one it named before; stand-ins stay. */
async function assign(tx: Tx, households: readonly RegisterHousehold[]): Promise<void> {
  const pairs = households.flatMap((h) =>
    h.helper === undefined ? [] : [{ code: h.code, staff_id: h.helper }],
  );
  if (pairs.length === 0) return;
  const { county } = tx.scope;
  await tx.sql`
    with named as materialized (
      select h.id, h.village, p.staff_id from jsonb_to_recordset(${jsonText(pairs)}::text::jsonb) as p(code text, staff_id uuid)
      join household h on h.county = ${county} and h.code = p.code
    ), gone as (
      delete from assignment a using named where a.county = ${county} and a.household_id = named.id and a.kind = 'main'
        and a.staff_id <> named.staff_id and a.created_by is null
    )
    insert into assignment (county, household_id, staff_id, village, kind)
    select ${county}, id, staff_id, village, 'main' from named
    on conflict (county, campaign, household_id, staff_id) do update set kind = 'main', until = null, village = excluded.village
    where (assignment.kind, assignment.until, assignment.village) is distinct from ('main', null, excluded.village)`;
  await analyseAsItGrows(tx, ['assignment'], pairs.length);
}
