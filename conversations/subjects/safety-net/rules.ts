import { badAnswer, type ProblemRule } from '../problem-rule.ts';

/** Areas 4 and 12: food and clothing, those who can't work, relief. */
export const safetyNetRules: readonly ProblemRule[] = [
  { ...badAnswer('foodClothing', false, 'safetyNet', '4.2', '吃穿还有困难'), lead: 'civilAffairs' },
  badAnswer('inSafetyNet', false, 'safetyNet', '12.4', '重残重病、干不了活的人没纳入低保或特困'),
  badAnswer('reliefTimely', 'late', 'safetyNet', '12.5', '碰上难处时救助不及时'),
];
