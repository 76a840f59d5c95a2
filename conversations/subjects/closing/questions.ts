import type { Answers } from '../../form/answer.ts';
import type { HouseholdQuestion } from '../subject.ts';

/** There is a difficulty, and which one wasn't said in the same breath. */
function isUntold({ otherDifficulties }: Answers): boolean {
  return (
    otherDifficulties?.is === 'known' && otherDifficulties.v === true && otherDifficulties.note === undefined
  );
}

/** Where words and photos go that belong to no other question. */
export const besideKey = 'otherProblems';

export const closingQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'otherProblems',
    kind: 'text',
    none: '无',
    clauses: ['5.1'],
    title: '其他问题',
    ask: '户里还发现别的问题吗？有就说一说。',
    topics: ['别的问题', '另外发现', '还有个问题'],
  },
  {
    key: 'otherDifficulties',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['4.2'],
    title: '其他困难',
    ask: '还有别的难处吗？',
    yes: '有其他困难',
    no: '没其他困难',
    topics: ['困难', '难处', '别的困难'],
    tellsWhen: true,
  },
  {
    key: 'difficultyWords',
    kind: 'text',
    none: '无',
    clauses: ['4.2'],
    title: '什么难处',
    ask: '是什么难处？说一句就行，如“缺劳力”。',
    topics: ['难处是', '困难是'],
    implies: (value): Record<string, boolean> => (value === '无' ? { otherDifficulties: false } : {}),
    sensitive: true,
    when: isUntold,
    optional: true,
  },
];
