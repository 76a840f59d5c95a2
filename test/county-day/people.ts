import { wholeCounty } from '../../conversations/access/scope.ts';
import {
  type CountyCode,
  countyCode,
  type StaffId,
  type UnitCode,
  unitCode,
} from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { type RegisterHousehold, saveHouseholds } from '../../db/households/households.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { setUpCounty } from '../../src/county/set-up-county.ts';

/** A made-up county on the real townships, villages and departments. */
export const county: CountyCode = countyCode.parse('990321');
const unit = (tail: string): UnitCode => unitCode.parse(`${county}${tail}`);
export const township = unit('103000');
const liuyuan = unit('103200');
const menglou = unit('103201');

/** People by the name a test calls them. All names are made up. */
const people = {
  helper: ['李帮扶', ['helper'], liuyuan],
  second: ['王五', ['helper'], menglou],
  chief: ['赵支书', ['villageCadre'], liuyuan],
  mayor: ['孙镇长', ['townshipCadre'], township],
  clerk: ['钱干事', ['townshipCadre'], township],
  water: ['吴工', ['departmentOfficer'], unitCode.parse('d:县水利局')],
  office: ['周主任', ['countyOffice'], unit('000000')],
} as const satisfies Record<string, readonly [string, readonly Role[], UnitCode]>;
export type Person = keyof typeof people;

const blank = { type: 'general', tags: [], members: [], known: {}, extra: {} } as const;

export async function makeCounty(database: Database): Promise<Record<Person, StaffId>> {
  await setUpCounty(database, county);
  const phones = Object.fromEntries(
    Object.keys(people).map((key, i) => [key, `1990001${String(i).padStart(4, '0')}`]),
  );
  await write(database, wholeCounty(county), (tx) =>
    saveStaff(
      tx,
      Object.entries(people).map(([key, [name, roles, at]]) => ({
        name,
        phone: phones[key] ?? '',
        duty: null,
        roles: [...roles],
        unit: at,
      })),
    ),
  );
  const ids = await read(database, wholeCounty(county), staffIdsByPhone);
  const staff = Object.fromEntries(
    Object.entries(phones).map(([key, phone]) => [key, ids.get(phone)]),
  ) as Record<Person, StaffId>;
  const of = (
    village: UnitCode,
    helper: StaffId,
    list: (Partial<RegisterHousehold> & { headName: string })[],
  ) =>
    list.map((h, i) => ({
      ...blank,
      ...h,
      village,
      township,
      group: `${i < 2 ? 1 : 2}组`,
      sort: i,
      code: `${village.slice(-3)}00${i + 1}`,
      helper,
    }));
  await write(database, wholeCounty(county), (tx) =>
    saveHouseholds(
      tx,
      [
        ...of(liuyuan, staff.helper, [
          { headName: '张大山', population: 4 },
          { headName: '王秀英', population: 3 },
          { headName: '刘长河', population: 3, type: 'povertyAlleviated', lastYearIncomePerHead: 9800 },
          { headName: '陈桂花', population: 2 },
        ]),
        ...of(menglou, staff.second, [
          { headName: '赵铁柱', population: 2 },
          {
            headName: '孙小丽',
            population: 4,
            type: 'monitored',
            monitoredKind: 'marginal',
            lastYearIncomePerHead: 6200,
          },
          { headName: '周老四' },
        ]),
      ],
      'register',
    ),
  );
  return staff;
}
