import { numberOf } from '../../form/answer.ts';
import type { ContradictionRule } from '../contradiction-rule.ts';
import type { Facts } from '../problem-rule.ts';

function populationDiffers({ answers, household }: Facts): string | undefined {
  const people = numberOf(answers, 'population');
  const registered = household.population;
  if (people === undefined || registered === undefined || people === registered) return undefined;
  return `登记是 ${registered} 口人，现在说 ${people} 口，记得在系统里更新`;
}

export const peopleContradictions: readonly ContradictionRule[] = [
  { key: 'populationDiffers', from: ['population'], find: populationDiffers },
];
