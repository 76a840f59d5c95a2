import type { Question } from '../../engine/question.ts';
import { relocated } from '../conditions.ts';

/** Area 7: households moved out of inhospitable places. */
export const relocationQuestions: readonly Question[] = [
  {
    key: 'livesInNewHome',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['7.4'],
    title: '常住新房',
    ask: '平时就住在搬迁房里吗？',
    yes: '常住搬迁房',
    no: '不常住搬迁房',
    topics: ['搬迁房', '安置房', '常住'],
    when: relocated,
  },
  {
    key: 'builtOnDebt',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['7.5'],
    title: '借债建房',
    ask: '为建房装修借过外债吗？',
    yes: '借债建房',
    no: '没借债建房',
    topics: ['举债建房', '建房欠债', '盖房借钱'],
    when: relocated,
  },
  {
    key: 'settledWell',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['7.3'],
    title: '搬后安稳',
    ask: '搬来住得惯、有活干、越过越好吗？',
    yes: '住得安稳',
    no: '住得不安稳',
    topics: ['搬来以后', '住得惯', '住不惯', '稳得住'],
    when: relocated,
  },
  {
    key: 'relocationHelped',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['7.7'],
    title: '搬迁帮扶',
    ask: '搬来后帮着找过活、搞过产业吗？',
    yes: '搬后有帮扶',
    no: '搬后没帮扶',
    topics: ['后续扶持', '后续帮扶', '帮找活'],
    when: relocated,
  },
];
