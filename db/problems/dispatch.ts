import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { departmentCode } from '../../conversations/campaign/departments.ts';
import { dispatchOf } from '../../conversations/campaign/dispatch.ts';
import type { Finding } from '../../conversations/contract/finding.ts';
import type { Db, Fragment } from '../base/transaction.ts';

// Whom a new problem goes to: the campaign's rules name units and duties, the register knows who that is.

/** The dispatch of a finding as columns of a row: `unit` is a department's code, 'village' or 'township'. */
export function dispatchRow(
  campaign: Campaign,
  finding: Pick<Finding, 'key' | 'category' | 'clause'>,
): {
  unit: string;
  duties: string | null;
  assisting: readonly string[];
  manner: string;
} {
  const { unit, duties, assisting, manner } = dispatchOf(campaign, finding);
  return {
    unit: unit === 'township' || unit === 'village' ? unit : departmentCode(unit),
    duties: duties.length === 0 ? null : duties.join('|'),
    assisting,
    manner,
  };
}

/**
 * The code of the unit meant; a department the county doesn't have falls to the origin's own unit. `origin` has
 * village, township, responsible_unit and by_rule (false: the unit that found it keeps it).
 */
export function unitResponsible(db: Db, unit: Fragment, origin: Fragment): Fragment {
  return db.sql`case when not ${origin}.by_rule or ${unit} = 'township' then ${origin}.responsible_unit
    when ${unit} = 'village' then coalesce(${origin}.village, ${origin}.responsible_unit)
    else coalesce((select u.code from unit u where u.county = ${db.scope.county} and u.code = ${unit} and u.active), ${origin}.responsible_unit) end`;
}

/** The one person of a unit whose duty says so, of a department its one officer; null where there is none or several: the unit hands it out. */
export function personResponsible(db: Db, unit: Fragment, duties: Fragment): Fragment {
  return db.sql`(select case when count(*) = 1 then min(s.id::text)::uuid end from staff s
    where s.county = ${db.scope.county} and s.active and s.unit = ${unit}
      and s.roles && '{villageCadre,townshipCadre,departmentOfficer}'::text[]
      and (s.duty ~ ${duties} or 'departmentOfficer' = any (s.roles)))`;
}
