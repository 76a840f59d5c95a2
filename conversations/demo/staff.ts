import type { CountyUnit } from '../campaign/county-units.ts';
import { type StaffId, staffId, type UnitCode } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import type { Chance } from './chance.ts';
import { inventedName, inventedPhone } from './invented.ts';
import type { DemoVillage } from './villages.ts';

export interface DemoStaff {
  id: StaffId;
  name: string;
  phone: string;
  duty: string;
  roles: Role[];
  unit: UnitCode;
}

/** Where each kind of people has its numbers: 19900000001 is the county office, 19900002001 the first helper. */
const firstPhone = { county: 1, department: 101, township: 201, villageCadre: 1001, helper: 2001 } as const;
const helperDuties = ['驻村工作队员', '帮扶责任人', '村民小组长', '农村党员', '网格员'] as const;

/** The people of a demo county: helpers and a cadre per village, two cadres and a leader per township, the county. */
export function demoStaff(
  units: readonly CountyUnit[],
  villages: readonly DemoVillage[],
  campaign: string,
  chance: Chance,
): DemoStaff[] {
  const next: Record<keyof typeof firstPhone, number> = { ...firstPhone };
  const person = (kind: keyof typeof firstPhone, unit: UnitCode, roles: Role[], duty: string): DemoStaff => {
    const phone = inventedPhone(next[kind]);
    next[kind] += 1;
    return {
      id: staffId.parse(chance.uuid()),
      name: inventedName(chance, chance.whole(1966, 1996)),
      phone,
      duty,
      roles,
      unit,
    };
  };
  const county = units.find((unit) => unit.kind === 'county');
  const townships = units.filter((unit) => unit.kind === 'township');
  const departments = units.filter((unit) => unit.kind === 'department');
  return [
    ...(county === undefined
      ? []
      : [
          person('county', county.code, ['countyOffice'], `${campaign}办公室主任`),
          person('county', county.code, ['countyOffice'], `${campaign}办公室干事`),
          person('county', county.code, ['leader'], '分管负责人'),
          person('county', county.code, ['admin'], '系统管理员'),
        ]),
    ...departments.map((unit) => person('department', unit.code, ['departmentOfficer'], '联络员')),
    ...townships.flatMap((unit) => [
      person('township', unit.code, ['townshipCadre'], '乡村振兴工作站站长'),
      person('township', unit.code, ['townshipCadre'], '乡村振兴工作站干事'),
      person('township', unit.code, ['leader'], '分管负责人'),
    ]),
    ...villages.map(({ unit }) => person('villageCadre', unit.code, ['villageCadre'], '村干部')),
    ...villages.flatMap(({ unit, helpers }) =>
      Array.from({ length: helpers }, (_, i) =>
        person('helper', unit.code, ['helper'], helperDuties[i % helperDuties.length] ?? '网格员'),
      ),
    ),
    ...(county === undefined ? [] : [person('county', county.code, ['inspector'], '督查组成员')]),
  ];
}
