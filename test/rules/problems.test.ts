import { describe, expect, it } from 'vitest';
import type { Household } from '../../conversations/contract/household.ts';
import { findProblems, problemCount } from '../../conversations/problems/find.ts';
import { notDropout } from '../../conversations/subjects/schooling/questions.ts';
import { allWell, answered, householdOf, settings } from '../household/people.ts';

type Values = Parameters<typeof answered>[0];

function problems(values: Values, over: Partial<Household> = {}, campaign = settings) {
  return findProblems(answered({ ...allWell, ...values }), householdOf(over), campaign);
}
const keys = (values: Values, over: Partial<Household> = {}) => problems(values, over).map((f) => f.key);
const alleviated = { type: 'povertyAlleviated' as const };
const monitored = { type: 'monitored' as const };

describe('the problems a county auditor would count', () => {
  it('none where all is well', () => {
    expect(problems({})).toEqual([]);
  });

  it('a member without insurance, named, for the insurance bureau', () => {
    expect(
      problems({ allInsured: { is: 'known', v: false, who: '老太太', note: '电话13812341234' } }),
    ).toEqual([
      {
        key: 'allInsured',
        category: 'medical',
        clause: '5.6',
        description: '有家庭成员没参加医保（老太太，电话138****1234）',
        leadUnit: '县医保局',
        from: ['allInsured'],
      },
    ]);
  });

  it('an illness only with no means to pay', () => {
    expect(keys({ seriousIllness: true, canAffordCare: true, reimbursementDelayed: false })).toEqual([]);
    expect(problems({ seriousIllness: true, canAffordCare: false })[0]).toMatchObject({
      clause: '5.1',
      leadUnit: '县医保局',
    });
    expect(problems({ seriousIllness: true, canAffordCare: false }, monitored)[0]?.clause).toBe('5.10');
  });

  it('a heavy burden of a monitored household is not counted again when it cannot pay', () => {
    const ill = { seriousIllness: true, medicalBurdenHeavy: true };
    expect(keys({ ...ill, canAffordCare: false }, monitored)).toEqual(['cannotAffordCare']);
    expect(keys({ ...ill, canAffordCare: true }, monitored)).toEqual(['medicalBurdenHeavy']);
  });

  it('a child of school age who is out of school', () => {
    expect(problems({ schoolAgeChild: true, droppedOut: true, dropoutReason: '厌学' })).toMatchObject([
      { clause: '5.4', leadUnit: '县教体局', description: '适龄孩子失学辍学，原因：厌学' },
    ]);
  });

  it.each(notDropout)('%s is no dropout', (reason) => {
    expect(
      keys({ schoolAgeChild: true, droppedOut: true, dropoutReason: reason, studentAid: 'none' }),
    ).toEqual([]);
  });

  it('unable for physical reasons is excused only when certified', () => {
    const out = { schoolAgeChild: true, droppedOut: true, dropoutReason: '身体原因' };
    expect(keys({ ...out, exemptCertified: true })).toEqual([]);
    expect(keys({ ...out, exemptCertified: false })).toEqual(['dropout']);
    expect(keys({ ...out, exemptCertified: { is: 'unsure' } })).toEqual(['dropout']);
  });

  it('a dropout is gone when there is no child of school age after all', () => {
    expect(keys({ schoolAgeChild: false, droppedOut: true, dropoutReason: '厌学' })).toEqual([]);
  });

  it('an unsafe house once, whatever is said of appraisal and other housing', () => {
    expect(
      problems({ housingSafe: false, housingAppraised: true, housingGrade: 'D', otherSafeHousing: false }),
    ).toMatchObject([
      { clause: '5.11', description: '现住房不安全，D级，没有其他安全住房', leadUnit: '县住建局' },
    ]);
    expect(problems({ housingSafe: false, housingAppraised: false, otherSafeHousing: true })).toMatchObject([
      { description: '现住房不安全，未鉴定，另有安全住房，要确认人已搬离' },
    ]);
  });

  it('an elder alone in an unsafe house while the children are well housed, even with other housing', () => {
    expect(
      problems({ housingSafe: false, otherSafeHousing: true, elderAloneUnsafe: true }).map((f) => f.clause),
    ).toEqual(['5.11', '5.12']);
  });

  it('water once, with its kinds', () => {
    expect(problems({ waterProblem: true, waterTypes: ['水质', '保证率'] })).toMatchObject([
      { clause: '5.13', description: '饮水安全有问题：水质、保证率', leadUnit: '县水利局' },
    ]);
  });

  it('other problems in words are one, and 没有 is none', () => {
    expect(problems({ otherProblems: '门前路灯坏了，沟也堵了' })).toMatchObject([{ category: 'other' }]);
    for (const nothing of ['无', '没有', '', ' 没有。']) expect(keys({ otherProblems: nothing })).toEqual([]);
  });

  it('other difficulties, unsure and skipped answers are not counted', () => {
    expect(
      keys({ otherDifficulties: true, waterProblem: { is: 'unsure' }, housingSafe: { is: 'skipped' } }),
    ).toEqual([]);
  });

  it('unstable income is a problem of those who escaped poverty, not of a general household', () => {
    expect(keys({ incomeStable: false })).toEqual([]);
    expect(keys({ incomeStable: false }, alleviated)).toEqual(['incomeUnstable']);
    expect(keys({ incomeStable: false, incomeSwing: true }, alleviated)).toEqual(['incomeUnstable']);
  });

  it('gross income is never taken for net: a poor general household is a lead, not a problem', () => {
    expect(keys({ annualIncome: 8000 })).toEqual([]);
    expect(problems({ netIncomePerHead: 5200 }, alleviated)).toMatchObject([
      {
        clause: '13.2',
        leadUnit: '县乡村振兴局',
        description: '人均纯收入 5200 元，低于 2021 年监测收入参考线 6000 元',
      },
    ]);
  });

  it('growth is measured against the register, and against the county once its figure is known', () => {
    const of = { ...alleviated, lastYearIncomePerHead: 10_000 };
    expect(keys({ netIncomePerHead: 9900 }, of)).toEqual(['incomeNotGrown']);
    expect(keys({ netIncomePerHead: 10_000 }, of)).toEqual(['incomeNotGrown']);
    expect(keys({ netIncomePerHead: 10_500 }, of)).toEqual([]);
    const known = { ...settings, incomeGrowth: 10.2 };
    expect(problems({ netIncomePerHead: 10_500 }, of, known).map((f) => f.clause)).toEqual(['13.4']);
    expect(problems({ netIncomePerHead: 11_500 }, of, known)).toEqual([]);
  });

  it('what a household thinks of the work is no problem of the household, whatever an older visit holds', () => {
    expect(problems({ satisfiedTeam: false, satisfiedBasics: false, basicsReasons: ['道路'] })).toEqual([]);
  });

  it('projects, shares, loans and posts each under their clause', () => {
    const values = {
      supports: ['产业项目', '入股分红', '小额贷款', '公益岗', '技能培训'],
      projectResult: 'idle',
      dividendPaid: false,
      shareContract: 'lapsed',
      loanOverdue: true,
      postFit: false,
      trainingFit: false,
    };
    expect(problems(values, alleviated).map((f) => [f.clause, f.leadUnit])).toEqual([
      ['8.8', '县农业农村局'],
      ['8.10', '县农业农村局'],
      ['8.11', '县农业农村局'],
      ['8.16', '县农业农村局'],
      ['10.8', '县人社局'],
      ['10.12', '县人社局'],
    ]);
    expect(problems({ ...values, supports: ['都没有'] }, alleviated)).toEqual([]);
  });

  it('food and clothing of those who escaped poverty go to civil affairs', () => {
    expect(problems({ foodClothing: false }, alleviated)).toMatchObject([
      { clause: '4.2', leadUnit: '县民政局' },
    ]);
    expect(problems({ foodClothing: false })).toEqual([]);
  });

  it('a 脱贫不稳定户 keeps the claims of a 脱贫户', () => {
    const unstable = { type: 'monitored' as const, monitoredKind: 'unstable' as const };
    expect(problems({ premiumSubsidy: 'no' }, unstable).map((f) => f.clause)).toEqual(['5.7']);
    expect(problems({ premiumSubsidy: 'no' }, { ...unstable, monitoredKind: 'marginal' })).toEqual([]);
  });

  it('relocated households have their own', () => {
    expect(problems({ livesInNewHome: false, builtOnDebt: true }, { tags: ['relocated'] })).toMatchObject([
      { clause: '7.4', leadUnit: '县发改委' },
      { clause: '7.5', leadUnit: '县发改委' },
    ]);
  });

  it('the count is the number of problems', () => {
    const answers = answered({ ...allWell, allInsured: false, waterProblem: true });
    expect(problemCount(answers, householdOf(), settings)).toBe(2);
  });
});

describe('water that stops for a day', () => {
  const water = (note: string, types: string[] = ['保证率']) =>
    findProblems(
      {
        waterProblem: { is: 'known', v: true, note },
        waterTypes: { is: 'known', v: types },
      },
      householdOf(),
      settings,
    ).map((f) => f.key);

  it('frozen or under repair these days is no unsafe water; again and again, or bad water, is', () => {
    expect(water('水表冻了，这两天没水')).toEqual([]);
    expect(water('管道检修')).toEqual([]);
    expect(water('这两天没水，老是这样')).toEqual(['unsafeWater']);
    expect(water('这两天发黄', ['水质'])).toEqual(['unsafeWater']);
    expect(water('常断水')).toEqual(['unsafeWater']);
  });
});
