import type { Check } from '../../form/question.ts';
import { all, picked, special } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

const nothing = '都没有';

function checkSupports(value: unknown): Check {
  if (!Array.isArray(value) || value.length === 0)
    return { is: 'impossible', why: `一样也没有就回“${nothing}”。` };
  return value.length > 1 && value.includes(nothing)
    ? { is: 'impossible', why: `“${nothing}”不能跟别的一起选。` }
    : { is: 'fine' };
}

/** The household takes part in this kind of support. */
export function takesPart(kind: string) {
  return all(special, picked('supports', kind));
}

/**
 * One question opens areas 8 and 10: what a household has no part in is not asked about. It saves up to
 * thirteen questions and stands for the five gates one would ask singly.
 */
export const supportQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'supports',
    kind: 'choices',
    clauses: ['6.7'],
    title: '帮扶项目',
    ask: '这几样，今年家里有哪些？',
    choices: [
      { value: '产业项目', label: '产业项目', words: ['产业帮扶', '特色种养', '奖补项目'] },
      { value: '入股分红', label: '入股分红', words: ['入股', '合作社分红', '三方协议'] },
      { value: '小额贷款', label: '小额贷款', words: ['小额信贷', '贷款', '扶贫贷', '富民贷'] },
      { value: '公益岗', label: '公益岗', words: ['公益性岗位', '公岗', '护林员', '保洁员'] },
      { value: '技能培训', label: '技能培训', words: ['培训', '学技术', '学手艺'] },
      { value: nothing, label: nothing, words: ['没有', '一样没有', '啥都没有', '都没'] },
    ],
    topics: ['参加了哪些', '享受了哪些', '今年项目'],
    check: checkSupports,
    when: special,
  },
];
