import { and, eq } from 'drizzle-orm';
import type { HistoryLine } from '../../conversations/problems/ledger-line.ts';
import type { Problem, ProblemEvent } from '../../conversations/problems/problem.ts';
import { stated } from '../base/fact.ts';
import type { Db, Fragment } from '../base/transaction.ts';
import { isUnrectified, isUnsettled } from '../facts/problems.ts';
import { staff } from '../people/table.ts';
import { problemEvent } from './problem-event-table.ts';
import { problem as problemTable } from './table.ts';

// Reading the problem ledger. Who rectified, what was done and what happened last come from the history, so that
// there is one truth; moves are written in db/problems/write.ts.

interface ProblemRow {
  id: Problem['id'];
  no: number;
  version: number;
  status: Problem['status'];
  source: Problem['source'];
  category: Problem['category'];
  clause: Problem['clause'];
  key: string;
  description: string;
  assisting: string[];
  manner: Problem['manner'];
  cause: string | null;
  task: string | null;
  next_look: string | null;
  proofs: number;
  look: Problem['look'];
  household_id: NonNullable<Problem['household']>['id'] | null;
  head_name: string | null;
  grp: string | null;
  village: NonNullable<Problem['village']>['id'] | null;
  village_name: string | null;
  township: NonNullable<Problem['township']>['id'] | null;
  township_name: string | null;
  lead_unit: string;
  responsible_unit: NonNullable<Problem['responsibleUnit']>['id'] | null;
  responsible_unit_name: string | null;
  responsible_staff: NonNullable<Problem['responsiblePerson']>['id'] | null;
  responsible_name: string | null;
  due: string | null;
  opened_at: Date;
  opened_by: Problem['foundBy'];
  closed_at: Date | null;
  rectifiers: Problem['rectifiers'] | null;
  measure: string | null;
  photos: number;
  last: {
    kind: ProblemEvent['kind'];
    at: string;
    by: Problem['rectifiers'][number] | null;
    name: string | null;
    words: string | null;
  } | null;
}

/** Columns of a problem `p` with its household, units, people and what its history says; for `problemOf`. */
const problemColumns = ({
  sql,
}: Pick<
  Db,
  'sql'
>) => sql`p.id, p.no, p.version, p.status, p.source, p.category, p.clause, p.key, p.description,
  p.assisting, p.manner, p.cause, p.task, p.next_look, p.household_id, h.head_name, h.grp,
  p.village, pv.short as village_name, p.township, pt.short as township_name, p.lead_unit, p.responsible_unit,
  ru.short as responsible_unit_name, p.responsible_staff, rs.name as responsible_name, p.due, p.opened_at, p.opened_by, p.closed_at,
  (select array_agg(distinct e.staff_id) from problem_event e where e.county = p.county and e.problem_id = p.id and e.kind = 'rectified'
    and e.id > coalesce((select max(r.id) from problem_event r where r.county = p.county and r.problem_id = p.id and r.kind = 'reopened'), 0)) as rectifiers,
  (select e.words from problem_event e where e.county = p.county and e.problem_id = p.id and e.kind = 'rectified' order by e.id desc limit 1) as measure,
  (select coalesce(sum(cardinality(e.attachments)), 0)::int from problem_event e where e.county = p.county and e.problem_id = p.id) as photos,
  (select coalesce(sum(cardinality(e.attachments)), 0)::int from problem_event e where e.county = p.county and e.problem_id = p.id
    and e.id > coalesce((select max(r.id) from problem_event r where r.county = p.county and r.problem_id = p.id and r.kind = 'reopened'), 0)) as proofs,
  (select jsonb_build_object('by', e.staff_id, 'outcome', e.after ->> 'outcome') from problem_event e
    where e.county = p.county and e.problem_id = p.id and e.kind = 'looked'
      and e.id > coalesce((select max(r.id) from problem_event r where r.county = p.county and r.problem_id = p.id and r.kind in ('rectified', 'sentBack', 'reopened')), 0)
    order by e.id desc limit 1) as look,
  (select jsonb_build_object('kind', e.kind, 'at', e.at, 'by', e.staff_id, 'name', s.name, 'words', e.words) from problem_event e
    left join staff s on s.county = e.county and s.id = e.staff_id
    where e.county = p.county and e.problem_id = p.id order by e.id desc limit 1) as last`;

const problemJoins = ({
  sql,
}: Pick<Db, 'sql'>) => sql`left join household h on h.county = p.county and h.id = p.household_id
  left join unit pv on pv.county = p.county and pv.code = p.village
  left join unit pt on pt.county = p.county and pt.code = p.township
  left join unit ru on ru.county = p.county and ru.code = p.responsible_unit
  left join staff rs on rs.county = p.county and rs.id = p.responsible_staff`;

function problemOf(row: ProblemRow): Problem {
  return {
    id: row.id,
    no: row.no,
    version: row.version,
    status: row.status,
    source: row.source,
    category: row.category,
    clause: row.clause,
    key: row.key,
    description: row.description,
    assisting: row.assisting,
    manner: row.manner,
    cause: row.cause ?? '',
    task: row.task ?? '',
    nextLook: row.next_look,
    household:
      row.household_id === null
        ? null
        : { id: row.household_id, headName: row.head_name ?? '', group: row.grp ?? '' },
    village: row.village === null ? null : { id: row.village, name: row.village_name ?? '' },
    township: row.township === null ? null : { id: row.township, name: row.township_name ?? '' },
    leadUnit: row.lead_unit,
    responsibleUnit:
      row.responsible_unit === null
        ? null
        : { id: row.responsible_unit, name: row.responsible_unit_name ?? '' },
    responsiblePerson:
      row.responsible_staff === null ? null : { id: row.responsible_staff, name: row.responsible_name ?? '' },
    due: row.due,
    openedAt: row.opened_at.getTime(),
    closedAt: row.closed_at?.getTime() ?? null,
    foundBy: row.opened_by,
    rectifiers: row.rectifiers ?? [],
    measure: row.measure ?? '',
    photos: row.photos,
    proofs: row.proofs,
    look: row.look,
    last:
      row.last === null
        ? null
        : eventOf(row.last.kind, Date.parse(row.last.at), row.last.by, row.last.name, row.last.words),
  };
}

