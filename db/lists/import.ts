import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { ListUse } from '../../conversations/campaign/list-kind.ts';
import type { HouseholdId, StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { MatchWay } from '../../conversations/lists/match.ts';
import type { Actor } from '../base/actor.ts';
import { asJson, jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { type Becoming, becomeOf } from './become.ts';
import { outsideList, outsideRow } from './table.ts';
import { tellOfList } from './tell.ts';

/** A list as a file brings it. */
interface IncomingList {
  kind: string;
  /** As the campaign calls the kind. */
  name: string;
  origin: string;
  /** Whose it is, by code. */
  unit: UnitCode;
  becomes: ListUse;
  fileName: string;
  columns: readonly string[];
  content: string;
  by: StaffId | null;
  at: Date;
}

/** A row as a file brings it, with whom it means. */
export interface IncomingRow {
  key: string;
  sheet: string;
  row: number;
  person: string;
  words: string;
  category: string;
  cells: Record<string, string>;
  sealed: Uint8Array | null;
  householdId: HouseholdId | null;
  headName: string | null;
  village: UnitCode | null;
  township: UnitCode | null;
  matchedBy: MatchWay | null;
  candidates: readonly HouseholdId[];
}

/** A row that is there already. */
type Stored = Pick<
  typeof outsideRow.$inferSelect,
  'id' | 'key' | 'sheet' | 'rowNo' | 'householdId' | 'matchedBy' | 'result'
>;

interface SavedList {
  id: string;
  no: number;
  /** Row numbers in the campaign by key. */
  numbers: ReadonlyMap<string, number>;
  added: number;
  changed: number;
  same: number;
}

/**
 * Stores a list. One that came before, under whatever name, gets only what is new: rows it didn't have, a row that was
 * put right in the file while nobody knew whom it meant, a row that is found now. Nothing of it goes.
 */
export async function saveList(tx: Tx, list: IncomingList, rows: readonly IncomingRow[]): Promise<SavedList> {
  const { county } = tx.scope;
  await tx.sql`select pg_advisory_xact_lock(hashtext(${`lists ${county}`}))`;
  const before = await sameList(tx, list, rows);
  const target = before?.list ?? (await newList(tx, list));
  const stored = new Map((before?.rows ?? []).map((row) => [row.key, row]));
  if (before !== undefined) await addColumns(tx, before.list, list.columns);
  const inFile = new Set(rows.map(({ key }) => key));
  const replaceable = new Map(
    (before?.rows ?? [])
      .filter((row) => !inFile.has(row.key) && row.matchedBy === null)
      .map((row) => [`${row.sheet}\n${row.rowNo}`, row.id]),
  );
  const fresh: (IncomingRow & { id: string })[] = [];
  const renewed: (IncomingRow & { id: string })[] = [];
  for (const row of rows) {
    const known = stored.get(row.key);
    if (known !== undefined) {
      if (known.matchedBy === null && row.matchedBy !== null) renewed.push({ ...row, id: known.id });
      continue;
    }
    const corrected = replaceable.get(`${row.sheet}\n${row.row}`);
    if (corrected === undefined) fresh.push({ ...row, id: randomUUID() });
    else renewed.push({ ...row, id: corrected });
  }
  await insertRows(tx, list, target.id, fresh);
  await renewRows(tx, renewed);
  await becomeAtOnce(tx, list, [...fresh, ...renewed]);
  if (fresh.length + renewed.length > 0) await tellOfList(tx, actorOf(list), { ...target, name: list.name });
  const numbers = await tx.orm
    .select({ key: outsideRow.key, no: outsideRow.no })
    .from(outsideRow)
    .where(eq(outsideRow.listId, target.id));
  return {
    ...target,
    numbers: new Map(numbers.map(({ key, no }) => [key, no])),
    added: fresh.length,
    changed: renewed.length,
    same: rows.length - fresh.length - renewed.length,
  };
}

interface Found {
  list: { id: string; no: number; columns: string[] };
  rows: Stored[];
}

/** The list that this is: of the same content, or of the same file name with half of its rows or more. */
async function sameList(
  tx: Tx,
  { kind, origin, content, fileName }: IncomingList,
  rows: readonly IncomingRow[],
): Promise<Found | undefined> {
  const l = outsideList;
  const { id, no, columns } = l;
  const lists = await tx.orm
    .select({ id, no, columns, kind: l.kind, origin: l.origin, content: l.content, fileName: l.fileName })
    .from(l)
    .where(eq(l.county, tx.scope.county))
    .orderBy(desc(no));
  const keys = new Set(rows.map(({ key }) => key));
  for (const list of lists.filter((one) => one.kind === kind && one.origin === origin)) {
    if (list.content !== content && list.fileName !== fileName) continue;
    const r = outsideRow;
    const there = await tx.orm
      .select({
        id: r.id,
        key: r.key,
        sheet: r.sheet,
        rowNo: r.rowNo,
        householdId: r.householdId,
        matchedBy: r.matchedBy,
        result: r.result,
      })
      .from(r)
      .where(eq(r.listId, list.id));
    const shared = there.filter(({ key }) => keys.has(key)).length;
    if (list.content === content || shared * 2 >= there.length) return { list, rows: there };
  }
  return undefined;
}

async function newList(tx: Tx, list: IncomingList): Promise<{ id: string; no: number }> {
  const { county } = tx.scope;
  const { kind, origin, unit, fileName, content, at } = list;
  const [last] = await tx.sql<{ no: number }[]>`
    select coalesce(max(no), 0)::int as no from outside_list where county = ${county}`;
  const made = { id: randomUUID(), no: (last?.no ?? 0) + 1 };
  await tx.orm.insert(outsideList).values({
    ...{ county, kind, origin, unit, fileName, content, at, ...made },
    columns: asJson(list.columns),
    byStaff: list.by,
  });
  return made;
}

async function addColumns(tx: Tx, list: Found['list'], columns: readonly string[]): Promise<void> {
  const more = columns.filter((heading) => !list.columns.includes(heading));
  if (more.length === 0) return;
  await tx.orm
    .update(outsideList)
    .set({ columns: asJson([...list.columns, ...more]) })
    .where(eq(outsideList.id, list.id));
}

const portion = 1_000;

/** As JSON, to be spread over the columns of outside_row. */
function stored(row: IncomingRow & { id: string }): object {
  return {
    id: row.id,
    key: row.key,
    sheet: row.sheet,
    row_no: row.row,
    person: row.person,
    words: row.words,
    cells: row.cells,
    sealed: row.sealed === null ? null : Buffer.from(row.sealed).toString('base64'),
    household_id: row.householdId,
    village: row.village,
    township: row.township,
    matched_by: row.matchedBy,
    candidates: row.candidates,
  };
}

const spread = `x(id uuid, key text, sheet text, row_no int, person text, words text, cells jsonb, sealed text, household_id uuid,
  village text, township text, matched_by text, candidates uuid[])`;

async function insertRows(
  tx: Tx,
  { kind, unit, becomes }: IncomingList,
  list: string,
  rows: readonly (IncomingRow & { id: string })[],
): Promise<void> {
  const { county } = tx.scope;
  for (let at = 0; at < rows.length; at += portion) {
    const some = jsonText(rows.slice(at, at + portion).map(stored));
    await tx.sql`
      with last as materialized (select coalesce(max(no), 0)::int as no from outside_row where county = ${county})
      insert into outside_row (county, id, no, list_id, sheet, row_no, key, kind, unit, becomes, person, words, cells, sealed, household_id,
        village, township, matched_by, candidates)
      select ${county}, x.id, last.no + (row_number() over (order by o))::int, ${list}::uuid, x.sheet, x.row_no, x.key, ${kind}, ${unit}, ${becomes},
        x.person, x.words, x.cells, decode(x.sealed, 'base64'), x.household_id, x.village, x.township, x.matched_by, x.candidates
      from last, jsonb_array_elements(${some}::text::jsonb) with ordinality e(v, o)
      cross join lateral jsonb_to_record(e.v) as ${tx.sql.unsafe(spread)}`;
  }
}

async function renewRows(tx: Tx, rows: readonly (IncomingRow & { id: string })[]): Promise<void> {
  const { county } = tx.scope;
  for (let at = 0; at < rows.length; at += portion) {
    const some = jsonText(rows.slice(at, at + portion).map(stored));
    await tx.sql`
      update outside_row r set key = x.key, person = x.person, words = x.words, cells = x.cells, sealed = decode(x.sealed, 'base64'),
        household_id = x.household_id, village = x.village, township = x.township, matched_by = x.matched_by, candidates = x.candidates
      from jsonb_to_recordset(${some}::text::jsonb) as ${tx.sql.unsafe(spread)}
      where r.county = ${county} and r.id = x.id`;
  }
}

/** Rows that become a problem or a lead as they come in. */
async function becomeAtOnce(
  tx: Tx,
  list: IncomingList,
  rows: readonly (IncomingRow & { id: string })[],
): Promise<void> {
  const { kind, becomes } = list;
  if (becomes !== 'problem' && becomes !== 'lead') return;
  const matched = rows.filter(({ matchedBy }) => matchedBy !== null);
  const becoming = matched.map((row): Becoming => ({ ...row, kind }));
  await becomeOf(tx, actorOf(list), becoming, becomes);
}

function actorOf({ by, at }: Pick<IncomingList, 'by' | 'at'>): Actor {
  return { staff: by, account: null, room: null, channel: 'import', chat: '', at: at.getTime() };
}
