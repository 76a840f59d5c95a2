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
    trueIsGood: true,
    rated: true,
    clauses: ['4.2'],
    title: '吃穿',
    ask: '一年四季吃穿都不愁吧？',
    yes: '吃穿不愁',
    no: '吃穿有愁',
    evidence: {
      yes: '不愁 不缺 够吃 够穿 吃得饱 吃饱穿暖 吃得好 有吃有穿 吃穿不 没问题 顿顿 大米 四季衣',
      no: '没厚衣 没衣 没棉 没粮 没米 缺衣 缺粮 缺吃 不够吃 吃不饱 吃不上 穿不暖 挨饿 饿 揭不开锅 接济 紧巴 发愁 破被 破棉 一床被',
    },
    topics: ['吃穿不愁', '不愁吃穿', '吃饭穿衣', '口粮'],
    when: special,
  },
  {
    key: 'labourLost',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['12.4'],
    title: '重残失能',
    ask: '有没有重残、重病或丧失劳动能力，又没稳定收入的人？',
    yes: '有重残失能',
    no: '没重残失能',
    evidence: {
      yes: '瘫 重残 一级残 二级残 一级肢 二级肢 一级精神 二级精神 一级智力 二级智力 失能 干不了 干不动 不能干 动不了 起不来 卧床 躺床上 植物人 丧失劳动',
      no: '都能干 都会干 能干活 都好 都健康 身体都好 手脚都 胳膊腿都 都打工 都硬朗 有胳膊有腿',
    },
    topics: ['重残', '干不了活', '丧失劳动能力', '瘫痪', '失能'],
    sensitive: true,
    whoWhen: true,
    // Of those in the plan, and of a general household that has 低保 or a disability, names an illness, or lies under the line.
    when: any(special, needy),
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
    evidence: {
      yes: '吃着低保 吃低保 拿低保 有低保 领低保 办了低保 享受低保 低保着 低保户 五保户 特困户 吃五保 吃上 纳入 纳进 批下来 批了 评上 办下来',
      no: '没批 没纳 没评 没办 没吃上 不够条件 不符合 不给 取消 停了 退了 清退 刷下来 没给',
    },
    topics: ['纳入低保', '吃上低保', '没吃上低保', '纳入特困'],
    sensitive: true,
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
