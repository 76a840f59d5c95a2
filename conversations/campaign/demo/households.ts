import type {
  Household,
  HouseholdTag,
  HouseholdType,
  Member,
  MonitoredKind,
} from '../../household/household.ts';
import type { CountyUnit } from '../county-units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { madeUpName } from './names.ts';

/** A made-up household, as a register would give it. `helperNo` is its place among the village's helpers. */
export interface DemoHousehold {
  code: string;
  headName: string;
  type: HouseholdType;
  monitoredKind?: MonitoredKind;
  tags: HouseholdTag[];
  population: number;
  members: Member[];
  village: CountyUnit;
  group: string;
  sort: number;
  lastYearIncomePerHead?: number;
  known: Household['known'];
}

const householdsPerGroup = 45;

/** Households of the county, village by village in register order; `total` is spread over them unevenly. */
export function* demoHouseholds(villages: readonly CountyUnit[], total: number): Generator<DemoHousehold> {
  const weights = villages.map((_, i) => 0.5 + chanceFrom(1000 + i).next());
  const sum = weights.reduce((a, b) => a + b, 0);
  let due = 0;
  let given = 0;
  for (const [i, village] of villages.entries()) {
    due += ((weights[i] ?? 0) / sum) * total;
    const count = i === villages.length - 1 ? total - given : Math.round(due) - given;
    given += count;
    const chance = chanceFrom(5000 + i);
    for (let no = 1; no <= count; no += 1) yield madeUp(chance, village, no);
  }
}

function madeUp(chance: Chance, village: CountyUnit, no: number): DemoHousehold {
  const type = typeOf(chance);
  const population = Math.min(8, 1 + Math.floor(chance.next() * chance.next() * 4 + chance.next() * 3.2));
  const headName = madeUpName(chance);
  const listed = type !== 'general' || chance.happens(0.3);
  return {
    code: `YS${village.code.slice(6)}${String(no).padStart(4, '0')}`,
    headName,
    type,
    ...(type === 'monitored' ? { monitoredKind: chance.pick(['unstable', 'marginal', 'sudden']) } : {}),
    tags: tagsOf(chance, type),
    population,
    members: listed ? membersOf(chance, headName, population) : [],
    village,
    group: `${Math.floor((no - 1) / householdsPerGroup) + 1}组`,
    sort: no,
    ...(type === 'general' ? {} : { lastYearIncomePerHead: chance.between(55, 190) * 100 }),
    known: type === 'general' ? {} : { helperAssigned: true },
  };
}

function typeOf(chance: Chance): HouseholdType {
  const at = chance.next();
  return at < 0.85 ? 'general' : at < 0.97 ? 'povertyAlleviated' : 'monitored';
}

function tagsOf(chance: Chance, type: HouseholdType): HouseholdTag[] {
  const tags: HouseholdTag[] = [];
  if (type === 'povertyAlleviated' && chance.happens(0.03)) tags.push('relocated');
  if (chance.happens(type === 'general' ? 0.02 : 0.3)) tags.push('subsistence');
  if (chance.happens(0.03)) tags.push('disabled');
  return tags;
}

const relations = ['配偶', '子女', '子女', '父母', '孙子女', '孙子女', '父母'] as const;
const births: Readonly<Record<(typeof relations)[number], [number, number]>> = {
  配偶: [1955, 1988],
  子女: [1985, 2016],
  父母: [1935, 1955],
  孙子女: [2008, 2019],
};

function membersOf(chance: Chance, headName: string, population: number): Member[] {
  const head: Member = { no: 1, name: headName, relation: '户主', birthYear: chance.between(1950, 1990) };
  const others = relations.slice(0, population - 1).map((relation, i): Member => {
    const [low, high] = births[relation];
    return { no: i + 2, name: madeUpName(chance), relation, birthYear: chance.between(low, high) };
  });
  return [head, ...others];
}
