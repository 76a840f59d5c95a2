import { follows, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

export const waterQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'waterProblem',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.1', '5.13'],
    title: '饮水',
    ask: '吃水有没有问题？',
    yes: '饮水有问题',
    no: '饮水没问题',
    topics: ['吃水', '喝水', '用水', '自来水', '家里水', '水'],
    noteElsewhere: true,
  },
  {
    key: 'waterTypes',
    kind: 'choices',
    clauses: ['5.13'],
    title: '饮水问题',
    ask: '水是哪里不好？',
    choices: [
      { value: '水量', label: '水量不够', words: ['水小', '水不够', '缺水'] },
      { value: '水质', label: '水质不好', words: ['发黄', '有味', '碱大', '咸', '浑', '水垢'] },
      { value: '方便程度', label: '取水不便', words: ['挑水', '拉水', '远处打水', '没通水'] },
      { value: '保证率', label: '常断水', words: ['断水', '停水', '管子坏', '没水'] },
    ],
    topics: ['水的毛病', '饮水毛病'],
    when: follows('waterTypes', 'waterProblem', yes('waterProblem')),
  },
];
