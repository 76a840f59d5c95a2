import { describe, expect, it } from 'vitest';
import type { Household } from '../../conversations/contract/household.ts';
import { monitoringFlags } from '../../conversations/leads/flags.ts';
import { allWell, answered, householdOf, settings } from '../household/people.ts';

type Values = Parameters<typeof answered>[0];
const flags = (values: Values, over: Partial<Household> = {}) =>
  monitoringFlags(answered({ ...allWell, ...values }), householdOf(over), settings);
const keys = (values: Values, over: Partial<Household> = {}) => flags(values, over).map((f) => f.key);

describe('households that may fit the monitoring scope', () => {
  it('none where all is well', () => {
    expect(flags({})).toEqual([]);
  });

  it('gross income under the line is an indication and says so, with the year of the line', () => {
    const [flag] = flags({ annualIncome: 18_000 });
    expect(flag?.reason).toMatch(
      /按年收入匡算人均约 4500 元，低于 2021 年监测收入参考线 6000 元；未扣成本，仅供参考/u,
    );
  });

  it('net income per head counts before gross', () => {
    const alleviated = { type: 'povertyAlleviated' as const };
    expect(keys({ annualIncome: 18_000, netIncomePerHead: 6100 }, alleviated)).toEqual([]);
    expect(keys({ netIncomePerHead: 5900 }, alleviated)).toEqual(['belowLine']);
    // A general household whose lines come to less than the gross suggested.
    expect(keys({ annualIncome: 28_000, netIncomePerHead: 5900 })).toEqual(['belowLine']);
    expect(keys({ annualIncome: 28_000 })).toEqual([]);
  });

  it('a fall of a fifth against last year', () => {
    const of = { type: 'povertyAlleviated' as const, lastYearIncomePerHead: 12_000 };
    expect(keys({ netIncomePerHead: 9000 }, of)).toEqual(['incomeDrop']);
    expect(keys({ netIncomePerHead: 11_000 }, of)).toEqual([]);
  });

  it('medical costs above half of the income, volunteered or asked', () => {
    expect(
      keys({ annualIncome: 60_000, seriousIllness: true, canAffordCare: true, medicalExpense: 40_000 }),
    ).toEqual(['medicalExpense']);
    expect(
      keys({ annualIncome: 60_000, seriousIllness: true, canAffordCare: true, medicalExpense: 8000 }),
    ).toEqual([]);
  });

  it('illness without means, unsafe house without another, water, dropout', () => {
    expect(keys({ seriousIllness: true, canAffordCare: false })).toEqual(['illnessNoMeans']);
    expect(keys({ housingSafe: false, otherSafeHousing: false })).toEqual(['unsafeHousing']);
    expect(keys({ housingSafe: false, otherSafeHousing: true })).toEqual([]);
    expect(keys({ waterProblem: true })).toEqual(['unsafeWater']);
    expect(keys({ schoolAgeChild: true, droppedOut: true, dropoutReason: '家庭经济困难' })).toEqual([
      'dropout',
    ]);
    expect(keys({ schoolAgeChild: true, droppedOut: true, dropoutReason: '转学' })).toEqual([]);
  });

  it('unstable income only together with a burden', () => {
    expect(keys({ incomeStable: false })).toEqual([]);
    expect(keys({ incomeStable: false, otherDifficulties: true })).toEqual(['incomeShaky']);
    expect(keys({ incomeStable: false, seriousIllness: true, canAffordCare: true })).toEqual(['incomeShaky']);
  });

  it('a household that is monitored already is not proposed again', () => {
    expect(keys({ waterProblem: true, annualIncome: 4000 }, { type: 'monitored' })).toEqual([]);
  });
});
