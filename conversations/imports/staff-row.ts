import type { UnitCode } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import { RowCheck } from './cell.ts';
import type { HeaderReading, StaffField } from './headings.ts';
import { cellOf, extraOf, type TableRow } from './household-row.ts';
import { readPhone } from './phone.ts';
import { readTownship, readUnit } from './place.ts';
import { readRoles } from './roles.ts';
import { personName, plainText } from './text.ts';
import type { UnitFacts, UnitIndex } from './unit-match.ts';

export interface StaffEntry {
  row: number;
  name: string;
  phone: string;
  roles: Role[];
  unit: UnitCode;
  title: string;
  extra: Record<string, string>;
}

type StaffReading = { is: 'staff'; entry: StaffEntry } | { is: 'wrong'; errors: readonly string[] };

/** Units a role can be exercised at; a helper may come from anywhere. */
const seats: Partial<Record<Role, readonly UnitFacts['kind'][]>> = {
  villageCadre: ['village'],
  townshipCadre: ['township'],
  departmentOfficer: ['department'],
  countyOffice: ['county', 'department'],
  inspector: ['county'],
};

const seatWords: Readonly<Record<UnitFacts['kind'], string>> = {
  county: '县',
  township: '乡镇',
  village: '村（社区）',
  department: '县直部门',
};

/** Reads one line of a staff roster. */
export function readStaffRow(
  source: TableRow,
  header: HeaderReading<StaffField>,
  units: UnitIndex,
): StaffReading {
  const text = (field: StaffField) => cellOf(source, header, field);
  const check = new RowCheck();
  const name = personName(text('name'));
  if (name === '') check.errors.push('缺姓名，请补上');
  if (name.length > 30) check.errors.push('姓名太长，请核对');
  const phone = check.need(readPhone(text('phone')), '缺手机号，请补上');
  const said = check.need(readRoles(text('roles')), '缺角色，请补上');
  const township = check.take(readTownship(units, text('township'))) ?? null;
  const unit = check.need(readUnit(units, text('unit'), township), '缺单位，请补上');
  const roles = said === undefined || unit === undefined ? said : seated(said, text('roles'), unit);
  if (roles !== undefined && unit !== undefined) check.errors.push(...misplaced(roles, unit));
  if (check.errors.length > 0 || phone === undefined || roles === undefined || unit === undefined) {
    return { is: 'wrong', errors: check.errors };
  }
  const title = plainText(text('title')).slice(0, 60);
  return {
    is: 'staff',
    entry: { row: source.row, name, phone, roles, unit: unit.code, title, extra: extraOf(source, header) },
  };
}

/** 乡村干部 may be of the village or of the township: the unit tells which. */
function seated(roles: Role[], words: string | undefined, unit: UnitFacts): Role[] {
  if (unit.kind !== 'township' || !/乡村(基层)?干部/.test(plainText(words))) return roles;
  return roles.map((role) => (role === 'villageCadre' ? 'townshipCadre' : role));
}

/** A township cadre listed under a village would see only that village: surely a slip. */
function misplaced(roles: readonly Role[], unit: UnitFacts): string[] {
  for (const role of roles) {
    const allowed = seats[role];
    if (allowed === undefined || allowed.includes(unit.kind)) continue;
    return [
      `角色和单位对不上：这个角色的单位应是${allowed.map((kind) => seatWords[kind]).join('或')}，请核对`,
    ];
  }
  return [];
}
