import type { Household, HouseholdTag, Member, MonitoredKind } from '../contract/household.ts';
import { type HouseholdId, householdId } from '../contract/ids.ts';
import { answersFrom } from '../subjects/register-facts.ts';
import type { Chance } from './chance.ts';
import { inventedId, inventedName, inventedSurname, type Sex } from './invented.ts';
import { type Livelihood, livelihoodOf, livelihoods } from './livelihood.ts';
import type { DemoVillage } from './villages.ts';

export interface DemoHousehold {
  household: Household;
  idNumber: string;
  phone: string | null;
  sort: number;
  livelihood: Livelihood;
}

/** Share of households with 1, 2, 3 … people. */
const sizes = [15, 28, 19, 20, 10, 6, 2] as const;

/** The n-th household of a demo county, made up whole. `year` is the campaign's. */
export function demoHousehold(
  village: DemoVillage,
  index: number,
  n: number,
  year: number,
  chance: Chance,
): DemoHousehold {
  const surname = inventedSurname(chance);
  const kind = typeOf(chance);
  const destitute = kind.tags.includes('destitute');
  const population = destitute ? chance.whole(1, 2) : 1 + chance.weighted(sizes);
  const headBirth = year - (destitute ? chance.whole(62, 83) : chance.whole(29, 83));
  const people = membersOf(chance, surname, population, headBirth, year);
  const livelihood = livelihoodOf(kind.tags, people, year, chance);
  const members = kind.type === 'general' && !chance.is(0.3) ? [] : people;
  const headName = people[0]?.name ?? inventedName(chance, headBirth);
  const id: HouseholdId = householdId.parse(chance.uuid());
  const group = 1 + Math.floor((index * village.groups) / Math.max(1, village.households));
  return {
    household: {
      id,
      code: `${village.unit.code.slice(6)}-${String(index + 1).padStart(4, '0')}`,
      headName,
      ...kind,
      population,
      members,
      village: village.unit.code,
      villageName: village.unit.short,
      township: village.township.code,
      townshipName: village.township.short,
      group: `${group}组`,
      ...(kind.type === 'general'
        ? {}
        : { lastYearIncomePerHead: chance.whole(...livelihoods[livelihood].lastYear) * 100 }),
      known: knownFacts(kind.type, chance),
    },
    idNumber: inventedId(n, headBirth),
    phone: chance.is(0.8) ? `1990001${String(chance.whole(0, 9_999)).padStart(4, '0')}` : null,
    sort: index + 1,
    livelihood,
  };
}

function typeOf(chance: Chance): Pick<Household, 'type' | 'monitoredKind' | 'tags'> {
  const type =
    (['general', 'povertyAlleviated', 'monitored'] as const)[chance.weighted([85, 12, 3])] ?? 'general';
  const special = type !== 'general';
  const tags: HouseholdTag[] = [];
  const destitute = chance.is(special ? 0.03 : 0.003);
  if (chance.is(special ? 0.04 : 0.001)) tags.push('relocated');
  // Nobody draws both: whom the state supports whole needs no allowance.
  if (destitute) tags.push('destitute');
  else if (chance.is(special ? 0.22 : 0.015)) tags.push('subsistence');
  if (chance.is(special ? 0.12 : 0.02)) tags.push('disabled');
  if (type !== 'monitored') return { type, tags };
  const kinds: readonly MonitoredKind[] = ['unstable', 'marginal', 'sudden'];
  return { type, monitoredKind: kinds[chance.weighted([40, 42, 18])] ?? 'unstable', tags };
}

/** What the national system already says of registered households: nobody has to ask it again. */
function knownFacts(type: Household['type'], chance: Chance): Household['known'] {
  if (!chance.is(type === 'general' ? 0.1 : 0.7)) return {};
  return answersFrom({ insured: chance.is(0.98), dangerousHousing: false, safeWater: true });
}

function membersOf(
  chance: Chance,
  surname: string,
  population: number,
  headBirth: number,
  year: number,
): Member[] {
  const old = year - headBirth >= 62;
  const others = old
    ? ['配偶', '儿子', '儿媳', '孙子', '孙女', '孙子']
    : ['配偶', '儿子', '女儿', '母亲', '儿子', '父亲'];
  const relations = ['户主', ...others].slice(0, population);
  const headSex: Sex = chance.is(0.82) ? 'male' : 'female';
  return relations.map((relation, i): Member => {
    const keepsName = ['户主', '儿子', '女儿', '孙子', '孙女', '父亲'].includes(relation);
    const birthYear = Math.min(year, headBirth + ageGap(relation, chance));
    const sex = sexOf(relation, headSex);
    const name = inventedName(chance, birthYear, sex, keepsName ? surname : undefined);
    return { no: i + 1, name, relation, birthYear };
  });
}

function sexOf(relation: string, headSex: Sex): Sex {
  if (relation === '户主') return headSex;
  if (relation === '配偶') return headSex === 'male' ? 'female' : 'male';
  return ['儿媳', '女儿', '孙女', '母亲'].includes(relation) ? 'female' : 'male';
}

/** Years between the head's birth and a member's. */
function ageGap(relation: string, chance: Chance): number {
  switch (relation) {
    case '户主':
      return 0;
    case '配偶':
      return chance.whole(-2, 4);
    case '儿子':
    case '女儿':
    case '儿媳':
      return chance.whole(22, 34);
    case '孙子':
    case '孙女':
      return chance.whole(46, 62);
    default:
      return chance.whole(-32, -22);
  }
}
