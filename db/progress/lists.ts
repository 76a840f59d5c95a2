import type { ProblemCategory } from '../../conversations/contract/finding.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { HouseholdFilter, ProblemFilter } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import { sameGroup } from '../base/group-no.ts';
import { lastDay } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';
import { isCounted, isUnsettled, openedOn, overdue } from '../facts/problems.ts';
import { householdsVisit, isVisited, standingFacts } from '../facts/visits.ts';
import { own } from '../households/own.ts';
import { villagesWithin } from './progress.ts';

// The rows behind the numbers: every list follows the same letters (visit.tally) as the count it explains.

function filterOf(db: Db, filter: HouseholdFilter, today: string) {
  if (filter === 'visitedToday') return db.sql`${stated(db, isVisited())} and v.submitted_on = ${today}`;
  if (filter === 'unassigned')
    return db.sql`${stated(db, standingFacts.remaining)} and not exists (
      select 1 from assignment a where a.county = h.county and a.household_id = h.id and ${stated(db, lastDay())} >= ${today})`;
  return stated(db, standingFacts[filter]);
}

export interface HouseholdsWanted {
  unit?: UnitCode;
  group?: string;
  filter: HouseholdFilter;
  own?: boolean;
  today: string;
}

/** Households `h` meant by a list, within the scope. */
export function householdsWanted(db: Db, asker: Asker, wanted: HouseholdsWanted) {
  const { sql } = db;
  const group = wanted.group === undefined ? sql`` : sql`and ${sameGroup(db, wanted.group)}`;
  const within =
    wanted.own === true
      ? own(db, asker)
      : sql`h.county = ${db.scope.county} and h.active and h.village in (select u.code from unit u where ${villagesWithin(db, wanted.unit)})`;
  return sql`${within} ${group} and ${filterOf(db, wanted.filter, wanted.today)}`;
}

/** Joins that `householdsWanted` and the columns of a line need. */
export const lineJoins = ({
  sql,
}: Pick<Db, 'sql'>) => sql`join unit hv on hv.county = h.county and hv.code = h.village
  join unit ht on ht.county = h.county and ht.code = h.township
  ${stated({ sql }, householdsVisit)}
  left join staff s on s.county = v.county and s.id = v.helper`;

export const lineOrder = ({ sql }: Pick<Db, 'sql'>) =>
  sql`ht.sort, h.township, hv.sort, h.village, h.grp_no, h.grp, h.sort, h.id`;

/** Problems `p` of a unit within the scope; a department's are those that the policies show it. */
export function problemsWithin(db: Db, unit: UnitCode | undefined) {
  const { sql, scope } = db;
  if (unit === undefined) return sql`p.county = ${scope.county}`;
  return sql`p.county = ${scope.county} and (p.village = ${unit} or p.township = ${unit} or p.responsible_unit = ${unit}
    or exists (select 1 from unit u where u.county = ${scope.county} and u.code = ${unit} and u.kind = 'county'))`;
}

/** Which problems `p` a list means. */
export function problemsMeant(
  db: Db,
  filter: ProblemFilter,
  category: ProblemCategory | undefined,
  today: string,
) {
  const { sql } = db;
  const which = {
    open: stated(db, isUnsettled()),
    overdue: overdue(db, today),
    done: sql`p.status = 'done'`,
    closed: sql`p.status = 'closed'`,
    today: sql`${stated(db, isCounted())} and ${stated(db, openedOn)} = ${today}`,
  }[filter];
  return category === undefined ? which : sql`${which} and p.category = ${category}`;
}
