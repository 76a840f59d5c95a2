import type { AreaFigure } from '../../campaign/area-figure.ts';
import type { AnswerValue } from '../../form/answer.ts';

const of = (area: number, label: string, key: string, good: AnswerValue = true): AreaFigure => ({
  area,
  label,
  key,
  good,
});

/** The figures of the report's table of areas; an area without any rests on the units' self-checks. */
export const areaFigures: readonly AreaFigure[] = [
  of(2, '稳定户不再享受到户补贴', 'wealthyStillSubsidised', false),
  of(4, '吃穿不愁', 'foodClothing'),
  of(5, '全部参保', 'allInsured'),
  of(5, '适龄孩子在学', 'droppedOut', false),
  of(5, '住房安全', 'housingSafe'),
  of(5, '饮水安全', 'waterProblem', false),
  of(5, '慢性病签约', 'familyDoctor'),
  { ...of(5, '教育资助领到', 'studentAid', 'received'), among: ['received', 'missing'] },
  of(6, '安排帮扶责任人', 'helperAssigned'),
  of(6, '知道帮扶责任人', 'helperKnown'),
  of(6, '帮扶政策都享受到了', 'policiesReach'),
  of(7, '常住搬迁房', 'livesInNewHome'),
  of(7, '得到产业就业帮扶', 'relocationHelped'),
  of(8, '分红兑现', 'dividendPaid'),
  of(8, '小额贷款自用', 'loanOwnUse'),
  of(8, '小额贷款贴息', 'loanSubsidised'),
  of(10, '稳定就业', 'employedStable'),
  of(10, '公益岗报酬按时发放', 'postPaid'),
  of(12, '应纳入兜底的已纳入', 'inSafetyNet'),
  of(13, '收入稳定', 'incomeStable'),
  of(13, '工资经营收入增长', 'earningsGrew'),
  of(14, '对驻村工作队满意', 'satisfiedTeam'),
  of(14, '对村内“双基”满意', 'satisfiedBasics'),
  of(14, '对帮扶工作满意', 'satisfiedHelp'),
  of(14, '对脱贫后生活满意', 'satisfiedLife'),
];
