import type { Warning } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { type Answers, isFalse, isTrue, known, listOf, numberOf, textOf } from '../form/answer.ts';
import type { QuestionKey } from '../form/keys.ts';
import { householdQuestionnaire } from '../household/questionnaire.ts';
import { enrolledElsewhere } from '../subjects/schooling/questions.ts';

/** What a contradiction looks at: the answers as they were said, orphans included. */
interface Said {
  answers: Answers;
  household: Household;
  settings: CampaignSettings;
}

interface Contradiction {
  key: string;
  from: readonly [QuestionKey, ...QuestionKey[]];
  find: (said: Said) => string | undefined;
}

function textIf(condition: (said: Said) => boolean, text: string) {
  return (said: Said) => (condition(said) ? text : undefined);
}

/** Members whom the register makes 7 to 14 in the campaign's year: surely of school age whatever the month. */
function pupilsOnRegister({ household, settings }: Said): number[] {
  return household.members
    .filter(
      (m) =>
        m.birthYear !== undefined && settings.year - m.birthYear >= 7 && settings.year - m.birthYear <= 14,
    )
    .map((m) => m.no);
}

function pupilDenied(said: Said): string | undefined {
  const pupils = pupilsOnRegister(said);
  if (!isFalse(said.answers, 'schoolAgeChild') || pupils.length === 0) return undefined;
  return `登记里 ${pupils.join('、')} 号成员正是上学年龄，却说没有适龄孩子`;
}

function populationDiffers({ answers, household }: Said): string | undefined {
  const people = numberOf(answers, 'population');
  const registered = household.population;
  if (people === undefined || registered === undefined || people === registered) return undefined;
  return `登记是 ${registered} 口人，现在说 ${people} 口，记得在系统里更新`;
}

/** Net above gross is an odd value already; here the other end: hardly anything left of the gross. */
function netFarBelowGross({ answers }: Said): string | undefined {
  const net = numberOf(answers, 'netIncomePerHead');
  const gross = numberOf(answers, 'annualIncome');
  const people = numberOf(answers, 'population');
  if (net === undefined || gross === undefined || people === undefined || people === 0) return undefined;
  return net > 0 && gross / people > net * 5
    ? `人均纯收入 ${net} 元比人均毛收入少太多，成本算对了吗`
    : undefined;
}

function gradeAgainstSafe({ answers }: Said): string | undefined {
  const grade = textOf(answers, 'housingGrade');
  if (grade === undefined) return undefined;
  const dangerous = grade === 'C' || grade === 'D';
  if (dangerous && isTrue(answers, 'housingSafe')) return `鉴定是 ${grade} 级危房，却说房子安全`;
  return !dangerous && isFalse(answers, 'housingSafe') ? `鉴定是 ${grade} 级，却说房子不安全` : undefined;
}

function sourceWithoutPart(source: string, part: string) {
  return textIf(
    ({ answers }) =>
      listOf(answers, 'incomeSource').includes(source) &&
      known(answers, 'supports') !== undefined &&
      !listOf(answers, 'supports').includes(part),
    `收入来源里有${source}，帮扶项目里却没选${part}`,
  );
}

