import { all, any, follows, no, said, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

const unsafe = no('housingSafe');

export const housingQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'housingSafe',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.1', '5.11'],
    answeredByMoving: true,
    title: '住房',
    ask: '现在住的房子安全吗？',
    verify: '以鉴定或乡镇核验为准，现在能安全居住吗？',
    yes: '房子安全',
    no: '房子不安全',
    topics: ['房子', '房屋', '屋子', '住的房', '危房'],
  },
  {
    key: 'housingAppraised',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.11'],
    title: '房屋鉴定',
    ask: '这房子鉴定过吗？',
    yes: '鉴定过',
    no: '没鉴定',
    topics: ['鉴定过', '没鉴定', '鉴定'],
    when: follows('housingAppraised', 'housingSafe', unsafe),
  },
  {
    key: 'housingGrade',
    kind: 'choice',
    clauses: ['5.11'],
    title: '房屋等级',
    ask: '鉴定是几级？',
    choices: [
      { value: 'A', label: 'A级', words: ['Ａ级', '鉴定A'] },
      { value: 'B', label: 'B级', words: ['Ｂ级', '鉴定B'] },
      { value: 'C', label: 'C级', words: ['Ｃ级', '鉴定C'] },
      { value: 'D', label: 'D级', words: ['Ｄ级', '鉴定D'] },
    ],
    topics: ['危房等级', '房子等级', '几级'],
    optional: true,
    when: any(all(unsafe, yes('housingAppraised')), said('housingGrade')),
  },
  {
    key: 'otherSafeHousing',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.11'],
    answeredByMoving: true,
    title: '其他住房',
    ask: '另外还有安全的房子住吗？',
    yes: '另有安全房',
    no: '没别的房',
    topics: ['别的房', '另有房', '另一处房', '其他房子', '别处住'],
    when: follows('otherSafeHousing', 'housingSafe', unsafe),
  },
  {
    key: 'elderAloneUnsafe',
    kind: 'yesNo',
    reads: { topic: 'elder', yes: '+', good: '-', kind: 'existential', being: true, loose: ['good', 'bad'] },
    trueIsGood: false,
    clauses: ['5.12'],
    title: '老人独居',
    ask: '有没有老人单独住老房子、儿女另有好房的？',
    yes: '老人独居危房',
    no: '没有老人住危房',
    topics: ['老人单住', '老人自己住', '老人独自住', '儿女有楼'],
    // Asked of every household: the head's own house may be fine while the old one isn't.
  },
];
