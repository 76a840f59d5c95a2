import type { Speaker } from '../contract/session.ts';
import type { Lead, LeadStage, OpenLeadStage } from './lead.ts';

/** Something a step can't do without and a person can say. */
export type Missing = 'reason' | 'authorised' | 'compared' | 'review' | 'kind' | 'minute' | 'help';

/** One step of a lead: what it is called, who takes it, in which words, and what it must leave behind. */
export interface StepRule {
  /** What the step is called in chat and in the history. */
  verb: string;
  next: LeadStage;
  /** Where a no leads; absent = declined. */
  onNo?: LeadStage;
  whose: string;
  mayAct(actor: Speaker, lead: Lead): boolean;
  yes: string;
  no: string;
  /** Words that say yes or no at this step, and at no other: the same word twice is not two steps. */
  yesWords: RegExp;
  noWords: RegExp;
  wants: readonly Missing[];
}

const has = (actor: Speaker, ...roles: Speaker['roles']): boolean =>
  roles.some((r) => actor.roles.includes(r));
const inVillage = (actor: Speaker, lead: Lead): boolean => actor.unit === lead.village.id;
const inTownship = (actor: Speaker, lead: Lead): boolean => actor.unit === lead.township.id;
const township = (a: Speaker, l: Lead): boolean => has(a, 'townshipCadre') && inTownship(a, l);
const county = (a: Speaker): boolean => has(a, 'countyOffice');
const townshipOrCounty = (a: Speaker, l: Lead): boolean => township(a, l) || county(a);
/** A township may act for a village of its own, never the other way round. */
const village = (a: Speaker, l: Lead): boolean =>
  (has(a, 'villageCadre') && inVillage(a, l)) || township(a, l);

const review = {
  verb: '村民主评议',
  whose: '村干部',
  mayAct: village,
  yes: '通过',
  no: '未通过',
  yesWords: /(?<!审核|初审|比对)通过/u,
  noWords: /(?:未|不|没)通过/u,
} as const;
const notice = {
  verb: '张榜公示',
  whose: '村干部',
  mayAct: village,
  yes: '公示',
  no: '不公示',
  yesWords: /^公示(?!结果|无异议)|张榜|贴出/u,
  noWords: /不公示|不予公示/u,
  wants: [],
} as const;
const noticeResult = {
  verb: '公示结果',
  whose: '村干部',
  mayAct: village,
  yes: '无异议',
  no: '有异议',
  yesWords: /无异议|没有?异议/u,
  noWords: /(?<!没)有异议/u,
  wants: [],
} as const;
const byTownship = {
  verb: '乡镇审核',
  whose: '乡镇',
  mayAct: township,
  yes: '同意',
  no: '不同意',
  yesWords: /同意|(?:审核|初审)通过/u,
  noWords: /不同意|(?:审核|初审)(?:未|不)通过/u,
  wants: [],
} as const;

/** Each step by whom it belongs to; the next belongs to somebody else's office. */
export const stepRules: Readonly<Record<OpenLeadStage, StepRule>> = {
  flagged: {
    verb: '入户核实',
    next: 'checked',
    whose: '村里的排查员或村干部',
    mayAct: (a, l) => has(a, 'helper', 'villageCadre') || village(a, l),
    yes: '属实',
    no: '不属实',
    yesWords: /属实|符合/u,
    noWords: /不属实|不符合|没有?这回事/u,
    wants: ['authorised'],
  },
  checked: {
    verb: '数据比对',
    next: 'compared',
    whose: '乡镇或县乡村振兴局',
    mayAct: townshipOrCounty,
    yes: '比对通过',
    no: '比对不通过',
    yesWords: /比对(?:通过|正常|无异常|没问题)|无异常|没有?异常/u,
    noWords: /比对(?:不|未|没)通过|比对有|有异常/u,
    wants: ['compared'],
  },
  compared: { ...review, next: 'reviewed', wants: ['review', 'kind'] },
  reviewed: { ...notice, next: 'published' },
  published: { ...noticeResult, next: 'township', onNo: 'compared' },
  township: { ...byTownship, next: 'county' },
  county: {
    verb: '县级审定',
    next: 'included',
    whose: '县乡村振兴局',
    mayAct: county,
    yes: '纳入',
    no: '不纳入',
    yesWords: /纳入|同意/u,
    noWords: /不纳入|不予纳入|不同意/u,
    wants: ['kind', 'minute'],
  },
  included: {
    verb: '县级公告',
    next: 'announced',
    onNo: 'county',
    whose: '县乡村振兴局',
    mayAct: county,
    yes: '已公告',
    no: '有异议',
    yesWords: /公告/u,
    noWords: /有异议|撤回公告/u,
    wants: [],
  },
  announced: {
    verb: '录入国家系统',
    next: 'registered',
    onNo: 'announced',
    whose: '乡镇或县乡村振兴局',
    mayAct: townshipOrCounty,
    yes: '已录入',
    no: '录不进',
    yesWords: /录入|录好|录完/u,
    noWords: /录不进|录入不了|没录/u,
    wants: [],
  },
  registered: {
    verb: '制定帮扶计划',
    next: 'helped',
    onNo: 'registered',
    whose: '村干部或乡镇',
    mayAct: (a, l) => village(a, l) || county(a),
    yes: '责任人和措施',
    no: '还没定',
    yesWords: /责任人|帮扶计划|措施/u,
    noWords: /还没定|没定/u,
    wants: ['help'],
  },
  easing: { ...review, next: 'easingReviewed', onNo: 'helped', wants: ['review'] },
  easingReviewed: { ...notice, next: 'easingPublished', onNo: 'helped' },
  easingPublished: { ...noticeResult, next: 'easingTownship', onNo: 'helped' },
  easingTownship: { ...byTownship, next: 'easingCounty', onNo: 'helped' },
  easingCounty: {
    verb: '县级审定风险消除',
    next: 'removed',
    onNo: 'helped',
    whose: '县乡村振兴局',
    mayAct: county,
    yes: '同意消除',
    no: '不同意',
    yesWords: /消除|同意/u,
    noWords: /不同意|不消除/u,
    wants: ['minute'],
  },
};
