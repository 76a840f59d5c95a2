import { coordinator } from '../campaign/units.ts';
import { type Answers, isFalse, isTrue, listOf, numberOf, textOf } from '../form/answer.ts';
import { maskNumbers } from '../language/masking.ts';
import { badAnswer, type Facts, type Found, type ProblemRule, withDetail } from './problem-rule.ts';

function isSpecial({ household }: Facts): boolean {
  return household.type !== 'general';
}

/** Net income per head against last year, per cent; undefined where either is not known. */
export function growthPercent({ answers, household }: Facts): number | undefined {
  const now = numberOf(answers, 'netIncomePerHead');
  const before = numberOf(answers, 'lastYearIncomePerHead') ?? household.lastYearIncomePerHead;
  if (now === undefined || before === undefined || before <= 0) return undefined;
  return ((now - before) / before) * 100;
}

function shakyIncome(facts: Facts): Found | undefined {
  const { answers } = facts;
  const unstable = isFalse(answers, 'incomeStable');
  const swing = isTrue(answers, 'incomeSwing');
  if (!isSpecial(facts) || !(unstable || swing)) return undefined;
  const sentence = swing ? '收入骤减或支出骤增' : '收入不稳定';
  return { description: withDetail(sentence, answers, 'incomeStable', 'incomeSwing') };
}

function lowIncome(facts: Facts): Found | undefined {
  const { yuan, year } = facts.settings.incomeLine;
  const net = numberOf(facts.answers, 'netIncomePerHead');
  if (!isSpecial(facts) || net === undefined || net >= yuan) return undefined;
  return { description: `人均纯收入 ${net} 元，低于 ${year} 年监测收入参考线 ${yuan} 元` };
}

/** Below the subsistence standard and not in 低保 or 特困: a matter of civil affairs, whatever the household's type. */
function belowSubsistence({ answers, household, settings }: Facts): Found | undefined {
  const line = settings.subsistenceLine;
  const net = numberOf(answers, 'netIncomePerHead');
  if (line === undefined || net === undefined || net >= line.yuan) return undefined;
  if (household.tags.includes('subsistence') || household.tags.includes('destitute')) return undefined;
  return { description: `人均纯收入 ${net} 元，低于 ${line.year} 年低保标准 ${line.yuan} 元，未纳入低保` };
}

function notGrown(facts: Facts): Found | undefined {
  const growth = growthPercent(facts);
  if (!isSpecial(facts) || growth === undefined || growth > 0) return undefined;
  const how = growth === 0 ? '与去年持平' : `比去年下降 ${Math.abs(growth).toFixed(1)}%`;
  return { description: `人均纯收入${how}` };
}

function behindGrowth(facts: Facts): Found | undefined {
  const growth = growthPercent(facts);
  const local = facts.settings.incomeGrowth;
  if (!isSpecial(facts) || growth === undefined || local === undefined) return undefined;
  if (growth <= 0 || growth > local) return undefined;
  return { description: `人均纯收入增长 ${growth.toFixed(1)}%，没超过当地农民收入增幅 ${local}%` };
}

/** Who puts right what a household is unhappy with in its village. */
const basicsUnits: Record<string, string> = {
  道路: '县交通局',
  饮水: '县水利局',
  文体: '县教体局',
  医疗: '县卫健委',
  就学: '县教体局',
  环境: '县农业农村局',
  电力: '县经信局',
};

function unhappyWithBasics({ answers }: Facts): Found | undefined {
  if (!isFalse(answers, 'satisfiedBasics')) return undefined;
  const reasons = listOf(answers, 'basicsReasons');
  const units = new Set(reasons.map((r) => basicsUnits[r] ?? coordinator));
  const [only] = units;
  return {
    description: unhappyWords(answers, 'satisfiedBasics', 'basicsReasons', '对村内双基建设不满意'),
    ...(reasons.length === 0 ? {} : { clause: '14.7' as const }),
    // Several reasons are several departments' business: the coordinator deals them out.
    leadUnit: units.size === 1 && only !== undefined ? only : coordinator,
  };
}

/** The sentence with the reasons that were given, and what was noted beside the answers. */
function unhappyWords(answers: Answers, key: string, reasonKey: string, sentence: string): string {
  const reasons = listOf(answers, reasonKey);
  const why = reasons.length === 0 ? '' : `：${reasons.join('、')}`;
  return withDetail(`${sentence}${why}`, answers, key, reasonKey);
}

/** A question of satisfaction answered 否: the problem is named after the question. */
function unhappy(
  key: string,
  reasonKey: string,
  clauses: ProblemRule['clauses'],
  sentence: string,
): ProblemRule {
  return {
    name: key,
    category: 'satisfaction',
    clauses,
    from: [key, reasonKey],
    find: ({ answers }) =>
      isFalse(answers, key) ? { description: unhappyWords(answers, key, reasonKey, sentence) } : undefined,
  };
}

/** Words that mean there is nothing to report, however they got there. */
const nothingWords: ReadonlySet<string> = new Set(['', '无', '没有', '没', '暂无', '没了']);

/** The free words on other problems, or undefined where there are none. */
function otherProblemWords(facts: Pick<Facts, 'answers'>): string | undefined {
  const words = textOf(facts.answers, 'otherProblems')
    ?.trim()
    .replace(/[。.！!]+$/u, '');
  return words === undefined || nothingWords.has(words) ? undefined : words;
}

/** Areas 12, 13 and 14, and what the helper found beside. */
export const wellbeingRules: readonly ProblemRule[] = [
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
    leadUnit: coordinator,
    find: lowIncome,
  },
  {
    name: 'belowSubsistence',
    category: 'safetyNet',
    clauses: ['12.5'],
    from: ['netIncomePerHead'],
    leadUnit: '县民政局',
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
    find: behindGrowth,
  },
  badAnswer('earningsGrew', false, 'income', '13.5', '工资和经营收入没有增长'),
  { ...badAnswer('foodClothing', false, 'safetyNet', '4.2', '吃穿还有困难'), leadUnit: '县民政局' },
  badAnswer('inSafetyNet', false, 'safetyNet', '12.4', '重残重病、干不了活的人没纳入低保或特困'),
  badAnswer('reliefTimely', 'late', 'safetyNet', '12.5', '碰上难处时救助不及时'),
  badAnswer('satisfiedTeam', false, 'satisfaction', '14.3', '对驻村工作队不满意'),
  {
    name: 'satisfiedBasics',
    category: 'satisfaction',
    clauses: ['14.4', '14.7'],
    from: ['satisfiedBasics', 'basicsReasons'],
    find: unhappyWithBasics,
  },
  unhappy('satisfiedHelp', 'helpReasons', ['14.1', '14.5'], '对帮扶工作不满意'),
  unhappy('satisfiedLife', 'lifeReasons', ['14.2', '14.6'], '对现在的生活不满意'),
  {
    name: 'otherProblems',
    category: 'other',
    clauses: ['5.1'],
    from: ['otherProblems'],
    find: (facts) => {
      const words = otherProblemWords(facts);
      return words === undefined
        ? undefined
        : { description: `其他问题：${maskNumbers(words).slice(0, 120)}`, leadUnit: coordinator };
    },
  },
];
