import { isFalse, isTrue, numberOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import { excusedReasons } from '../insurance/uninsured-reasons.ts';
import { type LeadRule, reasonIf } from '../lead-rule.ts';
import { badAnswer, type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';

function cannotPay({ answers, household }: Facts): RuleFinding | undefined {
  if (!isTrue(answers, 'seriousIllness') || !isFalse(answers, 'canAffordCare')) return undefined;
  return {
    description: withDetail(
      '有大病或慢性病患者，自付医药费有困难',
      answers,
      'seriousIllness',
      'canAffordCare',
    ),
    // Heavy costs of a monitored household are a clause of their own.
    clause: household.type === 'monitored' ? '5.10' : '5.1',
    lead: 'insurance',
  };
}

/** Somebody without insurance, unless everybody who was named has a reason that leaves nothing to be put right. */
function uninsured({ answers }: Facts): RuleFinding | undefined {
  const answer = answers['allInsured'];
  if (answer?.is !== 'known' || answer.v !== false) return undefined;
  const persons = answer.persons ?? [];
  const whys = persons.map(({ told }) => told?.['why']);
  if (whys.length > 0 && whys.every((why) => typeof why === 'string' && excusedReasons.includes(why)))
    return undefined;
  return { description: withDetail('有家庭成员没参加医保', answers, 'allInsured') };
}

/** 在外地参了 counts as insured: the papers are looked at, and the answer is put right. */
function insuredElsewhere({ answers }: Facts): string | undefined {
  const answer = answers['allInsured'];
  const persons = answer?.is === 'known' && answer.v === false ? (answer.persons ?? []) : [];
  const elsewhere = persons.filter(({ told }) => /已参保$/u.test(String(told?.['why'] ?? '')));
  return persons.length > 0 && elsewhere.length === persons.length
    ? '在别处已参保的算参保，看过凭证就回“参保改成都参保”'
    : undefined;
}

/** Insurance and care. */
export const medicalRules: readonly ProblemRule[] = [
  {
    name: 'allInsured',
    category: 'medical',
    clauses: ['5.6'],
    from: ['allInsured'],
    find: uninsured,
  },
  badAnswer('premiumSubsidy', 'no', 'medical', '5.7', '参保个人缴费资助没享受到'),
  {
    name: 'cannotAffordCare',
    category: 'medical',
    clauses: ['5.1', '5.10'],
    from: ['canAffordCare', 'seriousIllness'],
    find: cannotPay,
  },
  badAnswer('reimbursementDelayed', true, 'medical', '5.9', '住院费用报销不及时'),
  badAnswer('familyDoctor', false, 'medical', '5.8', '慢性病患者没有家庭医生签约'),
  badAnswer('medicalBurdenHeavy', true, 'medical', '5.10', '看病花销压力大'),
];

/** Own medical costs above this share of the year's income are a burden of their own. */
const heavyShare = 0.5;

function heavyExpense({ answers }: Facts): string | undefined {
  const spent = numberOf(answers, 'medicalExpense');
  const income = numberOf(answers, 'annualIncome');
  if (spent === undefined || income === undefined || spent === 0 || spent <= income * heavyShare)
    return undefined;
  return `今年看病自付 ${spent} 元，年收入 ${income} 元`;
}

export const medicalLeads: readonly LeadRule[] = [
  { key: 'medicalExpense', clause: '13.1', reason: heavyExpense },
  {
    key: 'illnessNoMeans',
    clause: '6.10',
    reason: reasonIf(
      ({ answers: a }) => isTrue(a, 'seriousIllness') && isFalse(a, 'canAffordCare'),
      '有大病或慢性病患者，自付医药费有困难',
    ),
  },
];

export const medicalContradictions: readonly ContradictionRule[] = [
  { key: 'insuredElsewhere', from: ['allInsured'], find: insuredElsewhere },
  {
    key: 'expenseWithoutIllness',
    from: ['medicalExpense', 'seriousIllness'],
    find: textIf(
      ({ answers: a }) => (numberOf(a, 'medicalExpense') ?? 0) >= 10_000 && isFalse(a, 'seriousIllness'),
      '看病花了一万以上，却说没有大病慢病',
    ),
  },
];