function eventOf(
  kind: ProblemEvent['kind'],
  at: number,
  by: Problem['rectifiers'][number] | null,
  name: string | null,
  words: string | null,
): ProblemEvent {
  return { kind, at, by: by === null ? null : { id: by, name: name ?? '' }, words: words ?? '' };
}

/** Which problems, in what order, how many: `where` and `order` are statements over `p` and `h`. */
async function select(db: Db, where: Fragment, order: Fragment, limit: number): Promise<Problem[]> {
  const rows = await db.sql<ProblemRow[]>`
    select ${problemColumns(db)} from problem p ${problemJoins(db)}
    where p.county = ${db.scope.county} and ${where} order by ${order} limit ${limit}`;
  return rows.map(problemOf);
}

/** The problem with the short number, or null where there is none within the scope. */
export async function problemByNo(db: Db, no: number): Promise<Problem | null> {
  const [found] = await select(db, db.sql`p.no = ${no}`, db.sql`p.no`, 1);
  return found ?? null;
}

/** Unsettled problems of households whose head has this very name. */
export function problemsOfHead(db: Db, headName: string, limit: number): Promise<Problem[]> {
  return select(db, db.sql`h.head_name = ${headName} and ${stated(db, isUnsettled())}`, db.sql`p.no`, limit);
}

/**
 * What somebody has to rectify: his own, and where nobody is named those of the unit he stands for. Who found one or
 * only visits in the village has none of it by that.
 */
export function problemsToRectify(
  db: Db,
  staff: string,
  unit: string | null,
  limit: number,
): Promise<Problem[]> {
  const mine = db.sql`${stated(db, isUnrectified())} and (p.responsible_staff = ${staff}
    or (p.responsible_staff is null and (p.responsible_unit = ${unit} or p.village = ${unit})))`;
  return select(db, mine, db.sql`p.due nulls last, p.no`, limit);
}

/** All that happened to a problem, in order. */
export async function problemHistory(db: Db, no: number): Promise<ProblemEvent[]> {
  const e = problemEvent;
  const rows = await db.orm
    .select({ kind: e.kind, at: e.at, by: staff.id, name: staff.name, words: e.words })
    .from(e)
    .innerJoin(problemTable, and(eq(problemTable.county, e.county), eq(problemTable.id, e.problemId)))
    .leftJoin(staff, and(eq(staff.county, e.county), eq(staff.id, e.staffId)))
    .where(and(eq(e.county, db.scope.county), eq(problemTable.no, no)))
    .orderBy(e.id);
  return rows.map((row) => eventOf(row.kind, row.at.getTime(), row.by, row.name, row.words));
}

/** A problem with its whole history, each line with the status it led to. */
export interface ProblemWithHistory {
  problem: Problem;
  history: readonly HistoryLine[];
  /** When each photo came, milliseconds since 1970. */
  photos: readonly number[];
}

interface HistoryRow {
  kind: ProblemEvent['kind'];
  at: string;
  name: string | null;
  words: string | null;
  to: Problem['status'] | null;
  photos: number;
}

/** Problems found up to a moment, of a unit, a department's areas or some households, streamed by number. */
export async function* streamProblems(
  db: Db,
  of: {
    unit?: string;
    department?: { code: string; leadUnit: string };
    households?: readonly string[];
    until?: Date;
  },
): AsyncGenerator<ProblemWithHistory[]> {
  const { sql } = db;
  const rows = sql<(ProblemRow & { history: HistoryRow[] | null })[]>`
    select ${problemColumns({ sql })},
      (select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'name', s.name, 'words', e.words, 'to', e.after ->> 'status',
          'photos', coalesce(cardinality(e.attachments), 0)) order by e.id)
        from problem_event e left join staff s on s.county = e.county and s.id = e.staff_id
        where e.county = p.county and e.problem_id = p.id) as history
    from problem p ${problemJoins({ sql })}
    where p.county = ${db.scope.county}
      ${of.until === undefined ? sql`` : sql`and p.opened_at <= ${of.until}`}
      ${of.unit === undefined ? sql`` : sql`and (p.village = ${of.unit} or p.township = ${of.unit} or p.responsible_unit = ${of.unit})`}
      ${of.department === undefined ? sql`` : sql`and (p.lead_unit = ${of.department.leadUnit} or p.responsible_unit = ${of.department.code})`}
      ${of.households === undefined ? sql`` : sql`and p.household_id = any (${[...of.households]}::uuid[])`}
    order by p.no`;
  for await (const some of rows.cursor(500)) {
    yield some.map((row) => ({
      problem: problemOf(row),
      history: (row.history ?? []).map(({ kind, at, name, words, to }) => ({
        kind,
        at: Date.parse(at),
        name,
        words: words ?? '',
        to,
      })),
      photos: (row.history ?? []).flatMap((e) => Array.from({ length: e.photos }, () => Date.parse(e.at))),
    }));
  }
}
