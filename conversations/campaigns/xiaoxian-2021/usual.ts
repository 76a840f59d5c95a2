import type { UsualAnswers } from '../../campaign/usual.ts';

/** How the questions of December 2021 are usually answered. */
export const usual: UsualAnswers = {
  yes: {
    incomeStable: 0.94,
    allInsured: 0.975,
    seriousIllness: 'illness',
    canAffordCare: 0.93,
    schoolAgeChild: 'pupils',
    droppedOut: 0.01,
    housingSafe: 0.988,
    housingAppraised: 0.6,
    otherSafeHousing: 0.5,
    elderAloneUnsafe: 0.004,
    waterProblem: 0.015,
    otherDifficulties: 0.02,
    labourLost: 0.08,
    labourForce: 'labour',
    satisfiedTeam: 0.985,
    satisfiedBasics: 0.99,
  },
  people: 'population',
  money: {
    medicalExpense: [8, 60],
    annualIncome: 'gross',
    netIncomePerHead: 'net',
    lastYearIncomePerHead: 'lastYear',
  },
  choice: {
    studentAid: [30, 2, 68],
    reliefTimely: [26, 2, 72],
    premiumSubsidy: [94, 2, 4],
    housingGrade: [0, 2, 60, 38],
    dropoutReason: [30, 8, 12, 20, 2, 3, 1, 2, 4, 4, 4, 2, 2, 2, 2, 2],
  },
  choices: { incomeSource: 'livelihood', supports: { none: '都没有' } },
};
