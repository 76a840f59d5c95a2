import { type Answers, numberOf } from '../../form/answer.ts';
import type { Check } from '../../form/question.ts';
import type { HouseholdQuestion } from '../subject.ts';

/** Below this much a year per head even an allowance is missing: worth a reason. */
const oddPerHead = 1000;

function checkAnnualIncome(value: unknown, answers: Answers): Check {
  if (typeof value !== 'number' || value < 0)
    return { is: 'impossible', why: '收入不能是负数，亏了就记 0。' };
  if (value > 100_000_000) return { is: 'impossible', why: '一年上亿不可能，请重说，带上“元”或“万”。' };
  if (value > 1_000_000) return { is: 'odd', why: `一年收入 ${value / 10_000} 万元，属实吗？` };
  if (value === 0) return { is: 'odd', why: '一年一分钱收入都没有，属实吗？' };
  const people = numberOf(answers, 'population');
  if (people === undefined)
    return value < oddPerHead ? { is: 'odd', why: `一年才 ${value} 元，属实吗？` } : { is: 'fine' };
  return value / people < oddPerHead
    ? { is: 'odd', why: `${people} 口人一年才 ${value} 元，属实吗？` }
    : { is: 'fine' };
}

export const incomeQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'annualIncome',
    kind: 'money',
    period: 'year',
    of: 'income',
    clauses: ['4.2', '13.1'],
    called: ['进项', '挣的钱'],
    title: '年收入',
    ask: '全家一年总共收入多少钱？',
    topics: ['家庭年收入', '总收入', '全年收入', '收入', '一年挣', '一年能挣'],
    sensitive: true,
    check: checkAnnualIncome,
  },
  {
    key: 'incomeSource',
    kind: 'choices',
    clauses: ['4.2', '13.1'],
    title: '收入来源',
    ask: '钱主要从哪来？',
    sensitive: true,
    topics: ['主要来源', '来源', '靠什么挣钱', '靠啥'],
    choices: [
      { value: '务工', label: '务工', words: ['打工', '上班', '进厂', '工资', '小工', '做工'] },
      { value: '外出务工', label: '外出务工', words: ['在外打工', '外地打工', '出去打工'] },
      { value: '零工', label: '零工', words: ['打零工', '临时工', '散工', '日结'] },
      { value: '就业帮扶车间', label: '帮扶车间', words: ['扶贫车间', '就业帮扶车间', '车间'] },
      { value: '公益岗位', label: '公益岗', words: ['公益岗', '公岗', '护林员', '保洁员', '护路员'] },
      { value: '种植', label: '种植', words: ['种地', '种田', '庄稼', '果园', '大棚', '小麦', '玉米'] },
      { value: '养殖', label: '养殖', words: ['养鸡', '养羊', '养猪', '养牛', '养鸭', '养鱼'] },
      { value: '经商', label: '经商', words: ['做生意', '开店', '小卖部', '做买卖', '跑运输'] },
      { value: '土地流转', label: '土地流转', words: ['流转', '地租', '包出去'] },
      { value: '光伏收益', label: '光伏', words: ['光伏', '太阳能板'] },
      { value: '分红', label: '分红', words: ['入股分红', '股金'] },
      { value: '惠农补贴', label: '惠农补贴', words: ['粮食直补', '种粮补贴', '耕地补贴', '补贴'] },
      { value: '低保', label: '低保', words: ['吃低保', '低保金'] },
      { value: '特困供养', label: '特困供养', words: ['五保', '特困', '供养金'] },
      { value: '养老金', label: '养老金', words: ['退休金', '养老钱', '养老保险'] },
      { value: '残疾人补贴', label: '残疾补贴', words: ['残补', '护理补贴', '残疾人补贴'] },
      { value: '子女赡养', label: '子女给', words: ['孩子给', '儿子给', '闺女给', '赡养费'] },
      { value: '其他', label: '其他' },
    ],
  },
  {
    key: 'incomeStable',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['4.2', '13.1'],
    title: '收入稳定',
    ask: '收入稳不稳定？',
    verify: '这收入明年还稳当吗？',
    yes: '稳定',
    no: '不稳定',
    sensitive: true,
    topics: ['稳定', '稳不稳', '不稳', '稳当', '还算稳', '看天吃饭'],
  },
];
