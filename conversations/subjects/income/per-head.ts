import { type Answers, numberOf } from '../../form/answer.ts';

/** Gross income per head of a year, as told; undefined where the income or the number of people isn't known. */
export function grossPerHead(answers: Answers): number | undefined {
  const income = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  return income === undefined || people === undefined || people === 0 ? undefined : income / people;
}
