import { dayInWords, isoDate } from '../calendar/days.ts';
import { noDays, type OfficialDays } from '../calendar/workdays.ts';
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
import type { LeadRecord, Votes } from './lead-record.ts';
import { type Missing, type StepRule, stepRules } from './step-rules.ts';

/** What somebody says of a lead at its stage. `agreed` false ends it as declined or leads back, as the step says. */
export interface LeadStep {
  agreed: boolean;
  words: string;
  /** At the household check: has the household signed the promise and the authorisation to compare its data? */
  authorised?: boolean;
  /** At a review: its day, who came, who agreed. */
  votes?: Votes;
  /** Proposed at the review, decided by the county. */
  kind?: MonitoredKind;
  /** At the county's decision: the number of its minutes. */
  minute?: string;
  /** At the help plan. */
  help?: { plan: string; person: string };
}

export interface LeadPatch {
  stage: LeadStage;
  stageDue: string | null;
  publishedFrom?: string | null;
  declinedReason?: string | null;
  kind?: MonitoredKind;
  record?: LeadRecord;
  /** Set at the decision: what the household becomes; null = what it was before it was monitored. */
  becomes?: { type: HouseholdType; monitoredKind: MonitoredKind } | null;
}

export type LeadMoved =
  | { is: 'moved'; patch: LeadPatch; event: { kind: string; words: string } }
  | { is: 'refused'; why: string }
  /** Something is missing that the person can say. */
  | { is: 'asks'; about: Missing };

const hour = 3_600_000;

/**
 * One step of one person. The bot never decides: each step is somebody's word, and the next belongs to somebody
 * else's office.
 * @param at milliseconds since 1970
 * @param official what is no plain working day by the official calendar
 */
export function steppedLead(
  lead: Lead,
  step: LeadStep,
  actor: Speaker,
  at: number,
  official: OfficialDays = noDays,
): LeadMoved {
  if (!isOpen(lead.stage)) return { is: 'refused', why: settled(lead) };
  const rule = stepRules[lead.stage];
  if (!rule.mayAct(actor, lead))
    return {
      is: 'refused',
      why: `${lead.no}号线索现在${leadStageLabels[lead.stage]}，这一步由${rule.whose}办理。`,
    };
  const today = isoDate(at);
  const on = { today, official };
  const early = tooEarly(lead, today);
  if (early !== undefined) return { is: 'refused', why: early };
  if (!step.agreed) return refused(lead, lead.stage, rule, step.words, on);
  if (lead.stage === 'flagged' && step.authorised === false)
    return {
      is: 'refused',
      why: `要农户先签申请和承诺授权书，才能比对信息、往下走。签好了再回“线索 ${lead.no} 属实 已授权”。`,
    };
  const kind = step.kind ?? lead.kind ?? onlyKind(lead);
  const wrong = kind === undefined ? undefined : wrongKind(lead, kind);
  if (rule.wants.includes('kind') && wrong !== undefined) return { is: 'refused', why: wrong };
  const missing = rule.wants.find((what) => lacks(what, step, kind));
  if (missing !== undefined) return { is: 'asks', about: missing };
  return agreed(lead, lead.stage, rule, { ...step, ...(kind === undefined ? {} : { kind }) }, on);
}

/** May this person take back the last step? Only who took it, within the hour. */
export function mayUndo(lead: Lead, actor: Speaker, at: number): { is: 'yes' } | { is: 'no'; why: string } {
  const last = lead.history.findLast((e) => e.kind !== '照片');
  if (last === undefined || last.by === null || !undoable(last.kind))
    return { is: 'no', why: `${lead.no}号线索还没有可以撤销的步骤。` };
  if (last.by.id !== actor.id)
    return { is: 'no', why: `上一步“${last.kind}”是${last.by.name}办的，由${last.by.name}撤销。` };
  if (at - last.at > hour)
    return { is: 'no', why: `上一步“${last.kind}”办了超过一小时，不能撤销；有问题按程序办下一步时说明。` };
  return { is: 'yes' };
}

const steps = new Set([...Object.values(stepRules).map((rule) => rule.verb), '提出风险消除']);

function undoable(kind: string): boolean {
  return steps.has(kind);
}

/** What is said to whoever comes after the last step. */
export function settled(lead: Lead): string {
  const last = lead.history.at(-1);
  const by = last?.by === null || last === undefined ? '' : `（${last.by.name}）`;
  const next = lead.stage === 'helped' ? `风险消除了回“线索 ${lead.no} 风险消除 情况”。` : '没有要办的了。';
  return `${lead.no}号线索${leadStageLabels[lead.stage]}${by}，${next}`;
}

function tooEarly(lead: Lead, today: string): string | undefined {
  if (lead.stage !== 'published' && lead.stage !== 'easingPublished') return undefined;
  if (lead.publishedFrom === null || !noticeRuns(lead, today)) return undefined;
  return `公示要满5天，到${dayInWords(noticeEnd(lead.publishedFrom))}为止，第二天再报结果。期间有异议请记下来。`;
}

