import { type CountyCode, countyCode } from '../contract/ids.ts';

/**
 * Made-up counties live under codes no region of the country has (99…), so that demo, rehearsal and real data
 * never share a county. Their units are the real ones with the first six digits replaced.
 */
export const demoCounty: CountyCode = countyCode.parse('990000');
export const rehearsalCounty: CountyCode = countyCode.parse('990001');

/** No region has a code beginning with 99: demo, rehearsal and tests live there. */
export function isMadeUp(county: CountyCode): boolean {
  return county.startsWith('99');
}

export const madeUpNames: Readonly<Record<string, string>> = {
  [demoCounty]: '演示县',
  [rehearsalCounty]: '演练县',
};
