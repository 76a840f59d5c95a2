import type { Cover } from '../../campaign/cover.ts';
import type { ClauseId } from '../../form/keys.ts';

const strong = (kind: Cover['kind'], why: string): Cover => ({ kind, strength: 'strong', why });
const fair = (kind: Cover['kind'], why: string): Cover => ({ kind, strength: 'fair', why });

/** Clauses whose cover is other than what follows from their questions and rules, said plainly. */
export const coverNotes: Partial<Readonly<Record<ClauseId, Cover>>> = {
  '3.8': fair('declared', '单位填反馈数、销号数，台账里逾期的问题直接对照'),
  '3.9': fair('computed', '单位填任务数、完成数；录了任务清单（短板）的，逾期未完成直接列为问题'),
  '4.2': fair('asked', '吃穿一题问到户，支出没有数'),
  '4.3': fair('declared', '单位填受灾户数、救助到位户数，没有受灾户的户级题'),
  '4.6': fair('declared', '单位填新纳入户数和其中因责返贫的户数，题旁有本次新纳入户数可对'),
  '5.5': fair('asked', '只问有义务教育段孩子的户，学前、高中、中职、大学靠说到'),
  '5.6': fair('asked', '逐户问到年度，未参保的人和原因记在备注'),
  '5.9': fair('asked', '问有大病慢病的户和说到住院、手术、骨折、分娩的户'),
  '8.4': fair('declared', '运维看8.13停发没修的处数，分配看8.12已公示分配的钱数，不再问第二遍'),
  '8.7': fair('declared', '单位填主体家数和带动弱的家数，没有主体名单可对'),
  '9.3': fair('outside', '填审计、检查指出数和整改数，以结论为准'),
  '9.10': fair('outside', '填转来的线索件数和查实件数，以纪检、审计、信访结论为准'),
  '10.2': fair('asked', '问登记的务工信息对不对，名册没有的对不上'),
  '10.13': fair('declared', '单位填车间家数和工资低的家数，没有工资数可对'),
  '13.2': fair('asked', '人均纯收入报一个数，没有四项收入测算'),
  '13.3': fair('computed', '用名册上年数和今年报的数比较'),
  '13.4': fair('computed', '县里填了农民收入增幅才比较'),
  '4.4': {
    kind: 'computed',
    strength: 'strong',
    why: '满意率由抽查和户里自答算出，答过的低于九成的直接列为问题',
  },
  '14.1': fair('asked', '抽查时问，不由上门的人问，按答过的户给满意率'),
  '14.2': fair('asked', '抽查时问，不由上门的人问，按答过的户给满意率'),
  '14.3': strong('asked', '抽查时问，或户里凭纸上的码自己答，上门的人看不到'),
  '14.4': strong('asked', '抽查时问，或户里凭纸上的码自己答，上门的人看不到'),
  '14.5': fair('asked', '抽查时问不满意的户'),
  '14.6': fair('asked', '抽查时问不满意的户'),
  '14.7': fair('asked', '抽查时问不满意的户'),
};