function lacks(what: Missing, step: LeadStep, kind: MonitoredKind | undefined): boolean {
  switch (what) {
    case 'authorised':
      return step.authorised === undefined;
    case 'compared':
      return step.words === '';
    case 'review':
      return step.votes === undefined;
    case 'kind':
      return kind === undefined;
    case 'minute':
      return step.minute === undefined;
    case 'help':
      return step.help === undefined;
    case 'reason':
      return false;
  }
}

function onlyKind(lead: Lead): MonitoredKind | undefined {
  const kinds = kindsFor(lead.household.type);
  return kinds.length === 1 ? kinds[0] : undefined;
}

function wrongKind(lead: Lead, kind: MonitoredKind): string | undefined {
  const kinds = kindsFor(lead.household.type);
  if (kinds.includes(kind)) return undefined;
  return `这户不能定为${kindLabels[kind]}，可选：${kinds.map((k) => kindLabels[k]).join('、')}。`;
}

/** An objection or a later no leads back; any other no ends it, with a reason. */
function refused(lead: Lead, stage: OpenLeadStage, rule: StepRule, words: string, on: Today): LeadMoved {
  if (words === '') return { is: 'asks', about: 'reason' };
  if (rule.onNo !== undefined) {
    const back = moved(lead, rule.onNo, on, rule.verb, `${rule.no}：${words}`);
    return back.is === 'moved' && stage.toLowerCase().includes('published')
      ? { ...back, patch: { ...back.patch, publishedFrom: null } }
      : back;
  }
  return {
    is: 'moved',
    patch: { stage: 'declined', stageDue: null, declinedReason: words },
    event: { kind: rule.verb, words: `${rule.no}：${words}` },
  };
}

function agreed(lead: Lead, stage: OpenLeadStage, rule: StepRule, step: LeadStep, on: Today): LeadMoved {
  const record = { ...lead.record, ...recordOf(stage, step, on.today) };
  const done = moved({ ...lead, record }, rule.next, on, rule.verb, wordsOf(stage, rule, step));
  if (done.is !== 'moved') return done;
  const keepsKind = rule.wants.includes('kind') && step.kind !== undefined;
  return {
    ...done,
    patch: {
      ...done.patch,
      record,
      ...(keepsKind ? { kind: step.kind } : {}),
      ...(stage === 'county' && step.kind !== undefined
        ? { becomes: { type: 'monitored', monitoredKind: step.kind } }
        : {}),
      ...(stage === 'easingCounty' ? { becomes: null } : {}),
    },
  };
}

/** What a step leaves behind. */
function recordOf(stage: OpenLeadStage, step: LeadStep, today: string): Partial<LeadRecord> {
  switch (stage) {
    case 'flagged':
      return { authorised: true };
    case 'checked':
      return { compared: step.words };
    case 'compared':
      return step.votes === undefined ? {} : { review: step.votes };
    case 'county':
      return { decided: today, ...(step.minute === undefined ? {} : { minute: step.minute }) };
    case 'included':
      return { announced: today };
    case 'announced':
      return { registered: today };
    case 'registered':
      return step.help === undefined ? {} : { help: step.help };
    case 'easing':
      return step.votes === undefined ? {} : { easingReview: step.votes };
    case 'easingCounty':
      return step.minute === undefined ? {} : { easingMinute: step.minute };
    default:
      return {};
  }
}

/** The line of history: 同意纳入，类别为边缘易致贫户，会议纪要〔2021〕5号. */
function wordsOf(stage: OpenLeadStage, rule: StepRule, step: LeadStep): string {
  const votes =
    step.votes === undefined
      ? ''
      : `${dayInWords(step.votes.on)}评议，到会${step.votes.attended}人，同意${step.votes.agreed}人`;
  const kind =
    step.kind === undefined || !rule.wants.includes('kind')
      ? ''
      : `${stage === 'county' ? '类别为' : '拟定'}${kindLabels[step.kind]}`;
  const help = step.help === undefined ? '' : `责任人${step.help.person}，${step.help.plan}`;
  const yes = stage === 'county' ? '同意纳入' : stage === 'registered' ? '' : rule.yes;
  const own =
    step.votes !== undefined || step.help !== undefined || step.minute !== undefined ? '' : step.words;
  return [yes, votes, kind, step.minute ?? '', help, own].filter((w) => w !== '').join('，');
}

/** The day a step is taken, and the official calendar it counts by. */
interface Today {
  today: string;
  official: OfficialDays;
}

function moved(lead: Lead, stage: LeadStage, on: Today, kind: string, words: string): LeadMoved {
  const { today, official } = on;
  const due = isOpen(stage) ? stepDue(lead, stage, today, official) : null;
  const putUp = stage === 'published' || stage === 'easingPublished';
  return {
    is: 'moved',
    patch: { stage, stageDue: due, ...(putUp ? { publishedFrom: today } : {}) },
    event: { kind, words },
  };
}

/** The risk is gone, somebody says so: its own review begins. Only of a household that is being helped. */
export function startEasing(lead: Lead, words: string, today: string): LeadMoved {
  if (lead.stage !== 'helped')
    return {
      is: 'refused',
      why: `${lead.no}号线索现在${leadStageLabels[lead.stage]}，还不到风险消除这一步。`,
    };
  if (words === '') return { is: 'asks', about: 'reason' };
  // The steps of an easing count plain days.
  return moved(lead, 'easing', { today, official: noDays }, '提出风险消除', words);
}
