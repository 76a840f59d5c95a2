import type { LedgerLook } from '../../campaign/ledger-look.ts';

/** The columns of the plan's attachment: so wide that A3 landscape holds them all. */
export const ledger: Readonly<Record<string, LedgerLook>> = {
  headName: { width: 10 },
  householdType: { width: 12 },
  population: { width: 8 },
  annualIncome: { width: 10 },
  incomeSource: { width: 17 },
  incomeStable: { width: 8 },
  allInsured: { width: 11 },
  seriousIllness: { width: 11 },
  canAffordCare: { width: 9 },
  schoolAgeChild: { width: 13 },
  droppedOut: { width: 9 },
  dropoutReason: { width: 12 },
  housingSafe: { width: 9 },
  housingAppraised: { width: 12 },
  otherSafeHousing: { width: 12 },
  waterProblem: { width: 14 },
  otherProblems: { width: 26, align: 'left' },
  problemCount: { width: 13 },
  otherDifficulties: { width: 13, beside: 'difficultyWords' },
};
