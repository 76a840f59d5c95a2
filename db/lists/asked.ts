import type { Needs } from '../../conversations/contract/needs.ts';
import type { ListedRow, ListStanding } from '../../conversations/lists/listed.ts';
import type { Asker } from '../base/asker.ts';
import { fact, type SqlFact, stated } from '../base/fact.ts';
import { holdsToday } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

/** Columns of a row `r` of list `t` with its household `h` and village `v`. */
const rowColumns: SqlFact =
  fact(`r.id, r.no, t.no as "listNo", r.row_no as "rowNo", r.kind, r.becomes, r.person, r.words,
  r.matched_by is not null as matched,
  case when h.id is not null then jsonb_build_object('id', h.id, 'headName', h.head_name, 'group', h.grp) end as household,
  v.short as "villageName", r.result, r.finding, p.no::int as "problemNo", l.no::int as "leadNo"`);

const rowJoins: SqlFact =
  fact(`join outside_list t on t.county = r.county and t.campaign = r.campaign and t.id = r.list_id
  left join household h on h.county = r.county and h.id = r.household_id
  left join unit v on v.county = r.county and v.code = r.village
  left join problem p on p.county = r.county and p.id = r.problem_id
  left join monitoring_lead l on l.county = r.county and l.id = r.lead_id`);

/** Matched, a question, and nobody has answered it. */
const waits: SqlFact = fact(`(r.household_id is not null and r.becomes = 'question' and r.result is null)`);

/** How far the lists are, as far as the scope reaches. */
export const listStandings = async (db: Db): Promise<ListStanding[]> => [
  ...(await db.sql<ListStanding[]>`
    select t.no, t.kind, t.origin, t.unit, (extract(epoch from t.at) * 1000)::float8 as at, count(*)::int as rows,
      count(distinct r.household_id)::int as households,
      (count(*) filter (where r.matched_by is null))::int as unmatched,
      (count(*) filter (where ${stated(db, waits)}))::int as waiting,
      (count(distinct r.household_id) filter (where ${stated(db, waits)}))::int as "waitingHouseholds",
      (count(*) filter (where r.result = 'true'))::int as confirmed, (count(*) filter (where r.result = 'false'))::int as denied,
      (count(*) filter (where r.result = 'settled'))::int as settled, count(r.problem_id)::int as problems,
      (count(*) filter (where p.status = 'closed'))::int as "problemsClosed", count(r.lead_id)::int as leads
    from outside_row r join outside_list t on t.county = r.county and t.campaign = r.campaign and t.id = r.list_id
    left join problem p on p.county = r.county and p.id = r.problem_id
    where r.county = ${db.scope.county} group by t.no, t.kind, t.origin, t.unit, t.at order by t.no desc`),
];

const listedIn: Answer<'listedIn'> = async (db, _, { lists, of, limit }) => [
  ...(await db.sql<Needs['listedIn']['out'][number][]>`
    select ${stated(db, rowColumns)},
      array(select concat_ws('·', c.head_name, nullif(c.grp, ''), c.code) from household c where c.county = r.county and c.id = any (r.candidates)
        order by c.code) as candidates
    from outside_row r ${stated(db, rowJoins)}
    where r.county = ${db.scope.county} and t.no = any (${[...lists]}::int[])
      and case when ${of === 'waiting'} then ${stated(db, waits)} else r.matched_by is null end order by r.no limit ${limit}`),
];

const listedRow: Answer<'listedRow'> = async (db, _, { no }) => {
  const [row] = await db.sql<ListedRow[]>`
    select ${stated(db, rowColumns)} from outside_row r ${stated(db, rowJoins)}
    where r.county = ${db.scope.county} and r.no = ${no}`;
  return row ?? null;
};

const listedOf: Answer<'listedOf'> = async (db, _, { household }) => [
  ...(await db.sql<ListedRow[]>`
    select ${stated(db, rowColumns)} from outside_row r ${stated(db, rowJoins)}
    where r.county = ${db.scope.county} and r.household_id = ${household} order by t.no desc, r.no limit 40`),
];

const listedMine: Answer<'listedMine'> = async (db, { speaker }, { limit }) => {
  if (speaker === null) return { total: 0, rows: [] };
  const rows = await db.sql<(ListedRow & { total: number })[]>`
    select ${stated(db, rowColumns)}, (count(*) over ())::int as total from outside_row r ${stated(db, rowJoins)}
    where r.county = ${db.scope.county} and ${stated(db, waits)} and exists (
      select 1 from assignment a where a.county = r.county and a.household_id = r.household_id and a.staff_id = ${speaker.id}
        and ${stated(db, holdsToday('a'))})
    order by h.village, h.grp_no, h.sort, r.no limit ${limit}`;
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
};

const comparingLists: Answer<'comparingLists'> = async (db, _, { household, kinds }) => {
  const lists = await db.sql<Pick<ListStanding, 'no' | 'kind' | 'at'>[]>`
    select no, kind, (extract(epoch from at) * 1000)::float8 as at from outside_list
    where county = ${db.scope.county} and kind = any (${[...kinds]}::text[]) order by no`;
  const rows = await db.sql<ListedRow[]>`
    select ${stated(db, rowColumns)} from outside_row r ${stated(db, rowJoins)}
    where r.county = ${db.scope.county} and r.household_id = ${household} and r.kind = any (${[...kinds]}::text[]) order by t.no, r.no limit 40`;
  return { lists: [...lists], rows: [...rows] };
};

/** Answers to what lists are asked for. */
export const listNeeds = { listStandings, listedIn, listedRow, listedOf, comparingLists, listedMine };
