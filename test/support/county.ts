import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import {
  type CountyCode,
  countyCode,
  type HouseholdId,
  type StaffId,
  type UnitCode,
  unitCode,
} from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { type RegisterHousehold, saveHouseholds } from '../../db/households/households.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { saveUnits, type Unit } from '../../db/places/units.ts';

export const county: CountyCode = countyCode.parse('341322');
const code = (text: string): UnitCode => unitCode.parse(text);

export const units = {
  county: code('341322000000'),
  longcheng: code('341322100000'),
  huangkou: code('341322101000'),
  liuyuan: code('341322100201'),
  wangdian: code('341322100202'),
  zhangzhuang: code('341322101201'),
  housing: code('d:县住建局'),
};

const unit = (
  code: UnitCode,
  kind: Unit['kind'],
  name: string,
  parent: UnitCode | null,
  sort: number,
  areas?: number[],
): Unit => ({
  code,
  kind,
  name,
  short: name,
  parent,
  sort,
  ...(areas === undefined ? {} : { areas }),
});

const allUnits = [
  unit(units.county, 'county', '萧县', null, 0),
  unit(units.longcheng, 'township', '龙城镇', units.county, 1),
  unit(units.huangkou, 'township', '黄口镇', units.county, 2),
  unit(units.liuyuan, 'village', '刘园村', units.longcheng, 1),
  unit(units.wangdian, 'village', '王典村', units.longcheng, 2),
  unit(units.zhangzhuang, 'village', '张庄村', units.huangkou, 1),
  unit(units.housing, 'department', '县住建局', units.county, 1, [5]),
];

/** People by the name a test calls them. */
const people: Record<string, { name: string; phone: string; roles: Role[]; unit: UnitCode }> = {
  helper: { name: '王五', phone: '13800000001', roles: ['helper'], unit: units.liuyuan },
  colleague: { name: '赵六', phone: '13800000002', roles: ['helper'], unit: units.liuyuan },
  neighbour: { name: '孙七', phone: '13800000003', roles: ['helper'], unit: units.wangdian },
  cadre: { name: '周八', phone: '13800000004', roles: ['townshipCadre'], unit: units.longcheng },
  officer: { name: '吴九', phone: '13800000005', roles: ['departmentOfficer'], unit: units.housing },
  office: { name: '郑十', phone: '13800000006', roles: ['countyOffice'], unit: units.county },
  partner: { name: '冯一', phone: '13800000007', roles: ['helper'], unit: units.county },
};

export type Person = 'helper' | 'colleague' | 'neighbour' | 'cadre' | 'officer' | 'office' | 'partner';

export interface SeededCounty {
  county: CountyCode;
  staff: Record<Person, StaffId>;
  /** Household ids by register code. */
  households: Map<string, HouseholdId>;
}

export function registerHousehold(
  part: Partial<RegisterHousehold> & { code: string; headName: string },
): RegisterHousehold {
  return {
    type: 'general',
    tags: [],
    members: [],
    village: units.liuyuan,
    township: units.longcheng,
    group: '1组',
    sort: 1,
    known: {},
    extra: {},
    ...part,
  };
}

/** A small made-up county: two townships, three villages, a department, seven people and six households. */
export async function seedCounty(database: Database): Promise<SeededCounty> {
  const everything = wholeCounty(county);
  await write(database, everything, async (tx) => {
    await saveCampaign(tx, { ...newSettings(xiaoxian2021, 'real'), mode: 'rehearsal' });
    await saveUnits(tx, allUnits);
    await saveStaff(
      tx,
      Object.values(people).map((p) => ({ ...p, duty: null })),
    );
  });
  const byPhone = await read(database, everything, staffIdsByPhone);
  const staff = Object.fromEntries(
    Object.entries(people).map(([key, p]) => [key, byPhone.get(p.phone)]),
  ) as Record<Person, StaffId>;
  await write(database, everything, (tx) =>
    saveHouseholds(
      tx,
      [
        registerHousehold({
          code: '2100001',
          headName: '张三',
          group: '2组',
          sort: 1,
          population: 4,
          helper: staff.helper,
        }),
        registerHousehold({
          code: '2100002',
          headName: '章三',
          group: '10组',
          sort: 1,
          population: 2,
          helper: staff.helper,
        }),
        registerHousehold({
          code: '2100003',
          headName: '李四',
          group: '2组',
          sort: 2,
          population: 3,
          helper: staff.helper,
        }),
        registerHousehold({ code: '2100004', headName: '欧阳建国', group: '3组', sort: 1 }),
        registerHousehold({
          code: '2200001',
          headName: '张三',
          village: units.wangdian,
          helper: staff.partner,
        }),
        registerHousehold({
          code: '3100001',
          headName: '陈二',
          village: units.zhangzhuang,
          township: units.huangkou,
        }),
      ],
      'register',
    ),
  );
  const rows = await read(
    database,
    everything,
    (db) => db.sql<{ code: string; id: HouseholdId }[]>`select code, id from household`,
  );
  return { county, staff, households: new Map(rows.map((row) => [row.code, row.id])) };
}

/** The id of a seeded household by its register code. */
export function householdBy(code: string, { households }: Pick<SeededCounty, 'households'>): HouseholdId {
  const id = households.get(code);
  if (id === undefined) throw new Error(`No household ${code} was seeded.`);
  return id;
}

export const uuid = (): string => randomUUID();
