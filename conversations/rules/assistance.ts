import { badAnswer, type ProblemRule } from './problem-rule.ts';

/** Areas 2, 6 and 7: policies that miss or overshoot, helpers who don't help, life after relocation. */
export const assistanceRules: readonly ProblemRule[] = [
  badAnswer('wealthyStillSubsidised', true, 'policy', '2.5', '已经稳定宽裕，仍在领到户补贴'),
  badAnswer('helperAssigned', false, 'assistance', '6.6', '没有安排帮扶责任人'),
  badAnswer('helperKnown', false, 'assistance', '6.12', '户主不知道帮扶责任人是谁'),
  badAnswer('helperActs', false, 'assistance', '6.13', '帮扶责任人没有办实事'),
  badAnswer('policiesReach', false, 'assistance', '6.7', '该享受的帮扶政策没有到位'),
  badAnswer('difficultiesSolved', false, 'assistance', '6.2', '纳入监测时的难处还没解决'),
  badAnswer('settledWell', false, 'relocation', '7.3', '搬迁后住得不安稳'),
  badAnswer('livesInNewHome', false, 'relocation', '7.4', '没有常住搬迁房'),
  badAnswer('builtOnDebt', true, 'relocation', '7.5', '为建房借了外债'),
  badAnswer('relocationHelped', false, 'relocation', '7.7', '搬迁后没得到产业、就业帮助'),
];
