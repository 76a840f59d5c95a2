import { departmentCode } from '../../conversations/campaign/departments.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { isCounted } from '../facts/problems.ts';
import type { Unit } from '../places/units.ts';

/** A unit that files a report. */
export type Reporter = Pick<Unit, 'code' | 'short'> & { kind: 'county' | 'township' | 'department' };

/** Rows of a table that belong to a township; a department and the county look at all of them. */
export function reportersRows(db: Db, unit: Reporter, alias: string) {
  return unit.kind === 'township' ? db.sql`${db.sql(`${alias}.township`)} = ${unit.code}` : db.sql`true`;
}

/**
 * Problems of a report (a township's own, those of a department's areas, all of the county's) with the status each
 * had at the end of the cut-off day, as its history tells: later moves don't count.
 */
export function problemsAtCutOff(db: Db, unit: Reporter, until: Date) {
  const whose =
    unit.kind === 'department'
      ? db.sql`(p.lead_unit = ${leadName(unit)} or p.responsible_unit = ${unit.code})`
      : unit.kind === 'township'
        ? db.sql`(p.township = ${unit.code} or p.responsible_unit = ${unit.code})`
        : db.sql`true`;
  return db.sql`(
    select p.*, (select e.after ->> 'status' from problem_event e
      where e.county = p.county and e.problem_id = p.id and e.at <= ${until} and e.after ? 'status' order by e.id desc limit 1) as was
    from problem p where p.county = ${db.scope.county} and p.opened_at <= ${until} and ${whose}) p
    where ${stated(db, isCounted('p.was'))}`;
}

/** The name under which the plan's clauses know a department. */
function leadName(unit: Reporter): string {
  return unit.code === departmentCode(unit.short) ? unit.short : unit.code.replace(/^d:/u, '');
}
