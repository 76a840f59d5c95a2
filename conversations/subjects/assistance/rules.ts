import { badAnswer, type ProblemRule } from '../problem-rule.ts';

/** Areas 2 and 6: policies that miss or overshoot, helpers who don't help. */
export const assistanceRules: readonly ProblemRule[] = [
  badAnswer('wealthyStillSubsidised', true, 'policy', '2.5', '已经稳定宽裕，仍在领到户补贴'),
  badAnswer('helperAssigned', false, 'assistance', '6.6', '没有安排帮扶责任人'),
  badAnswer('helperKnown', false, 'assistance', '6.12', '户主不知道帮扶责任人是谁'),
  badAnswer('helperActs', false, 'assistance', '6.13', '帮扶责任人没有办实事'),
  badAnswer('policiesReach', false, 'assistance', '6.7', '该享受的帮扶政策没有到位'),
  badAnswer('difficultiesSolved', false, 'assistance', '6.2', '纳入监测时的难处还没解决'),
];
