import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Household } from '../../conversations/contract/household.ts';
import { toVerify } from '../../conversations/form/to-verify.ts';
import { contradictions } from '../../conversations/problems/contradictions.ts';
import { allWell, answered, householdOf, settings } from '../household/people.ts';

type Values = Parameters<typeof answered>[0];
const warned = (values: Values, over: Partial<Household> = {}) =>
  contradictions(answered({ ...allWell, ...values }), householdOf(over), settings);
const keys = (values: Values, over: Partial<Household> = {}) => warned(values, over).map((w) => w.key);
const alleviated = { type: 'povertyAlleviated' as const };

describe('answers that do not fit each other', () => {
  it('nothing is said where all is well', () => {
    expect(warned({})).toEqual([]);
  });

  it('a dropout without a child of school age', () => {
    expect(keys({ schoolAgeChild: false, droppedOut: true })).toEqual(['dropoutWithoutChild']);
  });

  it('a dropout who is taught elsewhere', () => {
    expect(warned({ schoolAgeChild: true, droppedOut: true, dropoutReason: '特殊教育就读' })).toMatchObject([
      { key: 'dropoutButEnrolled', text: '特殊教育就读不算辍学，看过手续就回“没有辍学”' },
    ]);
  });

  it('no child said, but the register has one of ten', () => {
    const members = [
      { no: 1, name: '张小三', birthYear: 1980 },
      { no: 2, name: '张小四', birthYear: 2011 },
    ];
    expect(warned({}, { members })).toMatchObject([
      { key: 'pupilOnRegister', text: '登记里 2 号成员正是上学年龄，却说没有适龄孩子' },
    ]);
    expect(keys({ schoolAgeChild: true, droppedOut: false }, { members })).toEqual([]);
  });

  it('nine people and 900 yuan, with the reason that was given', () => {
    const texts = warned({ population: 9, annualIncome: { is: 'known', v: 900, note: '刚遭了灾' } });
    expect(texts).toMatchObject([
      { key: 'odd:annualIncome', text: '9 口人一年才 900 元，属实吗？（说明：刚遭了灾）' },
    ]);
  });

  it('it is seen also when the people were said after the money', () => {
    expect(keys({ annualIncome: 2000, population: 12 })).toEqual(['odd:annualIncome']);
  });

  it('net income per head above what the gross allows, or next to nothing of it', () => {
    expect(keys({ netIncomePerHead: 20_000 }, alleviated)).toEqual(['odd:netIncomePerHead']);
    expect(keys({ annualIncome: 200_000, netIncomePerHead: 2000 }, alleviated)).toEqual(['netFarBelowGross']);
    expect(keys({ netIncomePerHead: 11_000 }, alleviated)).toEqual([]);
  });

  it('grade C or D called safe, A or B called unsafe', () => {
    expect(keys({ housingGrade: 'D' })).toEqual(['gradeAgainstSafe']);
    expect(keys({ housingSafe: false, housingGrade: 'A' })).toEqual(['gradeAgainstSafe']);
    expect(keys({ housingGrade: 'B' })).toEqual([]);
  });

  it('another number of people than on the register', () => {
    expect(warned({ population: 4 }, { population: 5 })).toMatchObject([{ key: 'populationDiffers' }]);
  });

  it('an income from a post or from shares that is missing among the projects', () => {
    const values = { incomeSource: ['公益岗位', '分红'], supports: ['公益岗'] };
    expect(keys(values, alleviated)).toEqual(['sharesNotPicked']);
  });
});

describe('what is to be verified', () => {
  it('is what was answered 不清楚, in the order of the questions', () => {
    expect(
      toVerify(
        xiaoxian2021.householdForm,
        answered({ waterProblem: { is: 'unsure' }, allInsured: { is: 'unsure' }, population: 3 }),
      ),
    ).toEqual(['allInsured', 'waterProblem']);
  });
});
