import { opinionSaid, type SatisfactionData, tellable } from '../campaign/satisfaction.ts';
import type { Opinions } from './needs.ts';

/** Days a code on paper stays valid. */
export const opinionCodeDays = 14;

/** So many slips are printed at a time. */
export const mostSlips = 300;

/** The shares with their base and how many answered in which way; who said what is told to nobody. */
export function opinionLines(data: SatisfactionData, { counts, own, asked, codes }: Opinions): string[] {
  const told = tellable(data, counts).map(opinionSaid);
  const few = counts.length > told.length ? [`答过的不到${data.fewest}户的先不给率`] : [];
  return [
    ...told,
    ...few,
    `户里自答${own}户（发过码${codes}户），抽查问了${asked}户，没答的不算满意也不算不满意`,
  ];
}
