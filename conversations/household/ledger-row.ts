import type { LedgerField } from '../campaign/plan.ts';
import { type Household, type HouseholdType, householdTypeLabel } from '../contract/household.ts';
import { type Answers, known, listOf, numberOf, textOf } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';
import { toVerify } from './to-verify.ts';

/** One household in the ledger: the plan's columns by key. null = not answered, not asked or to be verified. */
export interface LedgerRow {
  headName: string;
  householdType: HouseholdType;
  population: number | null;
  /** Whole yuan, gross. */
  annualIncome: number | null;
  incomeSource: string[] | null;
  incomeStable: boolean | null;
  allInsured: boolean | null;
  seriousIllness: boolean | null;
  canAffordCare: boolean | null;
  schoolAgeChild: boolean | null;
  droppedOut: boolean | null;
  dropoutReason: string | null;
  housingSafe: boolean | null;
  housingAppraised: boolean | null;
  otherSafeHousing: boolean | null;
  waterProblem: boolean | null;
  /** Free words; 无 when there are none. */
  otherProblems: string | null;
  problemCount: number | null;
  otherDifficulties: boolean | null;
}

/** What the ledger needs of a visit; the count is the stored one, so that it never differs from other lists. */
export interface LedgerVisit {
  answers: Answers;
  problemCount: number | null;
}

/** The typed row, for .json and for computing. */
export function ledgerRow(household: Household, { answers, problemCount }: LedgerVisit): LedgerRow {
  const flag = (key: QuestionKey): boolean | null => {
    const value = known(answers, key);
    return typeof value === 'boolean' ? value : null;
  };
  const sources = listOf(answers, 'incomeSource');
  return {
    headName: household.headName,
    householdType: household.type,
    population: numberOf(answers, 'population') ?? null,
    annualIncome: numberOf(answers, 'annualIncome') ?? null,
    incomeSource: sources.length === 0 ? null : [...sources],
    incomeStable: flag('incomeStable'),
    allInsured: flag('allInsured'),
    seriousIllness: flag('seriousIllness'),
    canAffordCare: flag('canAffordCare'),
    schoolAgeChild: flag('schoolAgeChild'),
    droppedOut: flag('droppedOut'),
    dropoutReason: textOf(answers, 'dropoutReason') ?? null,
    housingSafe: flag('housingSafe'),
    housingAppraised: flag('housingAppraised'),
    otherSafeHousing: flag('otherSafeHousing'),
    waterProblem: flag('waterProblem'),
    otherProblems: words(textOf(answers, 'otherProblems')),
    problemCount,
    otherDifficulties: flag('otherDifficulties'),
  };
}

function words(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.trim() === '' ? '无' : text.trim();
}

/** A cell as the sheet shows it; money and counts stay numbers so that the sheet can add them up. */
export type LedgerCell = string | number;

/** The row as the ledger prints it: 是 / 否 / 待核实, the household type by its label, blank where not asked. */
export function ledgerCells(household: Household, visit: LedgerVisit): Record<LedgerField, LedgerCell> {
  const row = ledgerRow(household, visit);
  const unsure = new Set(toVerify(visit.answers));
  const cell = (field: LedgerField): LedgerCell => {
    if (unsure.has(field)) return '待核实';
    const value = row[field];
    if (typeof value === 'boolean')
      return `${value ? '是' : '否'}${field === 'otherDifficulties' ? difficulty(visit.answers) : ''}`;
    if (Array.isArray(value)) return value.join('、');
    return value ?? '';
  };
  const cells = Object.fromEntries((Object.keys(row) as LedgerField[]).map((field) => [field, cell(field)]));
  return { ...(cells as Record<LedgerField, LedgerCell>), householdType: householdTypeLabel(household) };
}

/** Other difficulties have no column for what they are: the words stand beside the 是. */
function difficulty(answers: Answers): string {
  const { otherDifficulties: answer } = answers;
  if (answer?.is !== 'known' || answer.v !== true) return '';
  const said = answer.note ?? textOf(answers, 'difficultyWords');
  return said === undefined ? '' : `（${said}）`;
}
