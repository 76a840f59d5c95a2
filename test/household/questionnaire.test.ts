import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Household } from '../../conversations/contract/household.ts';
import { isOncePoor } from '../../conversations/contract/household.ts';
import { checkQuestionnaire } from '../../conversations/form/check.ts';
import { prefilledAnswers, pruneAnswers } from '../../conversations/form/questionnaire.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';
import type { HouseholdForm, HouseholdQuestion } from '../../conversations/subjects/subject.ts';
import { allWell, answered, askAll, goodNews, householdOf, settings } from './people.ts';

const keysAsked = (of: Household, other: Record<string, ReturnType<typeof goodNews>> = {}) =>
  askAll(of, (q) => other[q.key] ?? goodNews(q)).asked.map((q) => q.key);
const yes = { is: 'known', v: true } as const;
const no = { is: 'known', v: false } as const;

describe('what a household is asked', () => {
  it('a general household where all is well: the ledger, and nothing on what it thinks of who asks', () => {
    expect(keysAsked(householdOf())).toEqual(Object.keys(allWell));
  });

  it('no more than five more questions are asked of a well-off relocated one', () => {
    expect(keysAsked(householdOf({ tags: ['relocated'] })).length).toBe(Object.keys(allWell).length + 5);
  });

  it('a poverty-alleviated household where all is well gets the gates, not what lies behind them', () => {
    const asked = keysAsked(householdOf({ type: 'povertyAlleviated' }));
    expect(asked).toContain('supports');
    expect(asked).not.toContain('projectResult');
    expect(asked).not.toContain('loanOverdue');
    expect(asked).not.toContain('postPaid');
    expect(asked.length).toBeLessThanOrEqual(35);
  });

  it('the school questions come only with a child, the reason only with a dropout', () => {
    const child = keysAsked(householdOf(), { schoolAgeChild: yes });
    expect(child).toContain('droppedOut');
    expect(child).toContain('studentAid');
    expect(child).not.toContain('dropoutReason');
    const out = keysAsked(householdOf(), { schoolAgeChild: yes, droppedOut: yes });
    expect(out).toContain('dropoutReason');
    expect(out).not.toContain('studentAid');
  });

  it('身体原因 is asked for its certificate', () => {
    const asked = keysAsked(householdOf(), {
      schoolAgeChild: yes,
      droppedOut: yes,
      dropoutReason: { is: 'known', v: '身体原因' },
    });
    expect(asked).toContain('exemptCertified');
  });

  it('appraisal and other housing come only with an unsafe house', () => {
    const asked = keysAsked(householdOf(), { housingSafe: no });
    expect(asked.slice(asked.indexOf('housingSafe'))).toEqual(
      expect.arrayContaining(['housingAppraised', 'housingGrade', 'otherSafeHousing']),
    );
    expect(keysAsked(householdOf())).not.toContain('housingAppraised');
  });

  it('paying and reimbursement come only with an illness; the family doctor only where the plan wants it', () => {
    expect(keysAsked(householdOf(), { seriousIllness: yes })).toEqual(
      expect.arrayContaining(['canAffordCare', 'reimbursementDelayed']),
    );
    expect(keysAsked(householdOf(), { seriousIllness: yes })).not.toContain('familyDoctor');
    expect(keysAsked(householdOf({ type: 'povertyAlleviated' }), { seriousIllness: yes })).toContain(
      'familyDoctor',
    );
  });

  it('a loan opens its three questions and closes the one on wanting a loan', () => {
    const loan = keysAsked(householdOf({ type: 'monitored' }), {
      supports: { is: 'known', v: ['小额贷款'] },
    });
    expect(loan).toEqual(expect.arrayContaining(['loanOwnUse', 'loanOverdue', 'loanSubsidised']));
    expect(loan).not.toContain('loanRefused');
    expect(keysAsked(householdOf({ type: 'monitored' }))).toContain('loanRefused');
  });

  it('低保 of one member says nothing of another: asked wherever somebody can’t work', () => {
    const lost = { labourLost: yes };
    expect(keysAsked(householdOf({ type: 'monitored' }), lost)).toContain('inSafetyNet');
    expect(keysAsked(householdOf({ type: 'monitored', tags: ['subsistence'] }), lost)).toContain(
      'inSafetyNet',
    );
    expect(keysAsked(householdOf({ tags: ['subsistence'] }))).toContain('labourLost');
    expect(keysAsked(householdOf())).not.toContain('labourLost');
    expect(keysAsked(householdOf(), { seriousIllness: yes, canAffordCare: no })).toContain('labourLost');
    const poor = { annualIncome: { is: 'known', v: 20_000 }, population: { is: 'known', v: 4 } } as const;
    expect(keysAsked(householdOf(), poor)).toContain('labourLost');
  });

  it('a 脱贫户 that is monitored for a sudden trouble is asked what a 脱贫户 is asked', () => {
    const both = householdOf({ type: 'monitored', monitoredKind: 'sudden', oncePoor: true });
    for (const key of ['premiumSubsidy', 'policiesReach']) expect(keysAsked(both)).toContain(key);
    expect(keysAsked(householdOf({ type: 'monitored', monitoredKind: 'sudden' }))).not.toContain(
      'premiumSubsidy',
    );
  });

  it('every household is asked after an elder in an old house, whatever the head’s own is like', () => {
    for (const housingSafe of [yes, no])
      expect(keysAsked(householdOf(), { housingSafe })).toContain('elderAloneUnsafe');
  });

  it('reimbursement is asked of every stay in a hospital, not only of the seriously ill', () => {
    expect(keysAsked(householdOf())).not.toContain('reimbursementDelayed');
    const spoken = { otherProblems: { is: 'known', v: '有', note: '老伴骨折住院半个月' } } as const;
    expect(keysAsked(householdOf(), { seriousIllness: no, ...spoken })).toContain('reimbursementDelayed');
  });

  it('what it thinks of the work is never asked in a visit, whatever was said of it', () => {
    for (const of of specimenHouseholds)
      expect(
        keysAsked(of, { satisfiedBasics: no }).filter((key) => /^satisfied|Reasons$/u.test(key)),
      ).toEqual([]);
  });

  it('every question of a household is for a kind of household its clause speaks of', () => {
    for (const of of specimenHouseholds) {
      const alleviated = isOncePoor(of) ? ['povertyAlleviated'] : [];
      const kinds = ['all', of.type, ...alleviated, ...(of.tags.includes('relocated') ? ['relocated'] : [])];
      for (const key of keysAsked(of)) {
        const question = xiaoxian2021.householdForm.questions.find((q) => q.key === key);
        const fitting = question?.clauses.some((id) =>
          xiaoxian2021.clauseOf(id)?.appliesTo?.some((k) => kinds.includes(k)),
        );
        const ledger = question !== undefined && ledgerKeys.has(question.key);
        expect(fitting === true || ledger, `${key} of ${of.type}`).toBe(true);
      }
    }
  });
});

