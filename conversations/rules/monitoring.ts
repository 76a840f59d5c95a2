import type { MonitoringFlag } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { type Answers, isFalse, isTrue, numberOf } from '../form/answer.ts';
import type { Facts } from './problem-rule.ts';
import { factsOf } from './problems.ts';
import { isDropout } from './safeguards.ts';
import { growthPercent } from './wellbeing.ts';

/** A fall of net income per head by this much in a year is sudden. */
const suddenDropPercent = -20;
/** Own medical costs above this share of the year's income are a burden of their own. */
const heavyShare = 0.5;

interface MonitoringRule {
  key: string;
  /** Clause 6.10 asks for households that ought to be monitored and are not. */
  clause: MonitoringFlag['clause'];
  reason: (facts: Facts) => string | undefined;
}

function belowLine({ answers, settings }: Facts): string | undefined {
  const { yuan, year } = settings.incomeLine;
  const line = `${year} 年监测收入参考线 ${yuan} 元`;
  const net = numberOf(answers, 'netIncomePerHead');
  if (net !== undefined) return net < yuan ? `人均纯收入 ${net} 元，低于 ${line}` : undefined;
  const gross = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  if (gross === undefined || people === undefined || gross / people >= yuan) return undefined;
  return `按年收入匡算人均约 ${Math.round(gross / people)} 元，低于 ${line}；未扣成本，仅供参考`;
}

function suddenDrop(facts: Facts): string | undefined {
  const growth = growthPercent(facts);
  if (growth !== undefined && growth <= suddenDropPercent)
    return `人均纯收入比去年下降 ${Math.abs(growth).toFixed(0)}%`;
  return isTrue(facts.answers, 'incomeSwing') ? '今年收入骤减或支出骤增' : undefined;
}

function heavyExpense({ answers }: Facts): string | undefined {
  const spent = numberOf(answers, 'medicalExpense');
  const income = numberOf(answers, 'annualIncome');
  if (spent === undefined || income === undefined || spent === 0 || spent <= income * heavyShare)
    return undefined;
  return `今年看病自付 ${spent} 元，年收入 ${income} 元`;
}

function shakyWithBurden({ answers }: Facts): string | undefined {
  if (!isFalse(answers, 'incomeStable')) return undefined;
  if (isTrue(answers, 'seriousIllness')) return '收入不稳定，家里又有大病或慢性病患者';
  return isTrue(answers, 'otherDifficulties') ? '收入不稳定，又有其他困难' : undefined;
}

function reasonIf(condition: (facts: Facts) => boolean, reason: string) {
  return (facts: Facts) => (condition(facts) ? reason : undefined);
}

export const monitoringRules: readonly MonitoringRule[] = [
  { key: 'belowLine', clause: '6.10', reason: belowLine },
  { key: 'incomeDrop', clause: '13.1', reason: suddenDrop },
  { key: 'medicalExpense', clause: '13.1', reason: heavyExpense },
  {
    key: 'illnessNoMeans',
    clause: '6.10',
    reason: reasonIf(
      ({ answers: a }) => isTrue(a, 'seriousIllness') && isFalse(a, 'canAffordCare'),
      '有大病或慢性病患者，自付医药费有困难',
    ),
  },
  { key: 'incomeShaky', clause: '6.10', reason: shakyWithBurden },
  {
    key: 'unsafeHousing',
    clause: '5.11',
    reason: reasonIf(
      ({ answers: a }) => isFalse(a, 'housingSafe') && !isTrue(a, 'otherSafeHousing'),
      '住房不安全，没有其他安全住房',
    ),
  },
  {
    key: 'unsafeWater',
    clause: '5.13',
    reason: reasonIf(({ answers: a }) => isTrue(a, 'waterProblem'), '饮水安全有问题'),
  },
  { key: 'dropout', clause: '5.4', reason: reasonIf(isDropout, '适龄孩子失学辍学') },
];

/**
 * Reasons why a household may fit the monitoring scope. Flags only: people review, publish and decide. A
 * household that is monitored already gets none; its troubles are problems.
 */
export function monitoringFlags(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
): MonitoringFlag[] {
  if (household.type === 'monitored') return [];
  const facts = factsOf(answers, household, settings);
  return monitoringRules.flatMap(({ key, clause, reason }) => {
    const why = reason(facts);
    return why === undefined ? [] : [{ key, clause, reason: why }];
  });
}
