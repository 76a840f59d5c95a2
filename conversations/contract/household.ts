import { z } from 'zod';
import { householdId, unitCode } from './ids.ts';

export const householdTypes = ['general', 'povertyAlleviated', 'monitored'] as const;
export type HouseholdType = (typeof householdTypes)[number];
export const monitoredKinds = ['unstable', 'marginal', 'sudden'] as const;
export type MonitoredKind = (typeof monitoredKinds)[number];
const householdTags = ['relocated', 'subsistence', 'destitute', 'disabled'] as const;
export type HouseholdTag = (typeof householdTags)[number];

/** A member the register knows; numbered from 1 so that a helper can say 3号. */
const member = z.object({
  no: z.number().int().positive(),
  name: z.string(),
  relation: z.string().optional(),
  /** Calendar year of birth: enough for the school age, less than the register holds. */
  birthYear: z.number().int().optional(),
});
export type Member = z.infer<typeof member>;

/** What the register says of a household: the facts a conversation may use. */
export const householdSchema = z.object({
  id: householdId,
  /** 户编号 of the register; unique within the county. */
  code: z.string(),
  headName: z.string(),
  type: z.enum(householdTypes),
  monitoredKind: z.enum(monitoredKinds).optional(),
  /** A monitored household that is a 脱贫户 too: two matters, both hold. */
  oncePoor: z.boolean().optional(),
  tags: z.array(z.enum(householdTags)).default([]),
  population: z.number().int().positive().optional(),
  members: z.array(member).default([]),
  /** Village (12 digits), with its name and township for prompts and the ledger. */
  village: unitCode,
  villageName: z.string(),
  township: unitCode,
  townshipName: z.string(),
  group: z.string().default(''),
  /** Net income per head last year, whole yuan. */
  lastYearIncomePerHead: z.number().int().optional(),
  /** Answers another system already gave, by question key: asked nothing twice. */
  known: z
    .record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]))
    .default({}),
});
export type Household = z.infer<typeof householdSchema>;

/** Lifted out of poverty once: a 脱贫户, a 脱贫不稳定户, or a monitored household the register knows as 脱贫户 too. */
export function isOncePoor(h: Pick<Household, 'type' | 'monitoredKind' | 'oncePoor'>): boolean {
  return h.type === 'povertyAlleviated' || h.monitoredKind === 'unstable' || h.oncePoor === true;
}

/** 户属性 as the ledger prints it. */
export function householdTypeLabel(h: Pick<Household, 'type' | 'monitoredKind' | 'oncePoor'>): string {
  if (h.type === 'general') return '一般农户';
  if (h.type === 'povertyAlleviated') return '脱贫户';
  if (h.monitoredKind === 'unstable') return '脱贫不稳定户';
  if (h.monitoredKind === 'marginal') return '边缘易致贫户';
  const both = h.oncePoor === true ? '脱贫户、' : '';
  return h.monitoredKind === 'sudden' ? `${both}突发严重困难户` : `${both}监测对象`;
}

const tagLabels: Readonly<Record<HouseholdTag, string>> = {
  relocated: '易地搬迁',
  subsistence: '低保',
  destitute: '特困',
  disabled: '残疾',
};

/** 脱贫户（低保、残疾）: the type, with what else the household is on the register for. */
export function typeWithTags(h: Pick<Household, 'type' | 'monitoredKind' | 'oncePoor' | 'tags'>): string {
  const tags = h.tags.map((tag) => tagLabels[tag]).join('、');
  return tags === '' ? householdTypeLabel(h) : `${householdTypeLabel(h)}（${tags}）`;
}
