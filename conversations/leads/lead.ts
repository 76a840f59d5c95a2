import type { MonitoringFlag } from '../contract/finding.ts';
import type { HouseholdType, MonitoredKind } from '../contract/household.ts';
import type { HouseholdId, LeadId, StaffId, UnitCode } from '../contract/ids.ts';
import type { Named } from '../problems/problem.ts';

/**
 * Where a lead stands; each stage is named after what has been done. The bot flags, people decide:
 * flagged → 核实 checked → 评议 reviewed → 公示 published → 上报 township → 初审 county → 审定 included.
 * Any step may end in declined; withdrawn means that the answers it rested on were corrected before anyone acted.
 */
export const leadStages = [
  'flagged',
  'checked',
  'reviewed',
  'published',
  'township',
  'county',
  'included',
  'declined',
  'withdrawn',
] as const;
export type LeadStage = (typeof leadStages)[number];

/** Where a lead comes from: a visit's answers, the household's own declaration, or a list brought in. */
export const leadSources = ['visit', 'declared', 'list'] as const;
export type LeadSource = (typeof leadSources)[number];

/** Still on its way: somebody has to act, and the clock runs. */
export const openLeadStages = ['flagged', 'checked', 'reviewed', 'published', 'township', 'county'] as const;
export type OpenLeadStage = (typeof openLeadStages)[number];

export const leadStageLabels: Readonly<Record<LeadStage, string>> = {
  flagged: '待入户核实',
  checked: '待村评议',
  reviewed: '待公示',
  published: '公示中',
  township: '待乡镇初审',
  county: '待县审定',
  included: '已纳入',
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

/** Whether somebody still has to act. */
export function isOpen(stage: LeadStage): stage is OpenLeadStage {
  return openLeadStages.some((s) => s === stage);
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
