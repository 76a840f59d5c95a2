import type { StaffId } from '../../conversations/contract/ids.ts';
import { stated } from '../base/fact.ts';
import { holdsToday } from '../base/holds.ts';
import type { Db } from '../base/transaction.ts';

/**
 * A condition: unit `u` is the person's own or one below it, by the person's place on the roster as it is now
 * (conversations/access/policy.ts says the same of a loaded speaker). null = the program's operator, everywhere.
 */
export function withinReach(db: Db, staff: StaffId | string | null) {
  if (staff === null) return db.sql`true`;
  return db.sql`exists (
    select 1 from staff i join unit iu on iu.county = i.county and iu.code = i.unit
    where i.county = u.county and i.id = ${staff} and i.active
      and (iu.kind = 'county' or u.code = iu.code or (iu.kind = 'township' and u.parent = iu.code)))`;
}

/**
 * A condition: staff `s` of unit `u` may be given a code by this person: within reach, and who keeps the whole
 * county (专班, 管理员) only by the county, so that no township can make itself one.
 */
export function mayGiveCodeTo(db: Db, staff: StaffId | string | null) {
  if (staff === null) return db.sql`true`;
  return db.sql`(${withinReach(db, staff)} and (not s.roles && '{countyOffice,admin}' or exists (
    select 1 from staff i join unit iu on iu.county = i.county and iu.code = i.unit
    where i.county = s.county and i.id = ${staff} and iu.kind = 'county')))`;
}

/** What a household or problem lies in, for who may be handed it. */
interface LiesIn {
  village: string | null;
  township: string | null;
  household: string | null;
  /** Departments by code or name that have to do with it. */
  departments?: readonly string[];
}

/**
 * A condition: the scope of staff `s` of unit `u` covers the place, by the rule of conversations/access/scope.ts: he
 * could open what he is handed.
 */
export function coversPlace(db: Db, { village, township, household, departments = [] }: LiesIn) {
  return db.sql`((u.kind = 'village' and u.code = ${village} and s.roles <> '{admin}')
    or (s.roles && '{townshipCadre,countyOffice,leader}' and (u.kind = 'county' or u.kind = 'township' and u.code = ${township}))
    or (u.kind = 'department' and (u.code = any (${[...departments]}::text[]) or u.name = any (${[...departments]}::text[]))
      and s.roles && '{departmentOfficer,leader}')
    or ('helper' = any (s.roles) and exists (select 1 from assignment a where a.county = s.county and a.staff_id = s.id
      and a.household_id = ${household} and ${stated(db, holdsToday())})))`;
}
