import { isFalse, isTrue, numberOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import type { LeadRule } from '../lead-rule.ts';
import {
  badAnswer,
  type Facts,
  isSpecial,
  type ProblemRule,
  type RuleFinding,
  withDetail,
} from '../problem-rule.ts';

/** Net income per head against last year, per cent; undefined where either is not known. */
function growthPercent({ answers, household }: Facts): number | undefined {
  const now = numberOf(answers, 'netIncomePerHead');
  const before = numberOf(answers, 'lastYearIncomePerHead') ?? household.lastYearIncomePerHead;
  if (now === undefined || before === undefined || before <= 0) return undefined;
  return ((now - before) / before) * 100;
}

function shakyIncome(facts: Facts): RuleFinding | undefined {
  const { answers } = facts;
  const unstable = isFalse(answers, 'incomeStable');
  const swing = isTrue(answers, 'incomeSwing');
  if (!isSpecial(facts) || !(unstable || swing)) return undefined;
  const sentence = swing ? '收入骤减或支出骤增' : '收入不稳定';
  return { description: withDetail(sentence, answers, 'incomeStable', 'incomeSwing') };
}

function lowIncome(facts: Facts): RuleFinding | undefined {
  const { yuan, year } = facts.settings.incomeLine;
  const net = numberOf(facts.answers, 'netIncomePerHead');
  if (!isSpecial(facts) || net === undefined || net >= yuan) return undefined;
  return { description: `人均纯收入 ${net} 元，低于 ${year} 年监测收入参考线 ${yuan} 元` };
}

/** Below the subsistence standard and not in 低保 or 特困: a matter of civil affairs, whatever the household's type. */
function belowSubsistence({ answers, household, settings }: Facts): RuleFinding | undefined {
  const line = settings.subsistenceLine;
  const net = numberOf(answers, 'netIncomePerHead');
  if (line === undefined || net === undefined || net >= line.yuan) return undefined;
  if (household.tags.includes('subsistence') || household.tags.includes('destitute')) return undefined;
  return { description: `人均纯收入 ${net} 元，低于 ${line.year} 年低保标准 ${line.yuan} 元，未纳入低保` };
}

function notGrown(facts: Facts): RuleFinding | undefined {
  const growth = growthPercent(facts);
  if (!isSpecial(facts) || growth === undefined || growth > 0) return undefined;
  const how = growth === 0 ? '与去年持平' : `比去年下降 ${Math.abs(growth).toFixed(1)}%`;
  return { description: `人均纯收入${how}` };
}

function behindGrowth(facts: Facts): RuleFinding | undefined {
  const growth = growthPercent(facts);
  const local = facts.settings.incomeGrowth;
  if (!isSpecial(facts) || growth === undefined || local === undefined) return undefined;
  if (growth <= 0 || growth > local) return undefined;
  return { description: `人均纯收入增长 ${growth.toFixed(1)}%，没超过当地农民收入增幅 ${local}%` };
}

/** Area 13: income and expenses. */
export const incomeRules: readonly ProblemRule[] = [
  {
    name: 'incomeUnstable',
    category: 'income',
    clauses: ['13.1', '4.2'],
    from: ['incomeStable', 'incomeSwing'],
    find: shakyIncome,
  },
  {
    // Below the monitoring line: the coordinating office's, by the monitoring procedure.
    name: 'lowIncome',
    category: 'income',
    clauses: ['13.2', '6.10'],
    from: ['netIncomePerHead'],
    lead: 'coordinator',
    find: lowIncome,
  },
  {
    name: 'belowSubsistence',
    category: 'safetyNet',
    clauses: ['12.5'],
    from: ['netIncomePerHead'],
    lead: 'civilAffairs',
    needs: 'subsistenceLine',
    find: belowSubsistence,
  },
  {
    name: 'incomeNotGrown',
    category: 'income',
    clauses: ['13.3'],
    from: ['netIncomePerHead', 'lastYearIncomePerHead'],
    find: notGrown,
  },
  {
    name: 'growthBehind',
    category: 'income',
    clauses: ['13.4'],
    from: ['netIncomePerHead', 'lastYearIncomePerHead'],
    needs: 'incomeGrowth',
    find: behindGrowth,
  },
  badAnswer('earningsGrew', false, 'income', '13.5', '工资和经营收入没有增长'),
];

/** A fall of net income per head by this much in a year is sudden. */
const suddenDropPercent = -20;

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

function shakyWithBurden({ answers }: Facts): string | undefined {
  if (!isFalse(answers, 'incomeStable')) return undefined;
  if (isTrue(answers, 'seriousIllness')) return '收入不稳定，家里又有大病或慢性病患者';
  return isTrue(answers, 'otherDifficulties') ? '收入不稳定，又有其他困难' : undefined;
}

export const incomeLeads: readonly LeadRule[] = [
  { key: 'belowLine', clause: '6.10', reason: belowLine },
  { key: 'incomeDrop', clause: '13.1', reason: suddenDrop },
];

/** An income that is shaky is a reason only together with a burden. */
export const shakyIncomeLead: LeadRule = { key: 'incomeShaky', clause: '6.10', reason: shakyWithBurden };

/** Net above gross is an odd value already; here the other end: hardly anything left of the gross. */
function netFarBelowGross({ answers }: Facts): string | undefined {
  const net = numberOf(answers, 'netIncomePerHead');
  const gross = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  if (net === undefined || gross === undefined || people === undefined || people === 0) return undefined;
  return net > 0 && gross / people > net * 5
    ? `人均纯收入 ${net} 元比人均毛收入少太多，成本算对了吗`
    : undefined;
}

function earningsAgainstGrowth({ answers, household }: Facts): string | undefined {
  const now = numberOf(answers, 'netIncomePerHead');
  const before = numberOf(answers, 'lastYearIncomePerHead') ?? household.lastYearIncomePerHead;
  if (now === undefined || before === undefined || before === 0) return undefined;
  if (isTrue(answers, 'earningsGrew') && now < before) return '说工资经营增长了，人均纯收入却比去年少';
  return now > before * 3 ? `人均纯收入从去年 ${before} 元到今年 ${now} 元，涨得太多` : undefined;
}

export const incomeContradictions: readonly ContradictionRule[] = [
  {
    key: 'netFarBelowGross',
    from: ['netIncomePerHead', 'annualIncome', 'population'],
    find: netFarBelowGross,
  },
  {
    key: 'stableNothing',
    from: ['annualIncome', 'incomeStable'],
    find: textIf(
      ({ answers: a }) => numberOf(a, 'annualIncome') === 0 && isTrue(a, 'incomeStable'),
      '年收入是 0，却说收入稳定',
    ),
  },
  {
    key: 'swingButStable',
    from: ['incomeStable', 'incomeSwing'],
    find: textIf(
      ({ answers: a }) => isTrue(a, 'incomeStable') && isTrue(a, 'incomeSwing'),
      '说收入稳定，又说收支有大变',
    ),
  },
  {
    key: 'earningsAgainstGrowth',
    from: ['earningsGrew', 'netIncomePerHead'],
    find: earningsAgainstGrowth,
  },
];
