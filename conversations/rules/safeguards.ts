import { isFalse, isTrue, listOf, textOf } from '../form/answer.ts';
import { enrolledElsewhere } from '../subjects/schooling/questions.ts';
import { badAnswer, type Facts, type Found, type ProblemRule, withDetail } from './problem-rule.ts';

/**
 * A child of school age who is out of school and not excused. Enrolled elsewhere (休学 转学 随迁就读 职业学校
 * 特殊教育就读 送教上门) is no dropout; unable for physical reasons counts as excused only when certified.
 */
export function isDropout({ answers }: Pick<Facts, 'answers'>): boolean {
  if (!isTrue(answers, 'droppedOut') || enrolledElsewhere(answers)) return false;
  return !(textOf(answers, 'dropoutReason') === '身体原因' && isTrue(answers, 'exemptCertified'));
}

function dropout(facts: Facts): Found | undefined {
  if (!isDropout(facts)) return undefined;
  const reason = textOf(facts.answers, 'dropoutReason');
  const why =
    reason === undefined ? '' : reason === '身体原因' ? '，身体原因但未鉴定、未送教' : `，原因：${reason}`;
  return { description: withDetail(`适龄孩子失学辍学${why}`, facts.answers, 'droppedOut', 'dropoutReason') };
}

function cannotPay({ answers, household }: Facts): Found | undefined {
  if (!isTrue(answers, 'seriousIllness') || !isFalse(answers, 'canAffordCare')) return undefined;
  return {
    description: withDetail(
      '有大病或慢性病患者，自付医药费有困难',
      answers,
      'seriousIllness',
      'canAffordCare',
    ),
    // Heavy costs of a monitored household are a clause of their own.
    clause: household.type === 'monitored' ? '5.10' : '5.1',
    leadUnit: '县医保局',
  };
}

function unsafeHouse({ answers }: Facts): Found | undefined {
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

function badWater({ answers }: Facts): Found | undefined {
  if (!isTrue(answers, 'waterProblem')) return undefined;
  const types = listOf(answers, 'waterTypes');
  const which = types.length === 0 ? '' : `：${types.join('、')}`;
  return { description: withDetail(`饮水安全有问题${which}`, answers, 'waterProblem') };
}

/** Areas 4 and 5: education, medical care, housing and water of every household. */
export const safeguardRules: readonly ProblemRule[] = [
  badAnswer('allInsured', false, 'medical', '5.6', '有家庭成员没参加医保'),
  badAnswer('premiumSubsidy', 'no', 'medical', '5.7', '参保个人缴费资助没享受到'),
  {
    name: 'cannotAffordCare',
    category: 'medical',
    clauses: ['5.1', '5.10'],
    from: ['canAffordCare', 'seriousIllness'],
    find: cannotPay,
  },
  badAnswer('reimbursementDelayed', true, 'medical', '5.9', '住院费用报销不及时'),
  badAnswer('familyDoctor', false, 'medical', '5.8', '慢性病患者没有家庭医生签约'),
  badAnswer('medicalBurdenHeavy', true, 'medical', '5.10', '看病花销压力大'),
  {
    name: 'dropout',
    category: 'education',
    clauses: ['5.4', '5.1'],
    from: ['droppedOut', 'dropoutReason', 'exemptCertified'],
    find: dropout,
  },
  badAnswer('studentAid', 'missing', 'education', '5.5', '上学资助该领没领到'),
  {
    name: 'unsafeHousing',
    category: 'housing',
    clauses: ['5.11', '5.1'],
    from: ['housingSafe', 'housingAppraised', 'housingGrade', 'otherSafeHousing'],
    find: unsafeHouse,
  },
  badAnswer('elderAloneUnsafe', true, 'housing', '5.12', '老人独居危房，而子女住房条件好'),
  {
    name: 'unsafeWater',
    category: 'water',
    clauses: ['5.13', '5.1'],
    from: ['waterProblem', 'waterTypes'],
    find: badWater,
  },
];
