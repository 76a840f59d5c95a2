import { describe, expect, it } from 'vitest';
import { type UnitCode, unitCode } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { MorningFacts, OpenProblem, StaffPushFacts } from '../../conversations/pushes/facts.ts';
import { morningPushes } from '../../conversations/pushes/morning-people.ts';
import { calendar, campaign, staff, wednesday } from './county.ts';

const township: UnitCode = unitCode.parse('341322100000');
const department: UnitCode = unitCode.parse('d:县水利局');
const county: UnitCode = unitCode.parse('341322000000');

const person = (
  n: number,
  name: string,
  roles: Role[],
  unit: UnitCode,
  unitName: string,
): StaffPushFacts => ({
  id: staff(n),
  name,
  muted: false,
  roles,
  unit,
  unitName,
  unitKind: unit === county ? 'county' : unit === department ? 'department' : 'township',
});
const head = person(1, '吴镇长', ['leader'], township, '龙城镇');
const cadre = person(2, '周站长', ['townshipCadre'], township, '龙城镇');
const officer = person(3, '孙科长', ['departmentOfficer'], department, '县水利局');
const office = person(4, '郑主任', ['countyOffice'], county, '萧县');

const water = (due: string): OpenProblem => ({
  no: 7,
  category: 'water',
  due,
  place: '刘园村2组',
  head: '张三',
  description: '饮水安全有问题：水质',
  staff: null,
  unit: township,
  leadUnit: '县水利局',
});
const day = { ...campaign, date: wednesday, calendar, deadlinesOnly: false };
const reports = { due: new Set<string>(), filed: new Set<string>() };

/** Who is told of escalation on Wednesday, last told the day before. */
const told = (people: StaffPushFacts[], problems: OpenProblem[], lastTold = '2021-12-14'): string[] => {
  const facts: MorningFacts = {
    staff: people,
    lots: [],
    first: [],
    unfinished: [],
    problems,
    forces: [],
    reports,
    lastTold,
  };
  return morningPushes(facts, day)
    .filter((push) => push.text.includes('请您过问'))
    .map((push) => push.text.split('，')[0] ?? '');
};

describe('an overdue problem climbs', () => {
  const everybody = [head, cadre, officer, office];

  it('after two days to the heads of the responsible unit and of the lead department', () => {
    expect(told(everybody, [water('2021-12-14')])).toEqual([]);
    expect(told(everybody, [water('2021-12-13')])).toEqual(['吴镇长', '孙科长']);
  });

  it('after five to the county office', () => {
    expect(told(everybody, [water('2021-12-11')])).toEqual([]);
    expect(told(everybody, [water('2021-12-10')])).toEqual(['郑主任']);
  });

  it('to the cadres where a unit has no leader on the roster', () => {
    expect(told([cadre, office], [water('2021-12-13')])).toEqual(['周站长']);
  });

  it('once: not again the next day, but also when a tick was missed in between', () => {
    expect(told(everybody, [water('2021-12-12')])).toEqual([]);
    expect(told(everybody, [water('2021-12-12')], '2021-12-12')).toEqual(['吴镇长', '孙科长']);
  });

  it('to nobody for a department that has nothing to do with it', () => {
    const other = {
      ...officer,
      id: staff(5),
      name: '钱科长',
      unit: unitCode.parse('d:县教体局'),
      unitName: '县教体局',
    };
    expect(told([other], [water('2021-12-13')])).toEqual([]);
  });
});