const ledgerKeys = new Set(Object.keys(allWell));

describe('what is said in any order is kept', () => {
  const subject = { household: householdOf(), year: settings.year };
  const kept = (values: Parameters<typeof answered>[0]) =>
    Object.keys(pruneAnswers(xiaoxian2021.householdForm, answered(values), subject));

  it('a dropout told before anybody asked for children', () => {
    expect(kept({ droppedOut: true, dropoutReason: '厌学' })).toEqual(['droppedOut', 'dropoutReason']);
  });

  it('other housing told before the house', () => {
    expect(kept({ otherSafeHousing: true })).toEqual(['otherSafeHousing']);
  });

  it('a medical expense nobody asked for', () => {
    expect(kept({ seriousIllness: true, canAffordCare: true, medicalExpense: 80_000 })).toContain(
      'medicalExpense',
    );
  });

  it('the grade of a safe house', () => {
    expect(kept({ housingSafe: true, housingGrade: 'B' })).toContain('housingGrade');
  });

  it('but a correction takes away what no longer applies', () => {
    expect(kept({ schoolAgeChild: false, droppedOut: true, dropoutReason: '厌学' })).toEqual([
      'schoolAgeChild',
    ]);
    expect(kept({ housingSafe: true, housingAppraised: false, otherSafeHousing: false })).toEqual([
      'housingSafe',
    ]);
  });

  it('where a child learns instead stays when 辍学 is put right', () => {
    expect(kept({ schoolAgeChild: true, droppedOut: false, dropoutReason: '特殊教育就读' })).toContain(
      'dropoutReason',
    );
    expect(kept({ schoolAgeChild: true, droppedOut: false, dropoutReason: '厌学' })).not.toContain(
      'dropoutReason',
    );
  });
});

