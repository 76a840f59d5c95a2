import { isFalse, isTrue } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import { badAnswer, type ProblemRule } from '../problem-rule.ts';

/** Area 7: life after relocation. */
export const relocationRules: readonly ProblemRule[] = [
  badAnswer('settledWell', false, 'relocation', '7.3', '搬迁后住得不安稳'),
  badAnswer('relocatedEmployed', false, 'relocation', '7.3', '搬迁后家里没人就业、没有稳定收入'),
  badAnswer('livesInNewHome', false, 'relocation', '7.4', '没有常住搬迁房'),
  badAnswer('builtOnDebt', true, 'relocation', '7.5', '为建房借了外债'),
  badAnswer('relocationHelped', false, 'relocation', '7.7', '搬迁后没得到产业、就业帮助'),
];

export const relocationContradictions: readonly ContradictionRule[] = [
  {
    key: 'newHomeUnsafe',
    from: ['housingSafe', 'livesInNewHome'],
    find: textIf(
      ({ answers: a }) => isFalse(a, 'housingSafe') && isTrue(a, 'livesInNewHome'),
      '常住搬迁房，却说房子不安全：是老房还是新房？',
    ),
  },
];
