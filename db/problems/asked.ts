import type { Needs } from '../../conversations/contract/needs.ts';
import type { Speaker } from '../../conversations/contract/session.ts';
import type { Asker } from '../base/asker.ts';
import { asProgram } from '../base/scope.ts';
import type { Db } from '../base/transaction.ts';
import { coversPlace } from '../places/reach.ts';
import { problemByNo, problemHistory, problemsOfHead, problemsToRectify } from './ledger.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

const mostTold = 5;

/** A cadre or officer answers for his unit; a helper only for what is his by name. */
function standsForUnit({ roles }: Speaker): boolean {
  return roles.some((role) => role !== 'helper' && role !== 'admin');
}

const unitsNamed: Answer<'unitsNamed'> = async (db, _, { words }) => {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '');
  if (said === '') return [];
  const rows = await db.sql<(Needs['unitsNamed']['out'][number] & { exact: boolean })[]>`
    select code, short as name, kind, ${said} in (code, name, short, replace(short, '县', '')) as exact from unit
    where county = ${db.scope.county} and active and (code = ${said} or strpos(name, ${said}) > 0 or strpos(${said}, short) > 0)
    order by exact desc, array_position('{department,township,village,county}'::text[], kind), sort, code limit 20`;
  const exact = rows.filter((row) => row.exact);
  return (exact.length > 0 ? exact : rows).map(({ code, name, kind }) => ({ code, name, kind }));
};

const staffNamed: Answer<'staffNamed'> = async (db, _, { words, place }) => {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '');
  const rows = await db.sql<Needs['staffNamed']['out']>`
    select s.id, s.name, u.code as unit, u.short as "unitName" from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.active and (s.name = ${said} or s.name || u.short = ${said})
      and ${coversPlace(db, place)}
    order by s.name || u.short = ${said} desc, u.sort, s.id limit 9`;
  return [...rows];
};

const unitStaff: Answer<'unitStaff'> = async (db, _, { unit, roles }) => {
  const rows = await asProgram(
    db,
    () => db.sql<Needs['unitStaff']['out']>`
    select s.id, s.name from staff s
    where s.county = ${db.scope.county} and s.active and s.unit = ${unit} and s.roles && ${[...roles]}::text[]
      and exists (select 1 from account a where a.county = s.county and a.staff_id = s.id)
    order by s.name, s.id limit ${mostTold}`,
  );
  return [...rows];
};

const strikers: Answer<'strikers'> = async (db) => {
  const rows = await db.sql<Needs['strikers']['out']>`
    select s.name, u.short as "unitName", count(*)::int as closed, array_agg(p.no::int order by p.closed_at desc) as nos
    from problem p join staff s on s.county = p.county and s.id = p.closed_by join unit u on u.county = s.county and u.code = s.unit
    where p.county = ${db.scope.county} and p.status = 'closed'
    group by s.id, s.name, u.short order by closed desc, s.name limit 20`;
  return [...rows];
};

/** Answers to what the problem ledger's dialogue asks. */
export const problemNeeds: {
  [Name in
    | 'problem'
    | 'problemHistory'
    | 'problemsOf'
    | 'ownProblems'
    | 'unitsNamed'
    | 'staffNamed'
    | 'unitStaff'
    | 'strikers']: Answer<Name>;
} = {
  problem: (db, _, { no }) => problemByNo(db, no),
  problemHistory: (db, _, { no }) => problemHistory(db, no),
  problemsOf: (db, _, { headName, limit }) => problemsOfHead(db, headName, limit),
  ownProblems: async (db, { speaker }, { limit }) =>
    speaker === null
      ? []
      : problemsToRectify(db, speaker.id, standsForUnit(speaker) ? speaker.unit : null, limit),
  unitsNamed,
  staffNamed,
  unitStaff,
  strikers,
};
