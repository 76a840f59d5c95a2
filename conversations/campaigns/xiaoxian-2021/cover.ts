import type { Cover } from '../../campaign/cover.ts';
import type { ClauseId } from '../../form/keys.ts';

const weak = (kind: Cover['kind'], why: string): Cover => ({ kind, strength: 'weak', why });
const fair = (kind: Cover['kind'], why: string): Cover => ({ kind, strength: 'fair', why });

/** Clauses whose cover is other than what follows from their questions and rules, said plainly. */
export const coverNotes: Partial<Readonly<Record<ClauseId, Cover>>> = {
  '3.8': weak('outside', '督查、考核反馈的问题要先成为台账里的问题；没有成批导入，只有逾期对照'),
  '3.9': weak('outside', '没有年度任务清单，单位自报完成数'),
  '4.2': fair('asked', '吃穿一题问到户，支出没有数'),
  '4.3': weak('declared', '没有受灾户的户级题'),
  '4.6': weak('declared', '新纳入户逐户归因靠单位说明'),
  '5.5': fair('asked', '只问有义务教育段孩子的户，学前、高中、中职、大学靠说到'),
  '5.6': fair('asked', '逐户问，未参保的人和原因记在备注，没有按人的名单'),
  '5.9': fair('asked', '只问有大病慢病的户'),
  '5.12': fair(
    'asked',
    '房子不安全的户和名册上有60岁以上老人的户都问，名册没有家庭成员的户只在房子不安全时问',
  ),
  '8.7': weak('outside', '没有经营主体名单，单位自报'),
  '9.3': weak('outside', '以审计、检查结论为准'),
  '9.10': weak('outside', '以纪检、审计、信访转来的线索为准'),
  '10.2': fair('asked', '问登记的务工信息对不对，名册没有的对不上'),
  '10.13': weak('outside', '没有车间工资数，单位自报'),
  '13.2': fair('asked', '人均纯收入报一个数，没有四项收入测算'),
  '13.3': fair('computed', '用名册上年数和今年报的数比较'),
  '13.4': fair('computed', '县里填了农民收入增幅才比较'),
  '14.1': weak('asked', '由上门的人问，与被评价的人有关'),
  '14.2': fair('asked', '由上门的人问'),
  '14.3': weak('asked', '由上门的人问，与被评价的人有关'),
  '14.4': fair('asked', '由上门的人问'),
};
