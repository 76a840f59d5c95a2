import { type Household, householdTypeLabel } from '../contract/household.ts';
import { type Answers, known, numberOf } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';
import type { NationalHousehold } from './national-household.ts';

/** The fields compared with the national system. `key` is the question whose answer is ours, if it is a question. */
export const comparedFields = [
  { field: 'householdType', label: '户属性', key: null },
  { field: 'population', label: '家庭人口', key: 'population' },
  { field: 'netIncomePerHead', label: '人均纯收入', key: 'netIncomePerHead' },
  { field: 'allInsured', label: '全部参保', key: 'allInsured' },
  { field: 'seriousIllness', label: '大病慢病', key: 'seriousIllness' },
  { field: 'droppedOut', label: '失学辍学', key: 'droppedOut' },
  { field: 'housingSafe', label: '住房安全', key: 'housingSafe' },
  { field: 'waterProblem', label: '饮水问题', key: 'waterProblem' },
] as const satisfies readonly { field: string; label: string; key: QuestionKey | null }[];
export type ComparedField = (typeof comparedFields)[number]['field'];

export type ComparedValue = string | number | boolean;

/** 一致, 冲突, or missing on one side: `blank` is what neither has. */
type ComparedAs = 'same' | 'conflict' | 'missingOurs' | 'missingTheirs' | 'blank';

export interface FieldComparison {
  field: ComparedField;
  label: string;
  ours: ComparedValue | null;
  theirs: ComparedValue | null;
  verdict: ComparedAs;
  /** Somebody looked into it and found this side right. */
  settled?: 'ours' | 'theirs';
}

export const verdictLabels: Readonly<Record<ComparedAs, string>> = {
  same: '一致',
  conflict: '冲突',
  missingOurs: '我方缺',
  missingTheirs: '系统缺',
  blank: '都没有',
};

/** Incomes are rounded and estimated on both sides: a difference below this share of the larger is none. */
const incomeTolerance = 0.05;

/**
 * Compares what the visit found with what the national system holds. Without a visit only the household's type is
 * ours; a blank cell of the system is missing, never a no.
 */
export function compareHousehold(
  household: Pick<Household, 'type' | 'monitoredKind'>,
  answers: Answers | null,
  national: NationalHousehold,
): FieldComparison[] {
  return comparedFields.map(({ field, label, key }) => {
    const ours =
      key === null ? householdTypeLabel(household) : answers === null ? null : oursOf(answers, key);
    const theirs = theirsOf(field, national);
    const settled = national.settled[field];
    return {
      field,
      label,
      ours,
      theirs,
      verdict: verdictOf(field, ours, theirs),
      ...(settled === undefined ? {} : { settled }),
    };
  });
}

function oursOf(answers: Answers, key: QuestionKey): ComparedValue | null {
  const value = known(answers, key);
  if (key === 'droppedOut' && value === undefined && known(answers, 'schoolAgeChild') === false) return false;
  return typeof value === 'boolean' || typeof value === 'string' ? value : (numberOf(answers, key) ?? null);
}

function theirsOf(field: ComparedField, n: NationalHousehold): ComparedValue | null {
  switch (field) {
    case 'householdType':
      return n.type === undefined
        ? null
        : householdTypeLabel({ type: n.type, monitoredKind: n.monitoredKind });
    case 'population':
      return n.population ?? null;
    case 'netIncomePerHead':
      return n.netIncomePerHead ?? null;
    case 'allInsured':
      return everyone(n.members.map((m) => m.insured));
    case 'seriousIllness':
      return anyone(
        n.members.map((m) => (m.health === undefined ? undefined : /大病|慢性病|重病/u.test(m.health))),
      );
    case 'droppedOut':
      return anyone(
        n.members.map((m) => (m.schoolReason === undefined ? undefined : isDropout(m.schoolReason))),
      );
    case 'housingSafe':
      return n.unsafeHousing === undefined ? null : !n.unsafeHousing;
    case 'waterProblem':
      return n.safeWater === undefined ? null : !n.safeWater;
  }
}

/** All yes, or one no; unknown as long as somebody's cell is blank and nobody says no. */
function everyone(values: readonly (boolean | undefined)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.length > 0 && values.every((v) => v === true) ? true : null;
}

function anyone(values: readonly (boolean | undefined)[]): boolean | null {
  if (values.includes(true)) return true;
  return values.includes(false) ? false : null;
}

/** Reasons the system lists that are no dropping out: illness that exempts, leave with papers, taught at home, not yet six. */
function isDropout(reason: string): boolean {
  return !/休学|送教|身体|残疾|转学|未到|不满|延缓|特教|特殊教育|职业/u.test(reason);
}

function verdictOf(
  field: ComparedField,
  ours: ComparedValue | null,
  theirs: ComparedValue | null,
): ComparedAs {
  if (ours === null) return theirs === null ? 'blank' : 'missingOurs';
  if (theirs === null) return 'missingTheirs';
  if (field === 'netIncomePerHead' && typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= incomeTolerance * Math.max(Math.abs(ours), Math.abs(theirs))
      ? 'same'
      : 'conflict';
  return ours === theirs ? 'same' : 'conflict';
}

/** Conflicts nobody has looked into yet. */
export function openConflicts(fields: readonly FieldComparison[]): FieldComparison[] {
  return fields.filter((f) => f.verdict === 'conflict' && f.settled === undefined);
}

/** A value as people say it: 4口人, 9800元, 都参保, 有人没参保. */
export function sayValue(field: ComparedField, value: ComparedValue | null): string {
  if (value === null) return '没有';
  if (field === 'population') return `${value}口人`;
  if (field === 'netIncomePerHead') return `${value}元`;
  if (typeof value !== 'boolean') return String(value);
  const words: Partial<Record<ComparedField, [string, string]>> = {
    allInsured: ['都参保', '有人没参保'],
    seriousIllness: ['有大病慢病', '没有大病慢病'],
    droppedOut: ['有辍学', '没有辍学'],
    housingSafe: ['住房安全', '是危房'],
    waterProblem: ['饮水有问题', '饮水没问题'],
  };
  const [yes, no] = words[field] ?? ['是', '否'];
  return value ? yes : no;
}

/**
 * What the system already knows and a visit need not ask: prefilled and shown to be confirmed. Incomes are left
 * out (another year's figure), and so is what only one person's blank cell leaves open.
 */
export function knownFrom(national: NationalHousehold): Household['known'] {
  const fields = ['population', 'allInsured', 'seriousIllness', 'housingSafe', 'waterProblem'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = theirsOf(field, national);
      return value === null ? [] : [[field, value]];
    }),
  );
}
