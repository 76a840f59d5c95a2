import { type Answers, numberOf } from '../../form/answer.ts';
import type { Check } from '../../form/question.ts';
import { special } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';
import { incomeMatters } from './matters.ts';
import { incomeSheet } from './sheet.ts';

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

/** Area 13: income and expenses against last year. Net per head is asked, or computed from lines; never from gross alone. */
export const growthQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'netIncomePerHead',
    kind: 'money',
    period: 'year',
    of: 'perHead',
    clauses: ['13.2', '13.3', '13.4'],
    title: '人均纯收入',
    ask: '扣掉成本，今年人均纯收入多少？',
    topics: ['今年人均', '人均收入', '人均', '纯收入'],
    sensitive: true,
    check: checkPerHead,
    when: incomeMatters,
    sheet: incomeSheet,
  },
  {
    key: 'lastYearIncomePerHead',
    kind: 'money',
    period: 'year',
    of: 'lastYear',
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
    reads: { topic: 'grew', yes: '+', good: '+', kind: 'state', being: true, loose: ['good', 'bad'] },
    trueIsGood: true,
    clauses: ['13.5'],
    title: '工资经营',
    ask: '打工和经营挣的，比去年多吗？',
    yes: '工资经营增长',
    no: '工资经营没增长',
    topics: ['比去年多', '比去年少', '工资性收入', '经营性收入'],
    sensitive: true,
    when: special,
  },
  {
    key: 'incomeSwing',
    kind: 'yesNo',
    reads: { topic: 'swing', yes: '+', good: '-', kind: 'existential', being: true, loose: ['good', 'bad'] },
    trueIsGood: false,
    clauses: ['4.2', '13.1'],
    title: '收支大变',
    ask: '今年收入猛降或花销猛涨过吗？',
    yes: '收支有大变',
    no: '收支没大变',
    topics: ['收入骤减', '支出骤增', '猛降', '猛涨', '突然花', '大开销'],
    sensitive: true,
    when: special,
  },
];
