import type { CampaignId, CountyCode, StaffId, UnitCode, UnitKind } from '../contract/ids.ts';
import type { Role, RoomFacts, Speaker } from '../contract/session.ts';

/**
 * What somebody may see, as a rule and not as a list: the database makes the list from it and enforces it.
 * The parts add up; all empty = nothing but one's own.
 */
export interface Scope {
  county: CountyCode;
  /** The campaign that is read and written; absent = the one the county is in. */
  campaign?: CampaignId;
  /** Who acts; null = the program itself (ticks, imports) or somebody not yet bound. */
  staff: StaffId | null;
  /** The whole county. */
  all: boolean;
  /** All villages of these townships. */
  townships: readonly UnitCode[];
  villages: readonly UnitCode[];
  /** The households one looks after elsewhere; their villages not. */
  assigned: boolean;
  /** A department: no villages, but the problems and self-checks that concern it. */
  department: { code: UnitCode; name: string } | null;
  /** Asked in a group: of all the above only what lies inside its unit. */
  room?: RoomScope;
}

/** The place a group may hear of; `nowhere` while it is bound to no unit. */
export type RoomScope = 'nowhere' | { unit: UnitCode; kind: UnitKind; name: string };

const nothing = { all: false, townships: [], villages: [], assigned: false, department: null };

/** The program's own work on a county: schedule, import, export by the operator. */
export function wholeCounty(county: CountyCode): Scope {
  return { ...nothing, county, staff: null, all: true };
}

/** Somebody who isn't bound to a person yet. */
export function stranger(county: CountyCode): Scope {
  return { ...nothing, county, staff: null };
}

const ofTheUnit: readonly Role[] = ['townshipCadre', 'countyOffice', 'leader', 'inspector'];

/**
 * The scope that follows from roles and unit (county → township → village). Who is only a helper of a township
 * or the county (驻村工作队员, 帮扶责任人) sees his households and no more; an admin, no household.
 */
export function scopeOf(county: CountyCode, speaker: Speaker): Scope {
  const scope: Scope = { ...nothing, county, staff: speaker.id, assigned: speaker.roles.includes('helper') };
  const standsForUnit = speaker.roles.some((role) => ofTheUnit.includes(role));
  switch (speaker.unitKind) {
    case 'village':
      return speaker.roles.every((role) => role === 'admin') ? scope : { ...scope, villages: [speaker.unit] };
    case 'township':
      return standsForUnit ? { ...scope, townships: [speaker.unit] } : scope;
    case 'county':
      return standsForUnit ? { ...scope, all: true } : scope;
    case 'department':
      return speaker.roles.includes('departmentOfficer') || standsForUnit
        ? { ...scope, department: { code: speaker.unit, name: speaker.unitName } }
        : scope;
  }
}

/**
 * A scope as far as a group may hear of it: households, problems and leads of the group's own unit. The database
 * holds it as it holds the scope itself, so no dialogue can list another village there.
 */
export function heardInRoom(scope: Scope, { unit, unitKind, unitName }: RoomFacts): Scope {
  if (unit === null || unitKind === null) return { ...scope, room: 'nowhere' };
  if (unitKind === 'county') return scope;
  return { ...scope, room: { unit, kind: unitKind, name: unitName ?? '' } };
}

/** Does a household of this village and township belong to the group's unit? A department has none. */
export function isOfRoom(
  { unit, unitKind }: RoomFacts,
  household: { village: UnitCode; township: UnitCode },
): boolean {
  if (unit === null) return false;
  return unitKind === 'county' || household.village === unit || household.township === unit;
}
