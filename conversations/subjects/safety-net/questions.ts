import { isFalse, isTrue, numberOf } from '../../form/answer.ts';
import { any, special, type When, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

/** The register already says that somebody of the household draws 低保 or 特困供养. */
const inNet: When = (_, { household }) =>
  household?.tags.some((t) => t === 'subsistence' || t === 'destitute') === true;

/** What the household itself says it has per head in a year lies under the line. */
const underLine: When = (answers, { incomeLine }) => {
  const income = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  return (
    incomeLine !== undefined &&
    income !== undefined &&
    (people ?? 0) > 0 &&
    income < incomeLine * (people ?? 0)
  );
};

/**
 * A general household that the register or its own words put near it: 低保, 特困, a disability; an illness it can't pay
 * for; an income under the line.
 */
const needy: When = (answers, subject) =>
  inNet(answers, subject) ||
  subject.household?.tags.includes('disabled') === true ||
  (isTrue(answers, 'seriousIllness') && isFalse(answers, 'canAffordCare')) ||
  underLine(answers, subject);

/** Areas 4 and 12: food and clothing, lost ability to work, relief. */
export const safetyNetQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'foodClothing',
    kind: 'yesNo',
    reads: { topic: 'food', yes: '+', good: '+', kind: 'state', being: false, judged: true },
    trueIsGood: true,
    rated: true,
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
    reads: { topic: 'lost', yes: '+', good: '-', kind: 'existential', being: true, loose: ['good', 'bad'] },
    trueIsGood: false,
    clauses: ['12.4'],
    title: '重残失能',
    ask: '有没有重残、重病或丧失劳动能力，又没稳定收入的人？',
    yes: '有重残失能',
    no: '没重残失能',
    topics: ['重残', '干不了活', '丧失劳动能力', '瘫痪', '失能'],
    sensitive: true,
    whoWhen: true,
    // Of those in the plan, and of a general household that has 低保 or a disability, names an illness, or lies under the line.
    when: any(special, needy),
  },
  {
    key: 'inSafetyNet',
    kind: 'yesNo',
    reads: { topic: 'net', yes: '+', good: '+', kind: 'state', being: true, loose: ['good', 'bad'] },
    trueIsGood: true,
    clauses: ['12.4'],
    title: '低保特困',
    ask: '这样的人都纳入低保或特困了吗？',
    yes: '已纳入低保特困',
    no: '没纳入低保特困',
    topics: ['纳入低保', '吃上低保', '没吃上低保', '纳入特困'],
    sensitive: true,
    whoWhen: false,
    whoFrom: 'labourLost',
    // 低保 of one member says nothing of the others: asked wherever somebody can't work.
    when: yes('labourLost'),
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
