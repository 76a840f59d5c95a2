import type { CheckItem } from '../../campaign/check-item.ts';

export const selfCheckItems: readonly CheckItem[] = [
  {
    is: 'judged',
    clause: '1.4',
    title: '去年销号',
    good: true,
    category: 'policy',
    ask: '去年查出的问题都销号了吗？',
    bad: '去年的问题没有全部销号',
    evidence: '销号清单',
  },
  {
    is: 'judged',
    clause: '2.2',
    title: '变化登记',
    good: true,
    category: 'policy',
    ask: '人口变化都及时登记了吗？',
    bad: '人口变化没有及时登记',
    evidence: '登记时间、户数',
  },
  {
    is: 'judged',
    clause: '3.3',
    title: '代耕代种',
    good: true,
    category: 'industry',
    ask: '没劳力的户，有人组织代耕代种吗？',
    bad: '没有组织代耕代种',
    evidence: '户数、亩数',
  },
];
