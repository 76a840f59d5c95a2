import type { Check } from '../../form/question.ts';
import type { HouseholdQuestion } from '../subject.ts';

function checkPopulation(value: unknown): Check {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    return { is: 'impossible', why: '人口至少是 1 口。' };
  if (value > 40) return { is: 'impossible', why: `一户 ${value} 口人不可能，请重说。` };
  return value > 15 ? { is: 'odd', why: `一户 ${value} 口人，数对吗？` } : { is: 'fine' };
}

export const peopleQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'population',
    kind: 'count',
    min: 1,
    max: 40,
    measure: '口人',
    clauses: ['5.1', '13.2'],
    called: ['人数', '口数', '几口'],
    title: '人口',
    ask: '家里几口人？',
    topics: ['家庭人口', '人口数', '几口人', '口人', '户口本上'],
    check: checkPopulation,
    prefill: ({ household }) => household?.population,
  },
];
