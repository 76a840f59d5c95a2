import { dayInWords, isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { isOpen, kindLabels, kindsFor, type Lead, leadStageLabels } from '../../leads/lead.ts';
import { forbiddenIn, householdOnNotice, noticeText } from '../../leads/notice.ts';
import { type Missing, stepRules } from '../../leads/step-rules.ts';
import { type LeadMoved, type LeadStep, mayUndo, settled, steppedLead } from '../../leads/steps.ts';
import { whenInWords } from '../../problems/moves.ts';
import { openAgain } from '../help.ts';
import { photosOf } from '../problem/act.ts';
import { byListsChoice, comparedLines, withLists } from './compared.ts';
import { ease } from './ease.ts';
import { asksPapers, sendPapers } from './papers.ts';
import { leadCard, leadName } from './show.ts';
import { earlierStep, otherStep, stepSaid } from './words.ts';

/** 线索 3: shows it and waits for the verdict; 线索 3 属实 已授权: takes the step at once. */
export function* onLead(c: Conversation, no: number, rest: string): Asking<void> {
  const lead = yield* ask('lead', { no });
  if (lead === null) return c.say(`没有${no}号线索，或者不在您的范围内。回“线索”看编号。`);
  c.change({ do: 'logAccess', households: [lead.household.id], what: 'lead' });
  if (/^公示文/u.test(rest)) return showNotice(c, lead);
  if (asksPapers(rest)) return sendPapers(c, lead, mayBePutUp(lead) ? noticeOf(c, lead) : undefined);
  if (/^(?:撤销|撤回|取消)(?:上一步)?$/u.test(rest)) return undo(c, lead);
  if (/^(?:提出)?风险(?:已)?消除/u.test(rest) && lead.stage === 'helped')
    return yield* ease(c, lead, rest.replace(/^(?:提出)?风险(?:已)?消除(?:了)?[\s，,：:]*/u, ''));
  const step = rest === '' || !isOpen(lead.stage) ? undefined : stepSaid(rest, lead.stage, isoDate(c.at));
  if (step !== undefined) return yield* takeLeadStep(c, lead, step);
  if (!isOpen(lead.stage) && otherStep(rest)) return c.say(settled(lead));
  const again = rest === '' ? undefined : earlierStep(rest, lead);
  if (again !== undefined) return c.say(`${alreadyDone(lead, again)}\n${leadCard(c, lead)}`);
  if (photosOf(c).length > 0) return keepPhotos(c, lead);
  waitFor(c, lead, 'step');
  const why = otherStep(rest) ? '现在还不到这一步。\n' : `没看懂“${rest.slice(0, 20)}”。\n`;
  const lines = [leadCard(c, lead), ...(yield* comparedLines(c, lead))];
  c.say(`${rest === '' ? '' : why}${lines.join('\n')}`);
}

/** 这一步办过了（12月10日9:05 周八）: said again, it is no second step. */
function alreadyDone(lead: Lead, verb: string): string {
  const last = lead.history.findLast((e) => e.kind === verb);
  const by = last === undefined ? '' : `（${whenInWords(last.at)} ${last.by?.name ?? ''}）`;
  return `“${verb}”这一步已经办过${by}，没有往下走。办错了一小时内回“线索 ${lead.no} 撤销”。`;
}

/** 线索 3 撤销: the last step is taken back by who took it, within the hour. */
function undo(c: Conversation, lead: Lead): void {
  const may = mayUndo(lead, c.speaker, c.at);
  if (may.is === 'no') return c.say(may.why);
  const last = lead.history.findLast((e) => e.kind !== '照片');
  c.change({ do: 'undoLead', lead: { id: lead.id, version: lead.version, household: lead.household.id } });
  c.open(undefined);
  c.say(`${leadName(c, lead)}：上一步“${last?.kind ?? ''}”已撤销。回“线索 ${lead.no}”接着办。`);
}

/** A photo without a verdict: kept with the lead, whatever its stage. */
export function keepPhotos(c: Conversation, lead: Lead): void {
  const photos = photosOf(c);
  c.change({ do: 'attachToLead', leadId: lead.id, attachments: photos });
  c.say(`照片存到${leadName(c, lead)}了（${photos.length}张）。`);
}

function waitFor(c: Conversation, lead: Lead, step: string, words = '', reason = ''): void {
  const open = stepRulesOpen(c, lead);
  c.open(
    open
      ? { is: 'flow', flow: 'lead', step, data: { no: String(lead.no), words, reason, stage: lead.stage } }
      : undefined,
  );
}

function stepRulesOpen(c: Conversation, lead: Lead): boolean {
  return isOpen(lead.stage) && stepRules[lead.stage].mayAct(c.speaker, lead);
}

/** One verdict on a lead: recorded, or asked for what is missing. */
export function* takeLeadStep(c: Conversation, lead: Lead, step: LeadStep): Asking<void> {
  const putsUp = lead.stage === 'reviewed' || lead.stage === 'easingReviewed';
  const notice = putsUp && step.agreed ? noticeOf(c, lead) : undefined;
  const secret = notice === undefined ? [] : forbiddenIn(householdOnNotice(lead));
  if (secret.length > 0) {
    c.open(undefined);
    return c.say(`公示文里有不能公开的内容（${secret.join('、')}），请先核对户主姓名和组名。`);
  }
  const { official } = campaignOf(c.session.settings);
  const moved = steppedLead(lead, yield* withLists(c, lead, step), c.speaker, c.at, official);
  if (moved.is === 'refused') {
    c.open(undefined);
    return c.say(moved.why);
  }
  if (moved.is === 'asks') return yield* askBack(c, lead, step, moved.about);
  yield* recordLeadStep(c, lead, moved);
  if (notice !== undefined) return sayNotice(c, lead, notice);
  // What was said of the household may be about illness: not repeated in a group.
  const words = c.inRoom ? '' : `，${moved.event.words}`;
  c.say(`${leadName(c, lead)}：${moved.event.kind}${words}。${afterwards(lead, moved)}${openAgain(c)}`);
}

function* askBack(c: Conversation, lead: Lead, step: LeadStep, about: Missing): Asking<void> {
  // What has been said of the step so far goes along, so that nothing is asked twice.
  const words = [step.words, c.text].filter((w) => w !== '').join('，');
  waitFor(c, lead, about, words.slice(0, 500), step.words);
  const lists = about === 'compared' ? yield* comparedLines(c, lead) : [];
  const choice = lists.length === 0 ? [] : [`${byListsChoice}，或直接说比对结果`];
  c.say([`${leadName(c, lead)}：${missingWords(lead)[about]}`, ...lists, ...choice].join('\n'));
}

function missingWords(lead: Lead): Readonly<Record<Missing, string>> {
  const kinds = kindsFor(lead.household.type);
  return {
    reason: '为什么？说一句原因，要记在案。',
    authorised: '农户签了申请和承诺授权书吗？\n1.签了 2.没签',
    compared: '比对了哪几样、结果怎样？如“车辆、房产、工商、财政供养无异常”。',
    review: '哪天评议、到会几人、同意几人？如“12月11日 到会23人 同意22人”。',
    kind: `类别定为哪一类？\n${kinds.map((k, i) => `${i + 1}.${kindLabels[k]}`).join(' ')}`,
    minute: '县里哪次会议定的？说会议纪要或文件号，如“会议纪要5号”。',
    help: '帮扶责任人是谁、怎么帮？如“责任人 王五 安排公益岗、落实低保”。',
  };
}

function* recordLeadStep(
  c: Conversation,
  lead: Lead,
  moved: Extract<LeadMoved, { is: 'moved' }>,
): Asking<void> {
  c.open(undefined);
  const becomes = moved.patch.becomes ?? undefined;
  const visit = becomes === undefined ? null : yield* ask('leadVisit', { household: lead.household.id });
  const returnReason =
    becomes === undefined
      ? undefined
      : `该户已认定为监测对象（${kindLabels[becomes.monitoredKind]}），请补充监测户的问题`;
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
  if (stage === 'declined' || stage === 'withdrawn') return '到此结束，原因已记下。';
  if (stage === 'removed') return '监测风险已消除，记录都在。';
  if (stage === 'helped')
    return lead.stage === 'registered' ? '开始监测帮扶；风险消除了再提。' : '退回监测帮扶，原因已记下。';
  const changed = becomes === undefined || becomes === null ? '' : '户属性已改，要补问的已交回排查员。';
  const back = /published/iu.test(lead.stage) && stage === 'compared' ? '退回村里重新评议，' : '';
  if (!isOpen(stage)) return changed;
  return `${changed}${back}${leadStageLabels[stage]}，由${stepRules[stage].whose}办理${stageDue === null ? '' : `，${dayInWords(stageDue)}前`}。`;
}

function noticeOf(c: Conversation, lead: Lead): string {
  // What isn't up yet goes up today; the day of an earlier notice, when the household was taken up, isn't this one's.
  const isUp = lead.stage === 'published' || lead.stage === 'easingPublished';
  const from = isUp ? (lead.publishedFrom ?? isoDate(c.at)) : isoDate(c.at);
  return noticeText(lead, from, c.session.settings.contact);
}

function mayBePutUp({ publishedFrom, stage }: Lead): boolean {
  return publishedFrom !== null || stage === 'reviewed' || stage === 'easingReviewed';
}

/** 线索 3 公示文: to be put up again. */
function showNotice(c: Conversation, lead: Lead): void {
  if (!mayBePutUp(lead)) return c.say(`${leadName(c, lead)}现在${leadStageLabels[lead.stage]}，还没到公示。`);
  sayNotice(c, lead, noticeOf(c, lead));
}

/** The notice names the household: it goes to the person, who puts it up in the village and nowhere else. */
function sayNotice(c: Conversation, lead: Lead, notice: string): void {
  const told = `${leadName(c, lead)}公示文如下，只贴在本村公示栏，别发网上和群里；拍张照片发“线索 ${lead.no}”留底：`;
  c.say(`${told}\n\n${notice}`, c.inRoom ? { privately: true } : {});
}
