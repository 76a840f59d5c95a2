import { no } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

/** Spring sowing: is the land worked, how much lies idle, what is missing. */
export const farmingQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'springSown',
    kind: 'yesNo',
    reads: { topic: 'sown', yes: '+', good: '+', kind: 'state', being: true, loose: ['good', 'bad'] },
    trueIsGood: true,
    clauses: ['3.1'],
    title: '春耕',
    ask: '家里的地都种上了吗？',
    yes: '地都种上了',
    no: '地没种全',
    topics: ['春耕', '春播', '种地', '地里'],
  },
  {
    key: 'idleLand',
    kind: 'count',
    min: 1,
    max: 500,
    measure: '亩',
    clauses: ['3.1'],
    title: '撂荒地',
    ask: '没种上的有几亩？',
    topics: ['撂荒', '荒地', '没种上的'],
    when: no('springSown'),
  },
  {
    key: 'farmNeeds',
    kind: 'choices',
    clauses: ['3.2'],
    title: '春耕难处',
    ask: '春耕还缺什么？',
    choices: [
      { value: '种子', label: '种子', words: ['缺种', '没种子'] },
      { value: '化肥农药', label: '化肥农药', words: ['化肥', '农药', '缺肥'] },
      { value: '资金', label: '资金', words: ['缺钱', '没本钱', '周转'] },
      { value: '劳力', label: '劳力', words: ['缺人手', '没劳力', '没人干'] },
      { value: '农机', label: '农机', words: ['机器', '拖拉机', '没农机'] },
      { value: '都不缺', label: '都不缺', words: ['不缺', '没难处', '啥都不缺', '都有'] },
    ],
    topics: ['春耕缺', '还缺', '缺什么'],
  },
];
