import { type Answers, isTrue, listOf } from '../../form/answer.ts';
import { type LeadRule, reasonIf } from '../lead-rule.ts';
import { type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';

/** Words of a stop that passes: it isn't unsafe water, and the ledger's note keeps it. */
const briefly = [
  '冻',
  '检修',
  '这两天',
  '这几天',
  '临时',
  '昨天停',
  '今天停',
  '停了一天',
  '停了两天',
  '抢修',
];

/** A stop of some days beside nothing else: the supply as a whole is not in question (5.13 asks for lasting trouble). */
function isBrief(answers: Answers): boolean {
  const noted = [answers['waterProblem'], answers['waterTypes']].flatMap((a) =>
    a?.is === 'known' && a.note !== undefined ? [a.note] : [],
  );
  const types = listOf(answers, 'waterTypes');
  return (
    types.every((type) => type === '保证率') &&
    noted.some(
      (note) => briefly.some((word) => note.includes(word)) && !/经常|老是|总是|一直|常年|长期/u.test(note),
    )
  );
}

function badWater({ answers }: Facts): RuleFinding | undefined {
  if (!isTrue(answers, 'waterProblem') || isBrief(answers)) return undefined;
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
    reason: reasonIf(({ answers: a }) => isTrue(a, 'waterProblem') && !isBrief(a), '饮水安全有问题'),
  },
];
