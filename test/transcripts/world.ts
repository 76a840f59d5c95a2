import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { type CountyCode, countyCode, unitCode } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { type RegisterHousehold, saveHouseholds } from '../../db/households/households.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import { setUpCounty } from '../../src/county/set-up-county.ts';

/** A small village as the register knows it; every transcript gets a county of its own. All names are made up. */
export interface World {
  county: CountyCode;
  phones: ReadonlyMap<string, string>;
}

let counties = 990_100;

export async function makeWorld(database: Database): Promise<World> {
  counties += 1;
  const county = countyCode.parse(String(counties));
  await setUpCounty(database, county);
  const unit = (tail: string) => unitCode.parse(`${county}${tail}`);
  const village = unit('103200');
  const township = unit('103000');
  const staff: [string, Role[], string][] = [
    ['李帮扶', ['helper'], village],
    ['王五', ['helper'], village],
    ['赵支书', ['villageCadre'], village],
    ['孙镇长', ['townshipCadre'], township],
    ['周主任', ['countyOffice'], unit('000000')],
    ['吴领导', ['leader'], unit('000000')],
  ];
  const phones = new Map(staff.map(([name], i) => [name, `1990000${String(i + 1).padStart(4, '0')}`]));
  await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(
      tx,
      staff.map(([name, roles, at]) => ({
        name,
        phone: phones.get(name) ?? '',
        duty: null,
        roles,
        unit: unitCode.parse(at),
      })),
    );
    await saveRooms(tx, [{ channel: 'terminal', externalId: '柳元村群', name: '柳元村群', unit: village }]);
    await saveHouseholds(
      tx,
      households.map((h, i) => ({ ...blank, ...h, village, township, code: `LY${i + 1}`, sort: i })),
      'register',
    );
  });
  return { county, phones };
}

type Made = Partial<RegisterHousehold> & Pick<RegisterHousehold, 'headName' | 'group'>;

const blank = { type: 'general', tags: [], members: [], known: {}, extra: {} } as const;

const households: Made[] = [
  {
    headName: '赵大有',
    group: '1组',
    population: 4,
    members: [
      { no: 1, name: '赵大有', relation: '户主' },
      { no: 2, name: '李翠', relation: '配偶' },
      { no: 3, name: '赵小宝', relation: '子女', birthYear: 2009 },
      { no: 4, name: '赵小玲', relation: '子女', birthYear: 2013 },
    ],
  },
  { headName: '钱二嫂', group: '1组' },
  { headName: '孙老栓', group: '1组', population: 2 },
  { headName: '李四', group: '2组', population: 5 },
  { headName: '李四', group: '3组' },
  { headName: '周守田', group: '2组', type: 'povertyAlleviated', population: 3, lastYearIncomePerHead: 9800 },
  {
    headName: '吴桂兰',
    group: '2组',
    type: 'monitored',
    monitoredKind: 'marginal',
    population: 2,
    lastYearIncomePerHead: 6200,
  },
  {
    headName: '郑安居',
    group: '2组',
    type: 'povertyAlleviated',
    tags: ['relocated'],
    population: 4,
    lastYearIncomePerHead: 11_000,
  },
  { headName: '王志强', group: '3组' },
  { headName: '冯成', group: '3组' },
];

export function messageId(): string {
  return randomUUID();
}
