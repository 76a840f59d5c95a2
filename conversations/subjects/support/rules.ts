import { known, listOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';

function sourceWithoutPart(source: string, part: string): ContradictionRule['find'] {
  return textIf(
    ({ answers }) =>
      listOf(answers, 'incomeSource').includes(source) &&
      known(answers, 'supports') !== undefined &&
      !listOf(answers, 'supports').includes(part),
    `收入来源里有${source}，帮扶项目里却没选${part}`,
  );
}

export const supportContradictions: readonly ContradictionRule[] = [
  { key: 'postNotPicked', from: ['incomeSource', 'supports'], find: sourceWithoutPart('公益岗位', '公益岗') },
  { key: 'sharesNotPicked', from: ['incomeSource', 'supports'], find: sourceWithoutPart('分红', '入股分红') },
];
