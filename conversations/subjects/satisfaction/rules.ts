import { type Answers, isFalse, listOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import {
  badAnswer,
  type Facts,
  type Office,
  type ProblemRule,
  type RuleFinding,
  withDetail,
} from '../problem-rule.ts';

/** Who puts right what a household is unhappy with in its village. */
const basicsOffices: Readonly<Record<string, Office>> = {
  道路: 'transport',
  饮水: 'water',
  文体: 'education',
  医疗: 'health',
  就学: 'education',
  环境: 'agriculture',
  电力: 'energy',
};

function unhappyWithBasics({ answers }: Facts): RuleFinding | undefined {
  if (!isFalse(answers, 'satisfiedBasics')) return undefined;
  const reasons = listOf(answers, 'basicsReasons');
  const offices = new Set(reasons.map((r) => basicsOffices[r] ?? 'coordinator'));
  const [only] = offices;
  return {
    description: unhappyWords(answers, 'satisfiedBasics', 'basicsReasons', '对村内双基建设不满意'),
    ...(reasons.length === 0 ? {} : { clause: '14.7' as const }),
    // Several reasons are several departments' business: the coordinator deals them out.
    lead: offices.size === 1 && only !== undefined ? only : 'coordinator',
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

/** Area 14. */
export const satisfactionRules: readonly ProblemRule[] = [
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
];

export const satisfactionContradictions: readonly ContradictionRule[] = [
  {
    key: 'waterAgainstBasics',
    from: ['waterProblem', 'basicsReasons'],
    find: textIf(
      ({ answers: a }) => isFalse(a, 'waterProblem') && listOf(a, 'basicsReasons').includes('饮水'),
      '说饮水没问题，又对饮水不满意',
    ),
  },
];
