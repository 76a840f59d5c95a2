import { and, eq } from 'drizzle-orm';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Checked } from '../../conversations/lists/checked.ts';
import type { Db } from '../base/transaction.ts';
import { outsideList } from './table.ts';

/** A list to be sent back. */
export interface ListHead {
  id: string;
  no: number;
  kind: string;
  origin: string;
  unit: UnitCode;
  fileName: string;
  columns: string[];
}

/** The list of this number. */
export async function listByNo(db: Db, no: number): Promise<ListHead | null> {
  const { id, kind, origin, unit, fileName, columns } = outsideList;
  const [found] = await db.orm
    .select({ id, no: outsideList.no, kind, origin, unit, fileName, columns })
    .from(outsideList)
    .where(and(eq(outsideList.county, db.scope.county), eq(outsideList.no, no)));
  return found === undefined ? null : { ...found, unit: found.unit as UnitCode };
}

/** A row with what was found, and what it became. */
export interface CheckedRow extends Checked {
  no: number;
  sheet: string;
  key: string;
  cells: Record<string, string>;
  sealed: Uint8Array | null;
}

const page = 500;

/** The rows of a list that the asker may see, in the order they came, a page at a time. */
export async function* streamChecked(db: Db, list: string): AsyncGenerator<CheckedRow[]> {
  const { county } = db.scope;
  for (let after = 0; ; ) {
    const rows = await db.sql<CheckedRow[]>`
      select r.no, r.sheet, r.key, r.cells, r.sealed, r.becomes, r.matched_by is not null as matched, r.result, r.finding,
        s.name as "answeredBy", r.answered_at as "answeredAt",
        case when p.id is not null then jsonb_build_object('status', p.status, 'by', coalesce(c.name, d.name), 'words', e.words) end as problem,
        coalesce(p.closed_at, p.done_at) as "problemAt",
        case when l.id is not null then jsonb_build_object('stage', l.stage, 'by', w.name) end as lead, l.stage_at as "leadAt"
      from outside_row r
      left join staff s on s.county = r.county and s.id = r.answered_by
      left join problem p on p.county = r.county and p.id = r.problem_id
      left join staff c on c.county = p.county and c.id = p.closed_by
      left join staff d on d.county = p.county and d.id = p.done_by
      left join lateral (select v.words from problem_event v where v.county = p.county and v.problem_id = p.id
        and v.kind in ('rectified', 'closed', 'progress') order by v.id desc limit 1) e on true
      left join monitoring_lead l on l.county = r.county and l.id = r.lead_id
      left join lateral (select st.name from monitoring_lead_event v join staff st on st.county = v.county and st.id = v.staff_id
        where v.county = l.county and v.lead_id = l.id order by v.id desc limit 1) w on true
      where r.county = ${county} and r.list_id = ${list} and r.no > ${after} order by r.no limit ${page}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield [...rows];
    after = last.no;
  }
}
