import { known, listOf } from '../../engine/answer.ts';
import type { Question } from '../../engine/question.ts';
import { all, special, type When } from '../conditions.ts';
import { takesPart } from './support.ts';

const project = takesPart('产业项目');
const shares = takesPart('入股分红');
const loan = takesPart('小额贷款');

/** The supports are known and no loan is among them. */
const noLoan: When = (answers) =>
  known(answers, 'supports') !== undefined && !listOf(answers, 'supports').includes('小额贷款');

/** Area 8: projects, shares and micro-loans of the household. */
export const industryQuestions: readonly Question[] = [
  {
    key: 'projectResult',
    kind: 'choice',
    clauses: ['8.1', '8.8'],
    title: '项目收益',
    ask: '产业项目让家里增收了吗？',
    choices: [
      { value: 'good', label: '增收了', words: ['挣到钱', '有收益', '效果好', '增收明显'] },
      { value: 'little', label: '收益低', words: ['挣得少', '没多少', '收益不高'] },
      { value: 'idle', label: '没参与进去', words: ['没参与', '挂名', '没让干'] },
      { value: 'none', label: '没增收', words: ['没挣到', '没挣到钱', '没收益', '亏了', '赔了', '没效果'] },
    ],
    topics: ['项目增收', '项目效益', '项目挣钱'],
    when: project,
  },
  {
    key: 'projectGuided',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.9'],
    title: '技术指导',
    ask: '有人上门教技术吗？',
    yes: '有技术指导',
    no: '没技术指导',
    topics: ['教技术', '技术员', '农技'],
    when: project,
  },
  {
    key: 'projectUnfit',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.6'],
    title: '硬派项目',
    ask: '是不是没条件干、硬安排的项目？',
    yes: '项目是硬派的',
    no: '项目不是硬派',
    topics: ['硬安排', '没条件干', '不适合干'],
    when: project,
  },
  {
    key: 'dividendPaid',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.10'],
    title: '分红兑现',
    ask: '分红按约定给了吗？',
    yes: '分红给了',
    no: '分红没给',
    topics: ['分红给', '分红钱', '红利'],
    when: shares,
  },
  {
    key: 'shareContract',
    kind: 'choice',
    clauses: ['8.11'],
    title: '入股协议',
    ask: '入股协议到期了吗，续签没有？',
    choices: [
      { value: 'running', label: '没到期', words: ['还没到期', '未到期', '没到'] },
      { value: 'renewed', label: '到期已续', words: ['续了', '已续签', '续签了'] },
      { value: 'lapsed', label: '到期没续', words: ['没续', '没续签', '没有续签'] },
    ],
    topics: ['三方协议', '协议续签', '续签'],
    when: shares,
  },
  {
    key: 'loanOwnUse',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.15'],
    title: '贷款用途',
    ask: '贷款是自家拿来搞生产的吗？',
    yes: '贷款自家用',
    no: '贷款没自用',
    topics: ['贷款用在', '户贷企用', '给公司用', '给别人用'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanOverdue',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.16'],
    title: '贷款逾期',
    ask: '贷款有没有到期没还的？',
    yes: '贷款有逾期',
    no: '贷款没逾期',
    topics: ['逾期', '贷款没还', '欠着贷款'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanSubsidised',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.17'],
    title: '贷款贴息',
    ask: '贷款利息给贴了吗？',
    yes: '利息已贴',
    no: '利息没贴',
    topics: ['贴息', '利息'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanRefused',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.14'],
    title: '想贷没贷',
    ask: '想贷款搞生产、够条件却没贷到吗？',
    yes: '想贷没贷到',
    no: '没有想贷没贷到',
    topics: ['没贷到', '贷不到', '贷不下来', '想贷款'],
    sensitive: true,
    when: all(special, noLoan),
  },
];
