import { isTrue, listOf } from '../../form/answer.ts';
import { type LeadRule, reasonIf } from '../lead-rule.ts';
import { type Facts, type Found, type ProblemRule, withDetail } from '../problem-rule.ts';

function badWater({ answers }: Facts): Found | undefined {
  if (!isTrue(answers, 'waterProblem')) return undefined;
  const types = listOf(answers, 'waterTypes');
  const which = types.length === 0 ? '' : `：${types.join('、')}`;
  return { description: withDetail(`饮水安全有问题${which}`, answers, 'waterProblem') };
}

export const waterRules: readonly ProblemRule[] = [
  {
    name: 'unsafeWater',
    category: 'water',
    clauses: ['5.13', '5.1'],
    from: ['waterProblem', 'waterTypes'],
    find: badWater,
  },
];

export const waterLeads: readonly LeadRule[] = [
  {
    key: 'unsafeWater',
    clause: '5.13',
    reason: reasonIf(({ answers: a }) => isTrue(a, 'waterProblem'), '饮水安全有问题'),
  },
];
