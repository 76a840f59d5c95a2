import { badAnswer, type ProblemRule } from '../problem-rule.ts';

/** Area 10: work, posts and training. */
export const employmentRules: readonly ProblemRule[] = [
  badAnswer('employedStable', false, 'employment', '10.1', '能干活、想干活的人没有稳定的活'),
  badAnswer('workRecordRight', false, 'employment', '10.2', '登记的务工信息与实际不符'),
  badAnswer('postPaid', false, 'employment', '10.4', '公益岗报酬没按时发'),
  badAnswer('postContract', false, 'employment', '10.9', '公益岗没签协议'),
  badAnswer('postFit', false, 'employment', '10.8', '给干不了活的人安排了公益岗'),
  badAnswer('postDuty', false, 'employment', '10.10', '公益岗没按协议上岗'),
  badAnswer('trainingFit', false, 'employment', '10.12', '参加培训的人干不了或不愿学'),
];
