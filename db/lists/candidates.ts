import type { PossibleHousehold } from '../../conversations/lists/match.ts';
import { jsonText } from '../base/json.ts';
import type { Db } from '../base/transaction.ts';

/** What is known of a row's household. */
interface RowClue {
  /** Keyed hash of the ID number, base64. */
  idHash: string | null;
  code: string;
  names: readonly string[];
  village: string | null;
}

/** So many namesakes are shown of a name without a village. */
const mostNamesakes = 6;

/**
 * Households that rows may mean: by number, by code, by the name of the head or a member within the villages named, by
 * the head's name anywhere where a row names no village.
 */
export async function candidatesFor(db: Db, wanted: readonly RowClue[]): Promise<PossibleHousehold[]> {
  const { county } = db.scope;
  const rows = wanted.flatMap(({ idHash, code, names, village }) =>
    (names.length === 0 ? [''] : names).map((name) => ({ id_hash: idHash, code, name, village })),
  );
  const named = rows.filter(({ name, village }) => name !== '' && village !== null);
  const names = [...new Set(named.map(({ name }) => name))];
  const villages = [...new Set(named.flatMap(({ village }) => village ?? []))];
  const columns = db.sql`h.id, h.code, h.head_name as "headName", encode(h.id_hash, 'base64') as "idHash", h.members, h.village, h.township,
    h.grp as "group"`;
  // Numbers and codes look into an index each (see registeredHouseholds); a village is gone through once for all its rows.
  const found = await db.sql<PossibleHousehold[]>`
    with w as materialized (
      select distinct * from jsonb_to_recordset(${jsonText(rows)}::text::jsonb) as w(id_hash text, code text, name text, village text))
    select x.* from (select distinct id_hash from w where id_hash is not null) w cross join lateral (
      select ${columns} from household h where h.county = ${county} and h.active and h.id_hash = decode(w.id_hash, 'base64') offset 0) x
    union all
    select x.* from (select distinct code from w where code <> '') w cross join lateral (
      select ${columns} from household h where h.county = ${county} and h.active and h.code = w.code offset 0) x
    union all
    select ${columns} from household h where h.county = ${county} and h.active and h.village = any (${villages}::text[])
      and (h.head_name = any (${names}::text[])
        or exists (select 1 from jsonb_array_elements(h.members) m where m ->> 'name' = any (${names}::text[])))
    union all
    select x.* from (select distinct name from w where name <> '' and village is null) w cross join lateral (
      select ${columns} from household h where h.county = ${county} and h.active and h.head_name = w.name limit ${mostNamesakes}) x`;
  return [...new Map(found.map((h) => [h.id, h])).values()];
}
