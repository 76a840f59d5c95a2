import type { UnitCode } from '../../engine/ids.ts';
import type { Role } from '../../engine/session.ts';
import type { CountyUnit } from '../county-units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { madeUpName } from './names.ts';

/** Somebody of the made-up roster. Phones lie in a range nobody has. */
export interface DemoPerson {
  name: string;
  phone: string;
  duty: string;
  roles: readonly Role[];
  unit: UnitCode;
}

/** Households one helper looks after, about. */
const perHelper = 180;

/** Helpers and cadres of every village, cadres of every township, the county's people and the departments' officers. */
export function demoStaff(units: readonly CountyUnit[], householdsPerVillage: number): DemoPerson[] {
  const chance = chanceFrom(7);
  const people: DemoPerson[] = [];
  const add = (unit: UnitCode, duty: string, ...roles: Role[]) =>
    people.push({
      ...named(chance),
      phone: `1990${String(people.length + 1).padStart(7, '0')}`,
      duty,
      roles,
      unit,
    });
  const helpers = Math.min(8, Math.max(2, Math.round(householdsPerVillage / perHelper)));
  for (const unit of units) {
    if (unit.kind === 'county') {
      add(unit.code, '县乡村振兴局', 'countyOffice');
      add(unit.code, '县领导', 'leader');
      add(unit.code, '信息中心', 'admin');
    } else if (unit.kind === 'township') {
      add(unit.code, '乡村振兴工作站', 'townshipCadre');
      add(unit.code, '乡镇领导', 'leader', 'townshipCadre');
    } else if (unit.kind === 'department') add(unit.code, '业务股', 'departmentOfficer');
    else {
      add(unit.code, '村支书', 'villageCadre', 'helper');
      for (let i = 0; i < helpers; i += 1) add(unit.code, i === 0 ? '驻村工作队员' : '帮扶责任人', 'helper');
    }
  }
  return people;
}

function named(chance: Chance): { name: string } {
  return { name: madeUpName(chance) };
}
