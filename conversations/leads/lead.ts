import type { MonitoringFlag } from '../contract/finding.ts';
import type { HouseholdType, MonitoredKind } from '../contract/household.ts';
import type { HouseholdId, LeadId, StaffId, UnitCode } from '../contract/ids.ts';
import type { Named } from '../problems/problem.ts';
import type { LeadRecord } from './lead-record.ts';

/**
 * Where a lead stands; each stage is named after what has been done. The bot flags, people decide:
 * flagged → 入户核实 checked → 数据比对 compared → 评议 reviewed → 公示 published → 上报 township → 初审 county →
 * 审定 included → 公告 announced → 录入系统 registered → 帮扶计划 helped. Later the risk may be removed by a review of its
 * own: 核查 easing → 评议 easingReviewed → 公示 easingPublished → 上报 easingTownship → 审核 easingCounty → removed; a no on
 * that way leads back to helped. Before the decision a no ends in declined; withdrawn means that the answers it rested
 * on were corrected before anyone acted.
 */
export const leadStages = [
  'flagged',
  'checked',
  'compared',
  'reviewed',
  'published',
  'township',
  'county',
  'included',
  'announced',
  'registered',
  'helped',
  'easing',
  'easingReviewed',
  'easingPublished',
  'easingTownship',
  'easingCounty',
  'removed',
  'declined',
  'withdrawn',
] as const;
export type LeadStage = (typeof leadStages)[number];

/** Where a lead comes from: a visit's answers, the household's own declaration, or a list brought in. */
export const leadSources = ['visit', 'declared', 'list'] as const;
type LeadSource = (typeof leadSources)[number];

/** At its end: the household may be flagged anew. */
export const endedLeadStages = ['removed', 'declined', 'withdrawn'] as const satisfies readonly LeadStage[];

type RestingStage = 'helped' | (typeof endedLeadStages)[number];
export type OpenLeadStage = Exclude<LeadStage, RestingStage>;

const resting: readonly LeadStage[] = ['helped', ...endedLeadStages];

/** Whether somebody still has to act. */
export function isOpen(stage: LeadStage): stage is OpenLeadStage {
  return !resting.includes(stage);
}

/** Still on its way: somebody has to act, and the clock runs. */
export const openLeadStages: readonly OpenLeadStage[] = leadStages.filter(isOpen);

/** Before the county's decision. */
export const undecidedLeadStages: readonly OpenLeadStage[] = openLeadStages.slice(
  0,
  openLeadStages.indexOf('included'),
);

/** Waiting for the township's word, and for the county's: taking up, or the end of monitoring. */
export const townshipLeadStages: readonly OpenLeadStage[] = ['township', 'easingTownship'];
export const countyLeadStages: readonly OpenLeadStage[] = ['county', 'easingCounty'];

/** Decided by the county, whatever comes afterwards. */
export const decidedLeadStages: readonly LeadStage[] = leadStages.slice(
  leadStages.indexOf('included'),
  leadStages.indexOf('removed') + 1,
);

export const leadStageLabels: Readonly<Record<LeadStage, string>> = {
  flagged: '待入户核实',
  checked: '待数据比对',
  compared: '待村级民主评议',
  reviewed: '待公示',
  published: '公示中',
  township: '待乡镇审核',
  county: '待县级审定',
  included: '已纳入，待县级公告',
  announced: '已纳入，待录入国家系统',
  registered: '已纳入，待定帮扶计划',
  helped: '监测帮扶中',
  easing: '风险消除待评议',
  easingReviewed: '风险消除待公示',
  easingPublished: '风险消除公示中',
  easingTownship: '风险消除待乡镇审核',
  easingCounty: '风险消除待县级审定',
  removed: '风险已消除',
  declined: '未纳入',
  withdrawn: '已撤回',
};

export interface LeadEvent {
  kind: string;
  at: number;
  by: Named<StaffId> | null;
  words: string;
}

/** What the program itself writes into a lead's history; the steps of people are kept in words already. */
const eventLabels: Readonly<Record<string, string>> = {
  flagged: '发现线索',
  restated: '原因更正',
  withdrawn: '撤回',
  photo: '照片',
  declared: '农户自主申报',
  undone: '撤销上一步',
  easing: '提出风险消除',
};

/** An entry of a lead's history in words. */
export function leadEventLabel(kind: string): string {
  return eventLabels[kind] ?? kind;
}

/** A household proposed for monitoring, as the dialogues see it. Dates are ISO dates in Asia/Shanghai. */
export interface Lead {
  id: LeadId;
  no: number;
  version: number;
  stage: LeadStage;
  source: LeadSource;
  /** What is proposed, later decided. */
  kind: MonitoredKind | null;
  record: LeadRecord;
  household: {
    id: HouseholdId;
    headName: string;
    group: string;
    type: HouseholdType;
    population: number | null;
  };
  village: Named<UnitCode>;
  township: Named<UnitCode>;
  reasons: readonly MonitoringFlag[];
  /** When the bot flagged it, milliseconds since 1970: the fifteen days run from here. */
  flaggedAt: number;
  /** By when the next step is due. */
  stageDue: string | null;
  publishedFrom: string | null;
  declinedReason: string | null;
  history: readonly LeadEvent[];
}

/** The kinds a household may become: whoever was lifted out of poverty is 脱贫不稳定, anyone else 边缘易致贫. */
export function kindsFor(type: HouseholdType): readonly MonitoredKind[] {
  if (type === 'povertyAlleviated') return ['unstable', 'sudden'];
  return type === 'general' ? ['marginal', 'sudden'] : ['unstable', 'marginal', 'sudden'];
}

export const kindLabels: Readonly<Record<MonitoredKind, string>> = {
  unstable: '脱贫不稳定户',
  marginal: '边缘易致贫户',
  sudden: '突发严重困难户',
};
