import type { Question } from '../../engine/question.ts';
import { all, special, type When, yes } from '../conditions.ts';

/** The register already says that somebody of the household draws 低保 or 特困供养. */
const inNet: When = (_, { household }) =>
  household?.tags.some((t) => t === 'subsistence' || t === 'destitute') === true;

/** Areas 4 and 12: food and clothing, lost ability to work, relief. */
export const safetyNetQuestions: readonly Question[] = [
  {
    key: 'foodClothing',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['4.2'],
    title: '吃穿',
    ask: '一年四季吃穿都不愁吧？',
    yes: '吃穿不愁',
    no: '吃穿有愁',
    topics: ['吃穿不愁', '不愁吃穿', '吃饭穿衣', '口粮'],
    when: special,
  },
  {
    key: 'labourLost',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['12.4'],
    title: '重残失能',
    ask: '有重残重病、干不了活又没进账的吗？',
    yes: '有重残失能',
    no: '没重残失能',
    topics: ['重残', '干不了活', '丧失劳动能力', '瘫痪', '失能'],
    sensitive: true,
    whoWhen: true,
    when: special,
  },
  {
    key: 'inSafetyNet',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['12.4'],
    title: '低保特困',
    ask: '这样的人都纳入低保或特困了吗？',
    yes: '已纳入低保特困',
    no: '没纳入低保特困',
    topics: ['纳入低保', '吃上低保', '没吃上低保', '纳入特困'],
    sensitive: true,
    when: all(special, yes('labourLost'), (a, s) => !inNet(a, s)),
  },
  {
    key: 'reliefTimely',
    kind: 'choice',
    clauses: ['12.5'],
    title: '救助及时',
    ask: '碰上难处时，救助来得及时吗？',
    choices: [
      { value: 'timely', label: '及时', words: ['来得快', '救助及时', '很快'] },
      { value: 'late', label: '不及时', words: ['来得慢', '没来', '没救助', '没人管', '来晚'] },
      { value: 'none', label: '没碰上难处', words: ['用不着', '没遇到', '没难处', '不需要'] },
    ],
    topics: ['临时救助', '救助', '救济'],
    when: special,
  },
];
