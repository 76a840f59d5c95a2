import { type Answers, numberOf } from '../../form/answer.ts';
import type { Check } from '../../form/question.ts';
import { special } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

function checkPerHead(value: unknown, answers: Answers): Check {
  if (typeof value !== 'number' || value < 0)
    return { is: 'impossible', why: '人均纯收入不能是负数，亏了就记 0。' };
  if (value > 10_000_000) return { is: 'impossible', why: '人均上千万不可能，请重说，带上“元”或“万”。' };
  const income = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  // Net can't be above gross: the usual slip is the household's income given per head.
  if (income !== undefined && people !== undefined && value * people > income * 1.05)
    return { is: 'odd', why: `${people} 口人、年收入 ${income} 元，人均纯收入到不了 ${value} 元，数对吗？` };
  return value > 200_000 ? { is: 'odd', why: `人均纯收入 ${value} 元，属实吗？` } : { is: 'fine' };
}

function checkLastYear(value: unknown): Check {
  if (typeof value !== 'number' || value < 0) return { is: 'impossible', why: '人均纯收入不能是负数。' };
  return value > 200_000 ? { is: 'odd', why: `去年人均纯收入 ${value} 元，属实吗？` } : { is: 'fine' };
}

/** Area 13: income and expenses against last year. Net per head is asked, never computed from gross. */
export const growthQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'netIncomePerHead',
    kind: 'money',
    period: 'year',
    clauses: ['13.2', '13.3', '13.4'],
    title: '人均纯收入',
    ask: '扣掉成本，今年人均纯收入多少？',
    topics: ['今年人均', '人均收入', '人均', '纯收入'],
    sensitive: true,
    check: checkPerHead,
    when: special,
  },
  {
    key: 'lastYearIncomePerHead',
    kind: 'money',
    period: 'year',
    clauses: ['13.3', '13.4'],
    title: '去年人均',
    ask: '去年人均纯收入多少？',
    topics: ['去年人均纯收入', '上年人均'],
    sensitive: true,
    optional: true,
    check: checkLastYear,
    prefill: ({ household }) => household?.lastYearIncomePerHead,
    when: special,
  },
  {
    key: 'earningsGrew',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['13.5'],
    title: '工资经营',
    ask: '打工和经营挣的，比去年多吗？',
    yes: '工资经营增长',
    no: '工资经营没增长',
    evidence: {
      yes: '涨 多了 多挣 比去年多 比去年强 比去年好 比去年高 增 高了 翻番 翻倍 好过去年 加工资 翻了',
      no: '少了 少挣 降 跌 亏 赔 不如去年 不如往年 没去年 比去年少 比去年差 跟去年一样 和去年一样 跟去年持平 和去年持平 持平 没变化 没啥变化 没出去打工 差不多 不增',
    },
    topics: ['比去年多', '比去年少', '工资性收入', '经营性收入'],
    sensitive: true,
    when: special,
  },
  {
    key: 'incomeSwing',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['4.2', '13.1'],
    title: '收支骤变',
    ask: '今年收入猛降或花销猛涨过吗？',
    yes: '收支有骤变',
    no: '收支没骤变',
    evidence: {
      yes: '花了…万 花掉…万 看病花 住院花 手术花 绝收 猛降 猛涨 少了一半 少了大半 少一半 腰斩 失业 赔了 亏了 突然花 大窟窿 猪瘟 鸡瘟 死光 全死 淹了 旱死 塌了',
      no: '没大变 没变化 没啥变化 没啥波动 变化不大 平稳 差不离 跟往年一样 跟去年一样 和去年一样 和往年一样 没大起大落 稳当 正常 差不多',
    },
    topics: ['收入骤减', '支出骤增', '猛降', '猛涨', '突然花', '大开销'],
    sensitive: true,
    when: special,
  },
];
