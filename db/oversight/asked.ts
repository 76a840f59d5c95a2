import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Delays, Traced, UrgingOrder, YearTask } from '../../conversations/oversight/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { asProgram } from '../base/scope.ts';
import type { Db } from '../base/transaction.ts';
import { isCounted, overdue } from '../facts/problems.ts';
import { unitByCode } from '../places/units.ts';
import { readCheckFacts } from '../self-checks/read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

const yearTasks: Answer<'yearTasks'> = async (db, { speaker }) => {
  if (speaker === null) return [];
  return [
    ...(await db.sql<YearTask[]>`
      select no, title, due, how from year_task where county = ${db.scope.county} and unit = ${speaker.unit}
      order by how is not null, due nulls last, no`),
  ];
};

const taskStanding: Answer<'taskStanding'> = async (db, _, { today }) => [
  ...(await db.sql<{ unitName: string; tasks: number; open: number; late: number }[]>`
    select u.short as "unitName", count(*)::int as tasks, (count(*) filter (where t.how is null))::int as open,
      (count(*) filter (where t.how is null and t.due < ${today}))::int as late
    from year_task t join unit u on u.county = t.county and u.code = t.unit
    where t.county = ${db.scope.county} group by u.code, u.short, u.kind, u.sort order by late desc, open desc, u.kind, u.sort`),
];

/** @param reached only those who have an account to be written to */
async function readHeads(db: Db, unit: UnitCode, reached = false): Promise<StaffId[]> {
  const rows = await db.sql<{ id: StaffId }[]>`
    select s.id from staff s where s.county = ${db.scope.county} and s.active and s.unit = ${unit}
      and ('leader' = any (s.roles) or not exists (select 1 from staff l where l.county = s.county and l.active and l.unit = s.unit and 'leader' = any (l.roles)))
      and (${!reached} or exists (select 1 from account a where a.county = s.county and a.staff_id = s.id))
      and s.roles && array['leader', 'townshipCadre', 'departmentOfficer', 'villageCadre'] order by s.name limit 5`;
  return rows.map(({ id }) => id);
}

const delays: Answer<'delays'> = async (db, _, { unit, today }) => {
  const found = await unitByCode(db, unit);
  if (found === null) return null;
  const { county } = db.scope;
  const late = db.sql`p.county = ${county} and ${overdue(db, today)}
    and (p.responsible_unit = ${unit} or 'd:' || p.lead_unit = ${unit} or (p.responsible_unit is null and p.township = ${unit}))`;
  const problems = await db.sql<Delays['problems'][number][]>`
    select p.no, p.description, p.due from problem p where ${late} order by p.due, p.no limit 5`;
  const [counts] = await db.sql<{ overdue: number; tasks: number; nextNo: number }[]>`
    select (select count(*)::int from problem p where ${late}) as overdue,
      (select count(*)::int from year_task t where t.county = ${county} and t.unit = ${unit} and t.how is null and t.due < ${today}) as tasks,
      (select coalesce(max(o.no), 0)::int + 1 from urging_order o where o.county = ${county}) as "nextNo"`;
  const facts = await readCheckFacts(db, unit, today);
  return {
    unit,
    unitName: found.short,
    problems: [...problems],
    problemsOverdue: counts?.overdue ?? 0,
    leadsOverdue: facts.leadsOverdue,
    households: facts.households,
    visited: facts.visited,
    tasksOverdue: counts?.tasks ?? 0,
    heads: await readHeads(db, unit),
    nextNo: counts?.nextNo ?? 1,
  };
};

/** Whether somebody has an account is the program's to know; no more of it is told. */
const headsOf: Answer<'headsOf'> = (db, _, { unit }) => asProgram(db, () => readHeads(db, unit, true));

const urgingOrders: Answer<'urgingOrders'> = async (db, { speaker }, { of }) => {
  if (speaker === null) return [];
  return [
    ...(await db.sql<UrgingOrder[]>`
      select o.no, u.short as "unitName", o.words, o.reply_by as "replyBy", o.answer
      from urging_order o join unit u on u.county = o.county and u.code = o.unit
      where o.county = ${db.scope.county} and (${of === 'all'} or o.unit = ${speaker.unit})
      order by o.answer is not null, o.reply_by, o.no limit 20`),
  ];
};

const traced: Answer<'traced'> = async (db, _, { today }) => {
  const { county } = db.scope;
  const late = db.sql`p.county = ${county} and ${overdue(db, today)}`;
  const units = await db.sql<Traced['units'][number][]>`
    select u.short as name, count(*)::int as overdue, max(${today}::date - p.due)::int as longest
    from problem p join unit u on u.county = p.county and u.code = coalesce(p.responsible_unit, p.township)
    where ${late} group by u.code, u.short order by 2 desc, 3 desc, 1 limit 20`;
  const people = await db.sql<Traced['people'][number][]>`
    select s.name, u.short as "unitName", count(*)::int as overdue
    from problem p join staff s on s.county = p.county and s.id = p.responsible_staff
    join unit u on u.county = s.county and u.code = s.unit
    where ${late} group by s.id, s.name, u.short order by 3 desc, 1 limit 20`;
  const reopened = await db.sql<Traced['reopened'][number][]>`
    select p.no, u.short as "unitName",
      (select s.name from problem_event e join staff s on s.county = e.county and s.id = e.staff_id
        where e.county = p.county and e.problem_id = p.id and e.kind = 'rectified' and e.id < r.id order by e.id desc limit 1) as rectifier,
      (select s.name from problem_event e join staff s on s.county = e.county and s.id = e.staff_id
        where e.county = p.county and e.problem_id = p.id and e.kind = 'closed' and e.id < r.id order by e.id desc limit 1) as striker
    from problem p join unit u on u.county = p.county and u.code = coalesce(p.responsible_unit, p.township)
    join lateral (select max(e.id) as id from problem_event e where e.county = p.county and e.problem_id = p.id
      and e.kind = 'reopened') r on r.id is not null
    where p.county = ${county} and ${stated(db, isCounted())} order by p.no limit 20`;
  const differing = await db.sql<Traced['differing'][number][]>`
    select s.name, u.short as "unitName", count(*)::int as visits
    from spot_check k join staff s on s.county = k.county and s.id = k.helper
    join unit u on u.county = s.county and u.code = s.unit
    where k.county = ${county} and k.status = 'done' and k.differences <> '[]'::jsonb
    group by s.id, s.name, u.short order by 3 desc, 1 limit 20`;
  return { units: [...units], people: [...people], reopened: [...reopened], differing: [...differing] };
};

const trainingResult: Answer<'trainingResult'> = async (db, { speaker }) => {
  if (speaker === null) return null;
  const [row] = await db.sql<{ correct: number; questions: number }[]>`
    select correct, questions from training_result where county = ${db.scope.county} and staff_id = ${speaker.id}`;
  return row ?? null;
};

const firstVisit: Answer<'firstVisit'> = async (db, { speaker }) => {
  if (speaker === null) return { correct: null, begun: false };
  const { county } = db.scope;
  const [row] = await db.sql<{ correct: number | null; begun: boolean }[]>`
    select (select correct from training_result where county = ${county} and staff_id = ${speaker.id}) as correct,
      exists (select 1 from visit v where v.county = ${county} and v.helper = ${speaker.id}) as begun`;
  return row ?? { correct: null, begun: false };
};

/** Answers to what oversight asks. */
export const oversightNeeds = {
  yearTasks,
  taskStanding,
  delays,
  headsOf,
  urgingOrders,
  traced,
  trainingResult,
  firstVisit,
};
