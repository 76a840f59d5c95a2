import type { ReportFacts } from './report-facts.ts';

/** Where a figure can be counted again by hand. */
export type FigureSource =
  | '附件1'
  | '附件2'
  | '附件1、附件2'
  | '自查记录'
  | '监测线索'
  | '入户记录'
  | '动员培训登记'
  | '任务清单';

/** The facts of a report that are plain counts. */
export type CountKey = {
  [K in keyof ReportFacts]: ReportFacts[K] extends number ? K : never;
}[keyof ReportFacts];

/** What a figure is called, in what it is measured, and what is counted. */
export interface Meaning {
  label: string;
  measure: string;
  means: string;
  from: FigureSource;
}

const visitedOnly = '附件2中提交时间不晚于截止日的户';

/** What each count means, written once: the appendix of every report prints these. */
export const meanings: Readonly<Record<CountKey, Meaning>> = {
  villages: { label: '村（社区）', measure: '个', means: '名册上有效的村（社区）', from: '入户记录' },
  households: {
    label: '应排查',
    measure: '户',
    means: '名册上有效的户，含排查中补登的，减去核减的',
    from: '附件2',
  },
  visited: {
    label: '已排查',
    measure: '户',
    means: `${visitedOnly}，核减的不算`,
    from: '附件2',
  },
  explained: {
    label: '核减',
    measure: '户',
    means: '附件2中提交时间不晚于截止日的搬走、已故、并户的户，不在应排查和已排查内',
    from: '附件2',
  },
  notHome: { label: '不在家', measure: '户', means: '最近一次上门没人、还要再去的户', from: '附件2' },
  refused: { label: '拒访', measure: '户', means: '不愿接受排查、还要再做工作的户', from: '附件2' },
  toVerify: { label: '待核实', measure: '户', means: '已排查中还有“不清楚”的户', from: '附件2' },
  helpers: { label: '排查员', measure: '名', means: '提交过入户排查的人员', from: '入户记录' },
  general: { label: '一般农户', measure: '户', means: '已排查中户属性为一般农户的户', from: '附件2' },
  povertyAlleviated: { label: '脱贫户', measure: '户', means: '已排查中户属性为脱贫户的户', from: '附件2' },
  monitored: { label: '监测对象', measure: '户', means: '已排查中户属性为三类监测对象的户', from: '附件2' },
  relocated: {
    label: '易地搬迁户',
    measure: '户',
    means: '已排查中标为易地搬迁的户，与前几类重叠',
    from: '入户记录',
  },
  insuranceAsked: {
    label: '答了参保',
    measure: '户',
    means: '已排查中“{allInsured}”答了是或否的户',
    from: '附件2',
  },
  insured: { label: '全部参保', measure: '户', means: '“{allInsured}”为“是”的户', from: '附件2' },
  uninsured: { label: '有人未参保', measure: '户', means: '“{allInsured}”为“否”的户', from: '附件2' },
  dropouts: { label: '失学辍学', measure: '户', means: '“{droppedOut}”为“是”的户', from: '附件2' },
  unsafeHousing: { label: '住房不安全', measure: '户', means: '“{housingSafe}”为“否”的户', from: '附件2' },
  waterProblems: {
    label: '饮水有问题',
    measure: '户',
    means: '“{waterProblem}”为“是”的户',
    from: '附件2',
  },
  problems: {
    label: '发现问题',
    measure: '个',
    means: '附件1中发现时间不晚于截止日的问题，撤回、合并的不计',
    from: '附件1',
  },
  problemHouseholds: {
    label: '涉及户',
    measure: '户',
    means: '附件1中有问题的户，一户只计一次',
    from: '附件1',
  },
  fromVisits: { label: '入户发现', measure: '个', means: '附件1中来源为入户排查的问题', from: '附件1' },
  fromSelfChecks: { label: '自查发现', measure: '个', means: '附件1中来源为单位自查的问题', from: '附件1' },
  fromReports: {
    label: '上报发现',
    measure: '个',
    means: '附件1中来源为干部上报、抽查核实的问题',
    from: '附件1',
  },
  closed: { label: '已销号', measure: '个', means: '截止日前销号的问题', from: '附件1' },
  done: { label: '已完成待核', measure: '个', means: '截止日前报整改完成、还没销号的问题', from: '附件1' },
  open: {
    label: '未整改到位',
    measure: '个',
    means: '还没报整改完成的问题：未启动、已交办、整改中之和，长期整改的不在内',
    from: '附件1',
  },
  notStarted: { label: '未启动', measure: '个', means: '截止日时进度为未启动的问题', from: '附件1' },
  assigned: { label: '已交办', measure: '个', means: '截止日时已交办、还没动手的问题', from: '附件1' },
  inProgress: { label: '整改中', measure: '个', means: '截止日时报过进展、还没报完成的问题', from: '附件1' },
  longTerm: {
    label: '长期整改',
    measure: '个',
    means: '有计划和再看日期、不计逾期也不计完成的问题',
    from: '附件1',
  },
  caused: { label: '已分析原因', measure: '个', means: '台账中写明原因的问题', from: '附件1' },
  tasked: { label: '已明确整改措施', measure: '个', means: '台账中写明整改措施的问题', from: '附件1' },
  inCharge: { label: '已明确责任人', measure: '个', means: '台账中有责任人的问题', from: '附件1' },
  meetings: {
    label: '动员调度会',
    measure: '次',
    means: '截止日前登记的动员、调度会议',
    from: '动员培训登记',
  },
  trainings: { label: '业务培训', measure: '期', means: '截止日前登记的业务培训', from: '动员培训登记' },
  trained: { label: '培训人次', measure: '人次', means: '登记的培训人数之和', from: '动员培训登记' },
  tested: { label: '小测合格', measure: '名', means: '业务小测合格的人员，取最好成绩', from: '动员培训登记' },
  tasks: { label: '年度任务', measure: '项', means: '截止日前录入的年度任务', from: '任务清单' },
  tasksDone: { label: '已完成任务', measure: '项', means: '截止日前记为完成的年度任务', from: '任务清单' },
  overdue: { label: '逾期', measure: '个', means: '还没报整改完成、期限早于截止日的问题', from: '附件1' },
  reopened: { label: '销号后重开', measure: '个', means: '销号以后又重开过的问题', from: '附件1' },
  photos: { label: '佐证照片', measure: '张', means: '附在问题上的照片', from: '附件1' },
  leads: { label: '监测线索', measure: '户', means: '截止日前提出的监测线索，撤回的不计', from: '监测线索' },
  leadsIncluded: { label: '已纳入监测', measure: '户', means: '截止日前县级审定纳入的户', from: '监测线索' },
  leadsDeclined: {
    label: '未纳入监测',
    measure: '户',
    means: '截止日前核实或评审后未纳入的户',
    from: '监测线索',
  },
  leadsOpen: {
    label: '线索在办',
    measure: '户',
    means: '还在核实、评议、公示、初审、审定中的户',
    from: '监测线索',
  },
  sheetsDue: {
    label: '应自查方面',
    measure: '个',
    means: '方案中本单位牵头或负责、有单位级条目的方面',
    from: '自查记录',
  },
  sheetsSubmitted: { label: '已自查方面', measure: '个', means: '本单位已提交自查的方面', from: '自查记录' },
  villageSheetsDue: { label: '村应自查', measure: '项', means: '各村应自查的方面数之和', from: '自查记录' },
  villageSheetsSubmitted: {
    label: '村已自查',
    measure: '项',
    means: '各村已提交自查的方面数之和',
    from: '自查记录',
  },
};