const contradictionRules: readonly Contradiction[] = [
  {
    key: 'dropoutWithoutChild',
    from: ['droppedOut', 'schoolAgeChild'],
    find: textIf(
      ({ answers: a }) => isTrue(a, 'droppedOut') && isFalse(a, 'schoolAgeChild'),
      '说没有适龄孩子，又说有辍学',
    ),
  },
  {
    key: 'dropoutButEnrolled',
    from: ['droppedOut', 'dropoutReason'],
    find: ({ answers }) =>
      isTrue(answers, 'droppedOut') && enrolledElsewhere(answers)
        ? `${textOf(answers, 'dropoutReason')}不算辍学，看过手续就回“没有辍学”`
        : undefined,
  },
  { key: 'pupilOnRegister', from: ['schoolAgeChild'], find: pupilDenied },
  {
    key: 'childAlone',
    from: ['population', 'schoolAgeChild'],
    find: textIf(
      ({ answers: a }) => numberOf(a, 'population') === 1 && isTrue(a, 'schoolAgeChild'),
      '一口人的户，却有适龄孩子',
    ),
  },
  { key: 'populationDiffers', from: ['population'], find: populationDiffers },
  {
    key: 'netFarBelowGross',
    from: ['netIncomePerHead', 'annualIncome', 'population'],
    find: netFarBelowGross,
  },
  {
    key: 'stableNothing',
    from: ['annualIncome', 'incomeStable'],
    find: textIf(
      ({ answers: a }) => numberOf(a, 'annualIncome') === 0 && isTrue(a, 'incomeStable'),
      '年收入是 0，却说收入稳定',
    ),
  },
  {
    key: 'swingButStable',
    from: ['incomeStable', 'incomeSwing'],
    find: textIf(
      ({ answers: a }) => isTrue(a, 'incomeStable') && isTrue(a, 'incomeSwing'),
      '说收入稳定，又说收支有骤变',
    ),
  },
  {
    key: 'earningsAgainstGrowth',
    from: ['earningsGrew', 'netIncomePerHead'],
    find: ({ answers, household }) => {
      const now = numberOf(answers, 'netIncomePerHead');
      const before = numberOf(answers, 'lastYearIncomePerHead') ?? household.lastYearIncomePerHead;
      if (now === undefined || before === undefined || before === 0) return undefined;
      if (isTrue(answers, 'earningsGrew') && now < before) return '说工资经营增长了，人均纯收入却比去年少';
      return now > before * 3 ? `人均纯收入从去年 ${before} 元到今年 ${now} 元，涨得太多` : undefined;
    },
  },
  {
    key: 'expenseWithoutIllness',
    from: ['medicalExpense', 'seriousIllness'],
    find: textIf(
      ({ answers: a }) => (numberOf(a, 'medicalExpense') ?? 0) >= 10_000 && isFalse(a, 'seriousIllness'),
      '看病花了一万以上，却说没有大病慢病',
    ),
  },
  { key: 'gradeAgainstSafe', from: ['housingGrade', 'housingSafe'], find: gradeAgainstSafe },
  {
    key: 'newHomeUnsafe',
    from: ['housingSafe', 'livesInNewHome'],
    find: textIf(
      ({ answers: a }) => isFalse(a, 'housingSafe') && isTrue(a, 'livesInNewHome'),
      '常住搬迁房，却说房子不安全：是老房还是新房？',
    ),
  },
  {
    key: 'waterAgainstBasics',
    from: ['waterProblem', 'basicsReasons'],
    find: textIf(
      ({ answers: a }) => isFalse(a, 'waterProblem') && listOf(a, 'basicsReasons').includes('饮水'),
      '说饮水没问题，又对饮水不满意',
    ),
  },
  { key: 'postNotPicked', from: ['incomeSource', 'supports'], find: sourceWithoutPart('公益岗位', '公益岗') },
  { key: 'sharesNotPicked', from: ['incomeSource', 'supports'], find: sourceWithoutPart('分红', '入股分红') },
  {
    key: 'helpWithoutHelper',
    from: ['satisfiedHelp', 'helperAssigned'],
    find: textIf(
      ({ answers: a }) => isTrue(a, 'satisfiedHelp') && isFalse(a, 'helperAssigned'),
      '没有帮扶人，却说帮扶满意',
    ),
  },
];

/** Odd values, with the reason that was given for them: 9 口人一年才 900 元. */
function oddValues({ answers, household, settings }: Said): Warning[] {
  const subject = { household, year: settings.year };
  return householdQuestionnaire.questions.flatMap((question) => {
    const answer = answers[question.key];
    if (answer?.is !== 'known' || question.check === undefined) return [];
    const check = question.check(answer.v, answers, subject);
    if (check.is === 'fine') return [];
    const told = answer.note === undefined ? '' : `（说明：${answer.note}）`;
    return [{ key: `odd:${question.key}`, text: `${check.why}${told}`, from: [question.key] }];
  });
}

/**
 * Answers that don't fit each other, the register or common sense; shown before submission, never blocking.
 * Gross and net income are never turned into each other: they are only compared where one bounds the other.
 */
export function contradictions(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
): Warning[] {
  const said = { answers, household, settings };
  const clashes = contradictionRules.flatMap(({ key, from, find }) => {
    const text = find(said);
    return text === undefined ? [] : [{ key, text, from }];
  });
  return [...clashes, ...oddValues(said)];
}
