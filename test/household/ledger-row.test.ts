import { describe, expect, it } from 'vitest';
import { ledgerCells, ledgerRow } from '../../conversations/campaign/ledger.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { allWell, answered, householdOf } from './people.ts';

const answers = answered({
  ...allWell,
  incomeSource: ['务工', '种植'],
  seriousIllness: { is: 'unsure' },
  otherProblems: '门前路灯坏了',
  otherDifficulties: { is: 'known', v: true, note: '儿子没成家' },
});

describe('a row of the ledger', () => {
  it('holds typed values under the keys of the plan; what is to be verified or not asked is null', () => {
    const row = ledgerRow(xiaoxian2021, householdOf({ type: 'povertyAlleviated' }), {
      answers,
      problemCount: 2,
    });
    expect(row).toEqual({
      headName: '张小三',
      householdType: 'povertyAlleviated',
      population: 4,
      annualIncome: 50_000,
      incomeSource: ['务工', '种植'],
      incomeStable: true,
      allInsured: true,
      seriousIllness: null,
      canAffordCare: null,
      schoolAgeChild: false,
      droppedOut: null,
      dropoutReason: null,
      housingSafe: true,
      housingAppraised: null,
      otherSafeHousing: null,
      waterProblem: false,
      otherProblems: '门前路灯坏了',
      problemCount: 2,
      otherDifficulties: true,
    });
    expect(Object.keys(row)).toEqual(xiaoxian2021.ledgerColumns.map((c) => c.field));
  });

  it('prints 是 and 否, 待核实, blanks where nothing was asked, and numbers as numbers', () => {
    const of = householdOf({ type: 'monitored', monitoredKind: 'marginal' });
    const cells = ledgerCells(xiaoxian2021, of, { answers, problemCount: 2 });
    expect(cells).toMatchObject({
      householdType: '边缘易致贫户',
      population: 4,
      annualIncome: 50_000,
      incomeSource: '务工、种植',
      incomeStable: '是',
      seriousIllness: '待核实',
      canAffordCare: '',
      schoolAgeChild: '否',
      droppedOut: '',
      problemCount: 2,
      otherDifficulties: '是（儿子没成家）',
    });
  });

  it('says beside the type what else the household is on the register for, and never an empty bracket', () => {
    const of = householdOf({ type: 'povertyAlleviated', tags: ['subsistence', 'disabled'] });
    const unsaid = answered({ ...allWell, otherDifficulties: { is: 'known', v: true, note: '' } });
    expect(ledgerCells(xiaoxian2021, of, { answers: unsaid, problemCount: 0 })).toMatchObject({
      householdType: '脱贫户（低保、残疾）',
      otherDifficulties: '是',
    });
  });

  it('says 无 for no other problems, and nothing at all for a household not yet visited', () => {
    expect(
      ledgerRow(xiaoxian2021, householdOf(), { answers: answered({ otherProblems: '' }), problemCount: 0 })
        .otherProblems,
    ).toBe('无');
    const empty = ledgerCells(xiaoxian2021, householdOf(), { answers: {}, problemCount: null });
    expect(Object.values(empty).filter((cell) => cell !== '')).toEqual(['张小三', '一般农户']);
  });
});
