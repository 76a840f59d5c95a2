import { idCheckDigit } from '../imports/id-number.ts';
import type { Chance } from './chance.ts';
import names from './names.json' with { type: 'json' };

// Nobody in a demo exists: names are drawn from what a village calls its people by generation; phones begin with
// 1990000, identity numbers with a region that no district has.

const { surnames } = names;
const surnameWeights = surnames.map((_, i) => 1 / (i + 3));

export type Sex = 'male' | 'female';
/** A generation's names are kept under the year it begins about. */
const generations = ['2010', '1995', '1975', '1955', '1935'] as const;
/** Names of one generation are given this many years before the next begins. */
const overlap = 8;

/** A surname, common ones more often. */
export function inventedSurname(chance: Chance): string {
  return surnames[chance.weighted(surnameWeights)] ?? '张';
}

/** 张秀英 of 1950, 李子轩 of 2012: few enough given names that namesakes occur as they do in villages. */
export function inventedName(
  chance: Chance,
  birthYear: number,
  sex: Sex = chance.is(0.5) ? 'male' : 'female',
  surname = inventedSurname(chance),
): string {
  const generation = generations.find((year) => Number(year) - overlap <= birthYear) ?? '1935';
  const given = names[sex][generation];
  return surname + (given[chance.whole(0, given.length - 1)] ?? given[0] ?? '');
}

/** A phone number of the made-up range 1990000xxxx. */
export function inventedPhone(n: number): string {
  return `1990000${String(n % 10_000).padStart(4, '0')}`;
}

/** An identity number with a right check digit under a region code that doesn't exist. */
export function inventedId(n: number, birthYear: number): string {
  const month = String(1 + (n % 12)).padStart(2, '0');
  const day = String(1 + (Math.floor(n / 12) % 28)).padStart(2, '0');
  // Region and sequence together tell 99 000 people of the same birthday apart.
  const region = 990_000 + (Math.floor(n / 336_000) % 99);
  const sequence = String(Math.floor(n / 336) % 1_000).padStart(3, '0');
  const first17 = `${region}${birthYear}${month}${day}${sequence}`;
  return first17 + idCheckDigit(first17);
}
