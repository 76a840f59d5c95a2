import { isFalse, isTrue, textOf } from '../../form/answer.ts';
import type { ContradictionRule } from '../contradiction-rule.ts';
import { type LeadRule, reasonIf } from '../lead-rule.ts';
import { badAnswer, type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';

function unsafeHouse({ answers }: Facts): RuleFinding | undefined {
  if (!isFalse(answers, 'housingSafe')) return undefined;
  const grade = textOf(answers, 'housingGrade');
  const parts = [
    grade === undefined ? '现住房不安全' : `现住房不安全，${grade}级`,
    ...(isFalse(answers, 'housingAppraised') ? ['未鉴定'] : []),
    ...(isFalse(answers, 'otherSafeHousing') ? ['没有其他安全住房'] : []),
    ...(isTrue(answers, 'otherSafeHousing') ? ['另有安全住房，要确认人已搬离'] : []),
  ];
  return { description: withDetail(parts.join('，'), answers, 'housingSafe') };
}

export const housingRules: readonly ProblemRule[] = [
  {
    name: 'unsafeHousing',
    category: 'housing',
    clauses: ['5.11', '5.1'],
    from: ['housingSafe', 'housingAppraised', 'housingGrade', 'otherSafeHousing'],
    find: unsafeHouse,
  },
  badAnswer('elderAloneUnsafe', true, 'housing', '5.12', '老人独居危房，而子女住房条件好'),
];

export const housingLeads: readonly LeadRule[] = [
  {
    key: 'unsafeHousing',
    clause: '5.11',
    reason: reasonIf(
      ({ answers: a }) => isFalse(a, 'housingSafe') && !isTrue(a, 'otherSafeHousing'),
      '住房不安全，没有其他安全住房',
    ),
  },
];

function gradeAgainstSafe({ answers }: Facts): string | undefined {
  const grade = textOf(answers, 'housingGrade');
  if (grade === undefined) return undefined;
  const dangerous = grade === 'C' || grade === 'D';
  if (dangerous && isTrue(answers, 'housingSafe')) return `鉴定是 ${grade} 级危房，却说房子安全`;
  return !dangerous && isFalse(answers, 'housingSafe') ? `鉴定是 ${grade} 级，却说房子不安全` : undefined;
}

export const housingContradictions: readonly ContradictionRule[] = [
  { key: 'gradeAgainstSafe', from: ['housingGrade', 'housingSafe'], find: gradeAgainstSafe },
];
