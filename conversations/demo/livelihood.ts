import type { HouseholdTag, Member } from '../contract/household.ts';
import type { Chance } from './chance.ts';

/** What a made-up household mostly lives on; income, its sources and who can work follow from it. */
export type Livelihood = 'workers' | 'farm' | 'elders' | 'allowance' | 'destitute';

interface Living {
  /** Gross income per head and year of an ordinary household, whole hundreds of yuan: from, to. */
  gross: readonly [number, number];
  /** Net income per head last year of a registered household, likewise. */
  lastYear: readonly [number, number];
  /** Sources by weight. */
  main: Readonly<Record<string, number>>;
  /** What comes beside it, and how often it does. */
  beside: Readonly<Record<string, number>>;
  besideShare: number;
  labour: number;
  illness: number;
}

export const livelihoods: Readonly<Record<Livelihood, Living>> = {
  workers: {
    gross: [155, 330],
    lastYear: [98, 158],
    main: { 外出务工: 50, 务工: 26, 零工: 12, 经商: 8, 公益岗位: 2, 就业帮扶车间: 2 },
    beside: { 种植: 60, 零工: 14, 土地流转: 18, 养殖: 8 },
    besideShare: 0.6,
    labour: 0.99,
    illness: 0.07,
  },
  farm: {
    gross: [125, 240],
    lastYear: [86, 132],
    main: { 种植: 62, 养殖: 20, 零工: 12, 经商: 6 },
    beside: { 零工: 45, 养殖: 20, 公益岗位: 15, 光伏收益: 5, 惠农补贴: 15 },
    besideShare: 0.65,
    labour: 0.98,
    illness: 0.12,
  },
  elders: {
    gross: [90, 150],
    lastYear: [74, 105],
    main: { 子女赡养: 62, 种植: 32, 零工: 6 },
    beside: { 养老金: 100 },
    besideShare: 0.8,
    labour: 0.2,
    illness: 0.3,
  },
  allowance: {
    gross: [84, 112],
    lastYear: [68, 88],
    main: { 低保: 70, 子女赡养: 16, 零工: 14 },
    beside: { 养老金: 55, 残疾人补贴: 25, 种植: 20 },
    besideShare: 0.7,
    labour: 0.25,
    illness: 0.42,
  },
  destitute: {
    gross: [100, 128],
    lastYear: [80, 98],
    main: { 特困供养: 100 },
    beside: { 养老金: 100 },
    besideShare: 0.6,
    labour: 0,
    illness: 0.35,
  },
};

/** How a household lives, from its tags and people; where the people aren't known, somebody earns. */
export function livelihoodOf(
  tags: readonly HouseholdTag[],
  members: readonly Member[],
  year: number,
  chance: Chance,
): Livelihood {
  if (tags.includes('destitute')) return 'destitute';
  const atWork = members.filter(
    ({ birthYear }) => birthYear === undefined || isOfWorkingAge(year - birthYear),
  );
  // Half of those on an allowance have somebody who earns; they live on his wages first.
  if (tags.includes('subsistence') && (atWork.length === 0 || chance.is(0.5))) return 'allowance';
  if (members.length > 0 && atWork.length === 0) return 'elders';
  return chance.is(0.72) ? 'workers' : 'farm';
}

function isOfWorkingAge(age: number): boolean {
  return age >= 18 && age <= 66;
}

/** One of the named things, drawn by weight. */
export function drawnByWeight(weights: Readonly<Record<string, number>>, chance: Chance): string {
  const names = Object.keys(weights);
  return names[chance.weighted(Object.values(weights))] ?? names[0] ?? '';
}
