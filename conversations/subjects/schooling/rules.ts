import { isFalse, isTrue, numberOf, textOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import { type LeadRule, reasonIf } from '../lead-rule.ts';
import { badAnswer, type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';
import { enrolledElsewhere } from './questions.ts';

/**
 * A child of school age who is out of school and not excused. Enrolled elsewhere (休学 转学 随迁就读 职业学校
 * 特殊教育就读 送教上门) is no dropout; unable for physical reasons counts as excused only when certified.
 */
function isDropout({ answers }: Pick<Facts, 'answers'>): boolean {
  if (!isTrue(answers, 'droppedOut') || enrolledElsewhere(answers)) return false;
  return !(textOf(answers, 'dropoutReason') === '身体原因' && isTrue(answers, 'exemptCertified'));
}

function dropout(facts: Facts): RuleFinding | undefined {
  if (!isDropout(facts)) return undefined;
  const reason = textOf(facts.answers, 'dropoutReason');
  const why =
    reason === undefined ? '' : reason === '身体原因' ? '，身体原因但未鉴定、未送教' : `，原因：${reason}`;
  return { description: withDetail(`适龄孩子失学辍学${why}`, facts.answers, 'droppedOut', 'dropoutReason') };
}

export const schoolingRules: readonly ProblemRule[] = [
  {
    name: 'dropout',
    category: 'education',
    clauses: ['5.4', '5.1'],
    from: ['droppedOut', 'dropoutReason', 'exemptCertified'],
    find: dropout,
  },
  badAnswer('studentAid', 'missing', 'education', '5.5', '上学资助该领没领到'),
];

export const schoolingLeads: readonly LeadRule[] = [
  { key: 'dropout', clause: '5.4', reason: reasonIf(isDropout, '适龄孩子失学辍学') },
];

/** Members whom the register makes 7 to 14 in the campaign's year: surely of school age whatever the month. */
function pupilsOnRegister({ household, settings }: Facts): number[] {
  return household.members
    .filter(
      (m) =>
        m.birthYear !== undefined && settings.year - m.birthYear >= 7 && settings.year - m.birthYear <= 14,
    )
    .map((m) => m.no);
}

function pupilDenied(said: Facts): string | undefined {
  const pupils = pupilsOnRegister(said);
  if (!isFalse(said.answers, 'schoolAgeChild') || pupils.length === 0) return undefined;
  return `登记里 ${pupils.join('、')} 号成员正是上学年龄，却说没有适龄孩子`;
}

export const schoolingContradictions: readonly ContradictionRule[] = [
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
];
