import { dayInWords, isoDate } from '../calendar/days.ts';
import type { HouseholdType, MonitoredKind } from '../contract/household.ts';
import type { Speaker } from '../contract/session.ts';
import { noticeEnd, noticeRuns, stepDue } from './clock.ts';
import {
  isOpen,
  kindLabels,
  kindsFor,
  type Lead,
  type LeadStage,
  leadStageLabels,
  type OpenLeadStage,
} from './lead.ts';

/** What somebody says of a lead at its stage. `agreed` false ends it as declined (the notice: goes back to review). */
export interface LeadStep {
  agreed: boolean;
  words: string;
  /** At the household check: has the household signed the promise and the authorisation to compare its data? */
  authorised?: boolean;
  /** At the county's decision. */
  kind?: MonitoredKind;
}

export interface LeadPatch {
  stage: LeadStage;
  stageDue: string | null;
  publishedFrom?: string | null;
  declinedReason?: string | null;
  /** Set when included: what the household becomes. */
  becomes?: { type: HouseholdType; monitoredKind: MonitoredKind };
}

export type LeadMoved =
  | { is: 'moved'; patch: LeadPatch; event: { kind: string; words: string } }
  | { is: 'refused'; why: string }
  /** Something is missing that the person can say. */
  | { is: 'asks'; about: 'reason' | 'authorised' | 'kind' };

interface StepRule {
  /** What the step is called in chat and in the history. */
  verb: string;
  next: LeadStage;
  whose: string;
  mayAct(actor: Speaker, lead: Lead): boolean;
  yes: string;
  no: string;
}

const has = (actor: Speaker, ...roles: Speaker['roles']): boolean =>
  roles.some((r) => actor.roles.includes(r));
const inVillage = (actor: Speaker, lead: Lead): boolean => actor.unit === lead.village.id;
const inTownship = (actor: Speaker, lead: Lead): boolean => actor.unit === lead.township.id;
const villageCommittee = (actor: Speaker, lead: Lead): boolean =>
  (has(actor, 'villageCadre') && inVillage(actor, lead)) ||
  (has(actor, 'townshipCadre') && inTownship(actor, lead));

/** Each step by whom it belongs to; a township may act for a village of its own, never the other way round. */
export const stepRules: Readonly<Record<OpenLeadStage, StepRule>> = {
  flagged: {
    verb: '入户核实',
    next: 'checked',
    whose: '村里的排查员或村干部',
    mayAct: (a, l) => has(a, 'helper', 'villageCadre') || villageCommittee(a, l),
    yes: '属实',
    no: '不属实',
  },
  checked: {
    verb: '村民主评议',
    next: 'reviewed',
    whose: '村干部',
    mayAct: villageCommittee,
    yes: '通过',
    no: '未通过',
  },
  reviewed: {
    verb: '张榜公示',
    next: 'published',
    whose: '村干部',
    mayAct: villageCommittee,
    yes: '公示',
    no: '不公示',
  },
  published: {
    verb: '公示结果',
    next: 'township',
    whose: '村干部',
    mayAct: villageCommittee,
    yes: '无异议',
    no: '有异议',
  },
  township: {
    verb: '乡镇初审',
    next: 'county',
    whose: '乡镇',
    mayAct: (a, l) => has(a, 'townshipCadre') && inTownship(a, l),
    yes: '同意',
    no: '不同意',
  },
  county: {
    verb: '县级审定',
    next: 'included',
    whose: '县乡村振兴局',
    mayAct: (a) => has(a, 'countyOffice'),
    yes: '纳入',
    no: '不纳入',
  },
};

/**
 * One step of one person. The bot never decides: each step is somebody's word, and the next belongs to somebody
 * else's office.
 * @param at milliseconds since 1970
 */
export function stepLead(lead: Lead, step: LeadStep, actor: Speaker, at: number): LeadMoved {
  if (!isOpen(lead.stage)) return { is: 'refused', why: settled(lead) };
  const rule = stepRules[lead.stage];
  if (!rule.mayAct(actor, lead))
    return {
      is: 'refused',
      why: `${lead.no}号线索现在${leadStageLabels[lead.stage]}，这一步归${rule.whose}。`,
    };
  const today = isoDate(at);
  const early = tooEarly(lead, today);
  if (early !== undefined) return { is: 'refused', why: early };
  if (!step.agreed) return decline(lead, lead.stage, step.words, today);
  if (lead.stage === 'flagged' && step.authorised === undefined) return { is: 'asks', about: 'authorised' };
  if (lead.stage === 'flagged' && step.authorised === false)
    return {
      is: 'refused',
      why: `要农户先签承诺授权书，才能比对信息、往下走。签好了再回“线索 ${lead.no} 属实 已授权”。`,
    };
  if (lead.stage === 'county') return include(lead, step);
  return moved(lead, rule.next, today, rule.verb, `${rule.yes}${step.words === '' ? '' : `，${step.words}`}`);
}

function settled(lead: Lead): string {
  const last = lead.history.at(-1);
  const by = last?.by === null || last === undefined ? '' : `（${last.by.name}）`;
  return `${lead.no}号线索${leadStageLabels[lead.stage]}${by}，没有要办的了。`;
}

function tooEarly(lead: Lead, today: string): string | undefined {
  if (lead.stage !== 'published' || lead.publishedFrom === null || !noticeRuns(lead, today)) return undefined;
  return `公示要满5天，到${dayInWords(noticeEnd(lead.publishedFrom))}为止，第二天再报结果。期间有异议请记下来。`;
}

/** An objection sends it back to the village's review; any other no ends it, with a reason. */
function decline(lead: Lead, stage: OpenLeadStage, words: string, today: string): LeadMoved {
  if (words === '') return { is: 'asks', about: 'reason' };
  const rule = stepRules[stage];
  if (stage === 'published') {
    const back = moved(lead, 'checked', today, rule.verb, `${rule.no}：${words}`);
    return back.is === 'moved' ? { ...back, patch: { ...back.patch, publishedFrom: null } } : back;
  }
  return {
    is: 'moved',
    patch: { stage: 'declined', stageDue: null, declinedReason: words },
    event: { kind: rule.verb, words: `${rule.no}：${words}` },
  };
}

function include(lead: Lead, step: LeadStep): LeadMoved {
  const kinds = kindsFor(lead.household.type);
  if (step.kind === undefined) return { is: 'asks', about: 'kind' };
  if (!kinds.includes(step.kind))
    return {
      is: 'refused',
      why: `这户不能定为${kindLabels[step.kind]}，可选：${kinds.map((k) => kindLabels[k]).join('、')}。`,
    };
  return {
    is: 'moved',
    patch: { stage: 'included', stageDue: null, becomes: { type: 'monitored', monitoredKind: step.kind } },
    event: {
      kind: stepRules.county.verb,
      words: `纳入，${kindLabels[step.kind]}${step.words === '' ? '' : `，${step.words}`}`,
    },
  };
}

function moved(lead: Lead, stage: LeadStage, today: string, kind: string, words: string): LeadMoved {
  const due = isOpen(stage) ? stepDue(stage, today, lead.flaggedAt) : null;
  return {
    is: 'moved',
    patch: { stage, stageDue: due, ...(stage === 'published' ? { publishedFrom: today } : {}) },
    event: { kind, words },
  };
}
