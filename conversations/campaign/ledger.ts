import { type Household, typeWithTags } from '../contract/household.ts';
import { type Answers, known, textOf } from '../form/answer.ts';
import { questionOf } from '../form/questionnaire.ts';
import { toVerify } from '../form/to-verify.ts';
import type { Campaign } from './campaign.ts';

/** A value of the ledger by the column's field: as computed with. null = not answered, not asked or to be verified. */
type LedgerValue = string | number | boolean | readonly string[] | null;
type LedgerRow = Record<string, LedgerValue>;

/** What the ledger needs of a visit; the count is the stored one, so that it never differs from other lists. */
interface LedgerVisit {
  answers: Answers;
  problemCount: number | null;
}

/** The typed row, for .json and for computing. */
export function ledgerRow(
  campaign: Campaign,
  household: Household,
  { answers, problemCount }: LedgerVisit,
): LedgerRow {
  const value = (field: string): LedgerValue => {
    switch (field) {
      case 'headName':
        return household.headName;
      case 'householdType':
        return household.type;
      case 'problemCount':
        return problemCount;
      default:
        return answerValue(campaign, answers, field);
    }
  };
  return Object.fromEntries(campaign.ledgerColumns.map(({ field }) => [field, value(field)]));
}

function answerValue(campaign: Campaign, answers: Answers, key: string): LedgerValue {
  const value = known(answers, key);
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : [...value];
  const question = questionOf(campaign.householdForm, key);
  return question?.kind === 'text' && typeof value === 'string'
    ? value.trim() || (question.none ?? '')
    : value;
}

/** A cell as the sheet shows it; money and counts stay numbers so that the sheet can add them up. */
type LedgerCell = string | number;

/** The row as the ledger prints it: 是 / 否 / 待核实, the household type by its label, blank where not asked. */
export function ledgerCells(
  campaign: Campaign,
  household: Household,
  visit: LedgerVisit,
): Record<string, LedgerCell> {
  const row = ledgerRow(campaign, household, visit);
  const unsure = new Set(toVerify(campaign.householdForm, visit.answers));
  const cell = (field: string): LedgerCell => {
    if (field === 'householdType') return typeWithTags(household);
    if (unsure.has(field)) return '待核实';
    const value = row[field] ?? null;
    if (typeof value === 'boolean')
      return value ? `是${besides(visit.answers, field, campaign.ledger[field]?.beside)}` : '否';
    if (typeof value === 'string' || typeof value === 'number') return value;
    return value === null ? '' : value.join('、');
  };
  return Object.fromEntries(campaign.ledgerColumns.map(({ field }) => [field, cell(field)]));
}

/** What a 是 is about has no column of its own: the words stand beside it. */
function besides(answers: Answers, field: string, beside: string | undefined): string {
  const answer = answers[field];
  if (beside === undefined || answer?.is !== 'known') return '';
  const said = answer.note ?? textOf(answers, beside);
  return said === undefined || said === '' ? '' : `（${said}）`;
}