describe('the register', () => {
  it('fills the population and what another system already knows', () => {
    const of = householdOf({ population: 5, known: { housingSafe: true, waterProblem: false } });
    expect(prefilledAnswers(xiaoxian2021.householdForm, { household: of, year: 2021 })).toEqual({
      population: { is: 'known', v: 5, from: 'register' },
      housingSafe: { is: 'known', v: true, from: 'register' },
      waterProblem: { is: 'known', v: false, from: 'register' },
    });
  });

  it('fills nothing that does not fit or does not apply', () => {
    const of = householdOf({
      population: 60,
      lastYearIncomePerHead: 9000,
      known: { incomeSource: ['彩票'], housingSafe: '是', droppedOut: true, schoolAgeChild: false },
    });
    expect(Object.keys(prefilledAnswers(xiaoxian2021.householdForm, { household: of, year: 2021 }))).toEqual([
      'schoolAgeChild',
    ]);
  });

  it("fills last year's income per head where growth is asked", () => {
    const of = householdOf({ type: 'povertyAlleviated', lastYearIncomePerHead: 9000 });
    expect(prefilledAnswers(xiaoxian2021.householdForm, { household: of, year: 2021 })).toEqual({
      lastYearIncomePerHead: { is: 'known', v: 9000, from: 'register' },
    });
  });
});

describe('odd and impossible values', () => {
  const check = (key: string, value: never, values = {}) =>
    xiaoxian2021.householdForm.questions
      .find((q) => q.key === key)
      ?.check?.(value, answered(values), { household: householdOf(), year: 2021 });

  it.each([
    ['population', 15, {}, 'fine'],
    ['population', 16, {}, 'odd'],
    ['population', 41, {}, 'impossible'],
    ['population', 0, {}, 'impossible'],
    ['annualIncome', 900, { population: 9 }, 'odd'],
    ['annualIncome', 36_000, { population: 9 }, 'fine'],
    ['annualIncome', 0, {}, 'odd'],
    ['annualIncome', 1_200_000, { population: 4 }, 'odd'],
    ['annualIncome', -5, {}, 'impossible'],
    ['netIncomePerHead', 20_000, { population: 4, annualIncome: 50_000 }, 'odd'],
    ['netIncomePerHead', 10_000, { population: 4, annualIncome: 50_000 }, 'fine'],
    ['supports', ['公益岗', '都没有'], {}, 'impossible'],
    ['supports', ['公益岗'], {}, 'fine'],
  ])('%s %j with %j is %s', (key, value, values, expected) => {
    expect(check(key, value as never, values)?.is).toBe(expected);
  });

  it('nine people on 900 yuan are asked about in those words', () => {
    expect(check('annualIncome', 900 as never, { population: 9 })).toEqual({
      is: 'odd',
      why: '9 口人一年才 900 元，属实吗？',
    });
  });
});

describe('the static check', () => {
  const subjects = specimenHouseholds.map((household) => ({ household, year: settings.year }));
  const faultsOf = (questions: readonly HouseholdQuestion[]) =>
    checkQuestionnaire({ id: 't', version: 1, questions } satisfies HouseholdForm, {
      subjects: subjects.slice(0, 1),
      isClause: xiaoxian2021.isClause,
    }).map((f) => `${f.kind} ${f.key}`);
  const plain: HouseholdQuestion = {
    key: 'a',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.1'],
    title: '甲',
    ask: '甲吗？',
    topics: ['甲事'],
  };

  it('finds nothing wrong with the household questionnaire', () => {
    expect(
      checkQuestionnaire(xiaoxian2021.householdForm, { subjects, isClause: xiaoxian2021.isClause }),
    ).toEqual([]);
  });

  it('finds a key used twice, a colliding topic and a clause the plan does not have', () => {
    const faults = faultsOf([plain, { ...plain, title: '乙', clauses: ['15.1'] }]);
    expect(faults).toContain('duplicateKey a');
    expect(faults).toContain('topicCollision a / a');
    expect(faults).toContain('unknownClause a');
  });

  it('finds a question nobody can reach and one that jumps back', () => {
    const b: HouseholdQuestion = { ...plain, key: 'b', title: '乙', topics: [] };
    expect(faultsOf([plain, { ...b, when: () => false }])).toContain('neverAsked b');
    expect(faultsOf([{ ...b, when: (a) => a['a'] !== undefined }, plain])).toContain('jumpsBack b');
  });

  it('finds a question that never ends because its own answer takes it away', () => {
    const b: HouseholdQuestion = {
      ...plain,
      key: 'b',
      title: '乙',
      topics: [],
      when: (a) => a['b'] === undefined,
    };
    expect(faultsOf([plain, b])).toContain('unbounded b');
  });

  it('finds missing and overlong text, and a condition that throws', () => {
    expect(faultsOf([{ ...plain, ask: ' ' }])).toContain('missingText a');
    expect(faultsOf([{ ...plain, title: '这个短名太长了' }])).toContain('tooLong a');
    const throwing: HouseholdQuestion = {
      ...plain,
      when: () => {
        throw new Error('broken');
      },
    };
    expect(faultsOf([throwing])).toContain('throws ');
  });
});
