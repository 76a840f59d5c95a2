import { dayInWords, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { kindLabels, kindsFor, type Lead, leadStageLabels } from '../../leads/lead.ts';
import { forbiddenIn, noticeText } from '../../leads/notice.ts';
import { type LeadMoved, type LeadStep, stepLead, stepRules } from '../../leads/steps.ts';
import { openAgain } from '../help.ts';
import { photosOf } from '../problem/act.ts';
import { leadCard, leadName } from './show.ts';
import { stepSaid } from './words.ts';

/** 线索 3: shows it and waits for the verdict; 线索 3 属实 已授权: takes the step at once. */
export function* onLead(c: Conversation, no: number, rest: string): Asking<void> {
  const lead = yield* ask('lead', { no });
  if (lead === null) return c.say(`没有${no}号线索，或者不在您的范围内。回“线索”看编号。`);
  c.change({ do: 'logAccess', households: [lead.household.id], what: 'lead' });
  if (/^公示文/u.test(rest)) return showNotice(c, lead);
  const step = rest === '' ? undefined : stepSaid(rest);
  if (step !== undefined) return yield* take(c, lead, step);
  if (photosOf(c).length > 0) return keepPhotos(c, lead);
  waitFor(c, lead, 'step');
  c.say(`${rest === '' ? '' : `没看懂“${rest.slice(0, 20)}”。\n`}${leadCard(c, lead)}`);
}

/** A photo without a verdict: kept with the lead, whatever its stage. */
export function keepPhotos(c: Conversation, lead: Lead): void {
  const photos = photosOf(c);
  c.change({ do: 'attachToLead', leadId: lead.id, attachments: photos });
  c.say(`照片存到${leadName(c, lead)}了（${photos.length}张）。`);
}

function waitFor(c: Conversation, lead: Lead, step: string, words = ''): void {
  const open = stepRulesOpen(c, lead);
  c.open(open ? { is: 'flow', flow: 'lead', step, data: { no: String(lead.no), words } } : undefined);
}

function stepRulesOpen(c: Conversation, lead: Lead): boolean {
  const { stage } = lead;
  if (stage === 'included' || stage === 'declined' || stage === 'withdrawn') return false;
  return stepRules[stage].mayAct(c.speaker, lead);
}

/** One verdict on a lead: recorded, or asked for what is missing. */
export function* take(c: Conversation, lead: Lead, step: LeadStep): Asking<void> {
  const notice = lead.stage === 'reviewed' && step.agreed ? noticeOf(c, lead) : undefined;
  if (notice !== undefined && forbiddenIn(notice).length > 0) {
    c.open(undefined);
    return c.say(`公示文里有不能公开的内容（${forbiddenIn(notice).join('、')}），请先核对户主姓名和组名。`);
  }
  const moved = stepLead(lead, step, c.speaker, c.at);
  if (moved.is === 'refused') {
    c.open(undefined);
    return c.say(moved.why);
  }
  if (moved.is === 'asks') return askBack(c, lead, step, moved.about);
  yield* record(c, lead, moved);
  if (notice !== undefined) return sayNotice(c, lead, notice);
  // What was said of the household may be about illness: not repeated in a group.
  const words = c.inRoom ? '' : `，${moved.event.words}`;
  c.say(`${leadName(c, lead)}：${moved.event.kind}${words}。${afterwards(lead, moved)}${openAgain(c)}`);
}

function askBack(c: Conversation, lead: Lead, step: LeadStep, about: 'reason' | 'authorised' | 'kind'): void {
  waitFor(c, lead, about, step.words);
  if (about === 'reason') return c.say(`${leadName(c, lead)}：为什么？说一句原因，要记在案。`);
  if (about === 'authorised') return c.say(`${leadName(c, lead)}：农户签了承诺授权书吗？\n1.签了 2.没签`);
  const kinds = kindsFor(lead.household.type);
  c.say(`${leadName(c, lead)}：定为哪一类？\n${kinds.map((k, i) => `${i + 1}.${kindLabels[k]}`).join(' ')}`);
}

function* record(c: Conversation, lead: Lead, moved: Extract<LeadMoved, { is: 'moved' }>): Asking<void> {
  c.open(undefined);
  const { becomes } = moved.patch;
  const visit = becomes === undefined ? null : yield* ask('leadVisit', { household: lead.household.id });
  const returnReason =
    becomes === undefined
      ? undefined
      : `已纳入监测对象（${kindLabels[becomes.monitoredKind]}），请补问监测户的几项`;
  c.change({
    do: 'stepLead',
    lead: { id: lead.id, version: lead.version, household: lead.household.id },
    patch: moved.patch,
    event: moved.event,
    attachments: photosOf(c),
    ...(returnReason === undefined ? {} : { returnReason }),
  });
  if (visit === null || visit.helper === c.speaker.id) return;
  c.change({
    do: 'push',
    key: `lead:included:${lead.id}`,
    to: { staff: visit.helper },
    kind: 'reply',
    text: `【${lead.household.headName}】${returnReason}。回“排查 ${lead.household.headName}”接着问，已答的都在。`,
  });
}

function afterwards(lead: Lead, moved: Extract<LeadMoved, { is: 'moved' }>): string {
  const { stage, stageDue, becomes } = moved.patch;
  if (stage === 'included') return becomes === undefined ? '' : '户属性已改，要补问的已交回排查员。';
  if (stage === 'declined' || stage === 'withdrawn') return '到此结束，原因已记下。';
  const back = lead.stage === 'published' && stage === 'checked' ? '退回村里重新评议，' : '';
  return `${back}${leadStageLabels[stage]}，归${stepRules[stage].whose}${stageDue === null ? '' : `，${dayInWords(stageDue)}前`}。`;
}

function noticeOf(c: Conversation, lead: Lead): string {
  return noticeText(lead, lead.publishedFrom ?? isoDate(c.at), c.session.settings.contact);
}

/** 线索 3 公示文: to be put up again. */
function showNotice(c: Conversation, lead: Lead): void {
  if (lead.publishedFrom === null && lead.stage !== 'reviewed')
    return c.say(`${leadName(c, lead)}现在${leadStageLabels[lead.stage]}，还没到公示。`);
  sayNotice(c, lead, noticeOf(c, lead));
}

/** The notice names the household: it goes to the person, who puts it up in the village and nowhere else. */
function sayNotice(c: Conversation, lead: Lead, notice: string): void {
  const told = `${leadName(c, lead)}公示文如下，只贴在本村公示栏，别发网上和群里；拍张照片发“线索 ${lead.no}”留底：`;
  c.say(`${told}\n\n${notice}`, c.inRoom ? { privately: true } : {});
}
