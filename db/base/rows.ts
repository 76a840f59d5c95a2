import type { Household } from '../../conversations/contract/household.ts';
import type { HouseholdId, StaffId, UnitCode, UnitKind, VisitId } from '../../conversations/contract/ids.ts';
import type { Speaker, Visit } from '../../conversations/contract/session.ts';
import { fact, type SqlFact } from './fact.ts';

// The rows that several statements read, with the columns to select and the way back to the conversation's types.

/** Columns of a visit `v`; null in all of them where a left join found none. */
export const visitColumns: SqlFact =
  fact(`v.id as visit_id, v.household_id as visit_household, v.helper, v.status, v.outcome, v.questionnaire,
  v.questionnaire_version, v.answers, v.started_at, v.submitted_at, v.return_reason, v.version as visit_version`);

export interface VisitRow {
  visit_id: VisitId | null;
  visit_household: HouseholdId;
  helper: StaffId;
  status: Visit['status'];
  outcome: Visit['outcome'];
  questionnaire: string;
  questionnaire_version: number;
  answers: Visit['answers'];
  started_at: Date;
  submitted_at: Date | null;
  return_reason: string | null;
  visit_version: number;
}

/** The visit of a joined row, or null where there is none. */
export function visitOf(row: VisitRow): Visit | null {
  if (row.visit_id === null) return null;
  return {
    id: row.visit_id,
    householdId: row.visit_household,
    helper: row.helper,
    status: row.status,
    outcome: row.outcome,
    questionnaire: row.questionnaire,
    questionnaireVersion: row.questionnaire_version,
    answers: row.answers,
    startedAt: row.started_at.getTime(),
    submittedAt: row.submitted_at?.getTime() ?? null,
    returnReason: row.return_reason,
    version: row.visit_version,
  };
}

/** Columns of a household `h` with its village `hv` and township `ht`. */
export const householdColumns: SqlFact =
  fact(`h.id as household_id, h.code as household_code, h.head_name, h.type, h.monitored_kind, h.tags, h.population as
  household_population, h.members, h.village, hv.short as village_name, h.township, ht.short as township_name, h.grp,
  h.last_year_income_per_head, h.known,
  coalesce(h.extra ->> '纳入监测前户属性', '') = 'povertyAlleviated' as once_poor`);

/** Joins that `householdColumns` needs. */
export const householdUnits: SqlFact = fact(`left join unit hv on hv.county = h.county and hv.code = h.village
  left join unit ht on ht.county = h.county and ht.code = h.township`);

export interface HouseholdRow {
  household_id: HouseholdId | null;
  household_code: string;
  head_name: string;
  type: Household['type'];
  monitored_kind: Household['monitoredKind'] | null;
  tags: Household['tags'];
  household_population: number | null;
  members: Household['members'];
  village: UnitCode;
  village_name: string | null;
  township: UnitCode;
  township_name: string | null;
  grp: string;
  last_year_income_per_head: number | null;
  known: Household['known'];
  once_poor: boolean;
}

/** The household of a joined row, or null where there is none. */
export function householdOf(row: HouseholdRow): Household | null {
  if (row.household_id === null) return null;
  return {
    id: row.household_id,
    code: row.household_code,
    headName: row.head_name,
    type: row.type,
    ...(row.monitored_kind === null ? {} : { monitoredKind: row.monitored_kind }),
    ...(row.once_poor && row.type === 'monitored' ? { oncePoor: true } : {}),
    tags: row.tags,
    ...(row.household_population === null ? {} : { population: row.household_population }),
    members: row.members,
    village: row.village,
    villageName: row.village_name ?? '',
    township: row.township,
    townshipName: row.township_name ?? '',
    group: row.grp,
    ...(row.last_year_income_per_head === null
      ? {}
      : { lastYearIncomePerHead: row.last_year_income_per_head }),
    known: row.known,
  };
}

/** Columns of a member of staff `s` with his unit `u`. */
export const speakerColumns: SqlFact =
  fact(`s.id as staff_id, s.name as staff_name, s.roles, s.muted, u.code as unit, u.kind as unit_kind,
  u.short as unit_name, u.parent as unit_parent`);

export interface SpeakerRow {
  staff_id: StaffId | null;
  staff_name: string;
  roles: Speaker['roles'];
  muted: boolean;
  unit: UnitCode;
  unit_kind: UnitKind;
  unit_name: string;
  unit_parent: UnitCode | null;
}

/** The person of a joined row as a speaker, or null where there is none. */
export function speakerInRow(row: SpeakerRow): Speaker | null {
  if (row.staff_id === null) return null;
  const township =
    row.unit_kind === 'township' ? row.unit : row.unit_kind === 'village' ? row.unit_parent : null;
  return {
    id: row.staff_id,
    name: row.staff_name,
    roles: row.roles,
    unit: row.unit,
    unitKind: row.unit_kind,
    unitName: row.unit_name,
    ...(township === null ? {} : { township }),
    muted: row.muted,
  };
}
