import type { CountyUnit } from '../campaign/county-units.ts';
import { Chance } from './chance.ts';

/** A village that takes part in the demo: how many households, groups and helpers, how far it has come. */
export interface DemoVillage {
  unit: CountyUnit;
  township: CountyUnit;
  households: number;
  groups: number;
  helpers: number;
  /** Probability that a household has been visited. */
  pace: number;
}

/** With fewer households per village a list looks empty. */
const fewestPerVillage = 25;
const perGroup = 60;
const perHelper = 60;

/**
 * Spreads households over the villages: towns before farms, a small demo over fewer villages so that each has a
 * list worth looking at. Largest remainders make the sum exact.
 */
export function demoVillages(
  units: readonly CountyUnit[],
  households: number,
  visited: number,
  seed: number,
): DemoVillage[] {
  const chance = new Chance(seed);
  const townships = units.filter((unit) => unit.kind === 'township');
  const chosen = villagesInTurn(
    units,
    townships,
    Math.max(townships.length, Math.round(households / fewestPerVillage)),
  );
  const weights = chosen.map(({ unit }) =>
    /(村委会|居委会|居民委员会)$/.test(unit.name) ? 0.5 + 1.2 * chance.next() : 0.08,
  );
  const counts = shares(weights, households);
  const townPace = new Map(townships.map((town) => [town.code, 0.4 + 1.2 * chance.next()]));
  return chosen.map(({ unit, township }, i) => {
    const count = counts[i] ?? 0;
    const slowness = (townPace.get(township.code) ?? 1) * (0.4 + 1.2 * chance.next());
    return {
      unit,
      township,
      households: count,
      groups: Math.max(1, Math.min(30, Math.round(count / perGroup))),
      helpers: count === 0 ? 0 : Math.max(2, Math.ceil(count / perHelper)),
      // Keeps 0 and 1 as they are and the mean near to what was asked.
      pace: visited ** slowness,
    };
  });
}

/** One village of each township after the other, villages before farms, until there are enough. */
function villagesInTurn(units: readonly CountyUnit[], townships: readonly CountyUnit[], enough: number) {
  const lists = townships.map((township) => ({
    township,
    villages: units
      .filter((unit) => unit.kind === 'village' && unit.parent === township.code)
      .sort((a, b) => Number(isVillage(b)) - Number(isVillage(a)) || a.sort - b.sort),
  }));
  const found: { unit: CountyUnit; township: CountyUnit }[] = [];
  for (let turn = 0; lists.some((list) => list.villages.length > turn); turn++) {
    for (const { township, villages } of lists) {
      const unit = villages[turn];
      if (unit !== undefined && found.length < enough) found.push({ unit, township });
    }
  }
  return found;
}

function isVillage(unit: CountyUnit): boolean {
  return /村委会$/.test(unit.name);
}

function shares(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight * total) / sum);
  const counts = exact.map(Math.floor);
  const rest = total - counts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => [value - Math.floor(value), i] as const)
    .sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRemainder.slice(0, rest)) counts[i] = (counts[i] ?? 0) + 1;
  return counts;
}
