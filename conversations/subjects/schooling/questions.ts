import { type Answers, isFalse, textOf } from '../../form/answer.ts';
import { all, any, follows, no, open, picked, said, special, type When, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';
import { schoolStages } from './stages.ts';

/** Reasons that mean the child is learning after all: counted as enrolled, not as a dropout. */
export const notDropout: readonly string[] = [
  '休学',
  '转学',
  '随迁就读',
  '职业学校',
  '特殊教育就读',
  '送教上门',
];

/** A reason was given and it is none of those that mean enrolled elsewhere. */
export function enrolledElsewhere(answers: Answers): boolean {
  const reason = textOf(answers, 'dropoutReason');
  return reason !== undefined && notDropout.includes(reason);
}

/** Members in the years of kindergarten, or of school beyond the ninth class, as the register knows them. */
const otherPupils: When = (answers, { household, year }) =>
  isFalse(answers, 'schoolAgeChild') &&
  (household?.members ?? []).some(({ birthYear }) => {
    const age = birthYear === undefined ? undefined : year - birthYear;
    return age !== undefined && ((age >= 3 && age <= 5) || (age >= 16 && age <= 21));
  });

const child = yes('schoolAgeChild');
const mayHaveChild = any(child, open('schoolAgeChild'));
const out = yes('droppedOut');

export const educationQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'schoolAgeChild',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.1', '5.4'],
    called: ['孩子', '教育'],
    title: '适龄孩子',
    ask: '家里有 6 到 15 岁的孩子吗？',
    yes: '有适龄孩子',
    no: '没适龄孩子',
    sensitive: true,
    topics: ['适龄', '适龄儿童', '上学的孩子', '学生', '孩子上学', '娃上学', '义务教育'],
  },
  {
    key: 'droppedOut',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.1', '5.4'],
    title: '辍学',
    ask: '有没有孩子该上学没上的？',
    yes: '有辍学',
    no: '没辍学',
    topics: ['失学', '不上学', '没上学', '不念了', '不上了'],
    sensitive: true,
    whoWhen: true,
    // A pupil of fifteen turns sixteen within the year.
    whoAged: { from: 5, to: 16 },
    idleIsFine: true,
    when: follows('droppedOut', 'schoolAgeChild', child),
  },
  {
    key: 'dropoutReason',
    kind: 'choice',
    clauses: ['5.4'],
    called: ['失学原因'],
    title: '辍学原因',
    ask: '为啥没上学？',
    implies: (reason): Record<string, boolean> =>
      typeof reason === 'string' && notDropout.includes(reason) ? { droppedOut: false } : {},
    choices: [
      { value: '厌学', label: '厌学', words: ['不想上', '学不进去', '成绩差', '不愿去'] },
      { value: '家庭经济困难', label: '家里困难', words: ['没钱上', '供不起', '家里穷'] },
      { value: '外出务工', label: '外出打工', words: ['打工去了', '出去干活'] },
      { value: '身体原因', label: '身体原因', words: ['残疾', '有病', '自闭症', '脑瘫', '身体不好'] },
      { value: '早婚', label: '早婚', words: ['结婚了', '嫁人', '定亲'] },
      { value: '照顾家人', label: '照顾家人', words: ['带弟弟', '带妹妹', '照顾老人'] },
      { value: '上学不便', label: '上学不便', words: ['学校远', '路远', '没车接'] },
      { value: '校园欺凌', label: '受欺负', words: ['欺凌', '被欺负', '挨打'] },
      { value: '休学', label: '休学', words: ['办了休学', '暂时休学'] },
      { value: '转学', label: '转学', words: ['转走了', '转到'] },
      { value: '随迁就读', label: '随父母在外地上', words: ['随迁', '外地上学', '跟着父母上'] },
      { value: '职业学校', label: '上职校', words: ['技校', '职高', '中专', '职中'] },
      { value: '特殊教育就读', label: '上特校', words: ['特校', '特教', '特殊学校'] },
      { value: '送教上门', label: '送教上门', words: ['送教', '老师上门'] },
      { value: '未知', label: '不知道', words: ['不晓得', '不清楚原因'] },
      { value: '其他', label: '其他' },
    ],
    topics: ['不上学原因', '为啥不上', '没上学是因为'],
    sensitive: true,
    // Where the child learns instead is worth keeping when 辍学 is put right to 没有.
    when: any(
      follows('dropoutReason', 'droppedOut', out, mayHaveChild),
      all(child, no('droppedOut'), enrolledElsewhere),
    ),
  },
  {
    key: 'exemptCertified',
    kind: 'yesNo',
    reads: { topic: 'cert', yes: '+', good: '+', kind: 'state', being: true, loose: ['good', 'bad'] },
    trueIsGood: true,
    clauses: ['5.4'],
    title: '免学鉴定',
    ask: '县里鉴定过，或者有老师送教吗？',
    yes: '有鉴定或送教',
    no: '没鉴定没送教',
    topics: ['残疾鉴定', '专家鉴定', '不能上学证明'],
    sensitive: true,
    when: all(out, picked('dropoutReason', '身体原因')),
  },
  {
    key: 'studentAid',
    kind: 'choice',
    clauses: ['5.5'],
    title: '上学资助',
    ask: '该领的上学资助领到了吗？',
    choices: [
      { value: 'received', label: '领到了', words: ['都领了', '到位了', '发了', '给了'] },
      {
        value: 'missing',
        label: '该领没领到',
        words: ['没领到', '没领', '没发', '没给', '没到位', '还没到'],
      },
      { value: 'none', label: '不用领', words: ['不符合', '不够条件', '不需要', '没申请', '没有资助'] },
    ],
    topics: ['资助', '助学金', '营养餐', '生活补助', '雨露计划'],
    sensitive: true,
    whoWhen: 'missing',
    whoAged: { from: 3, to: 24 },
    personAsks: [
      {
        key: 'stage',
        title: '学段',
        ask: '上哪个学段？',
        kind: 'choice',
        choices: schoolStages,
        needed: true,
      },
    ],
    // A pupil: a child of school age who isn't out of school, or is taught elsewhere; of households in the plan also
    // those before and after that age whom the register knows; of others whoever was spoken of.
    when: any(
      all(child, any(no('droppedOut'), enrolledElsewhere)),
      all(special, otherPupils),
      all(said('studentAid'), no('schoolAgeChild')),
    ),
  },
];
