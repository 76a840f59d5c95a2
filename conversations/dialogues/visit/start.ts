import { ledgerOutcomes } from '../../campaign/outcomes.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import { householdTypeLabel } from '../../contract/household.ts';
import { householdId, visitId } from '../../contract/ids.ts';
import { type Asking, ask, type HouseholdBrief, type HouseholdOpened } from '../../contract/needs.ts';
import type { Visit } from '../../contract/session.ts';
import { missingQuestions, prefilledAnswers } from '../../form/questionnaire.ts';
import { householdSaid, householdsNamed } from '../household-said.ts';
import { tellListed } from '../lists/ask-listed.ts';
import { briefLabel, toldApart } from './brief-label.ts';
import { registerCard, showVisitCard } from './cards.ts';
import { endedAs, type Hand, handOf, inHand, isFinished, save } from './hand.ts';
import { householdHeading, nameSaid } from './naming.ts';
import { tooManyOpen } from './open-visits.ts';
import { untrained } from './untrained.ts';
import { nextStep } from './visit-form.ts';

/** 排查: goes on with the visit in hand, else offers the next household of the helper's list. */
export function* startNext(c: Conversation): Asking<void> {
  const hand = handOf(c);
  if (hand !== undefined && isHalfDone(hand.visit)) return yield* resume(c);
  return yield* nextHousehold(c);
}

const isHalfDone = (visit: Visit): boolean => visit.status === 'draft' && visit.outcome === null;

/** 下一户: the next household of the list; a half-done one stays as a draft, one only to be handed in is asked about. */
/** 下一家去谁家: asked, and not yet begun. */
export function* tellNext(c: Conversation): Asking<void> {
  const at = c.session.visit?.householdId;
  const [first] = yield* ask('nextHouseholds', { limit: 1, ...(at === undefined ? {} : { after: at }) });
  c.say(
    first === undefined
      ? '您名单上的户都查完了。回“进度”看看。'
      : `下一户：${briefLabel(c, first)}，回“下一户”开始。`,
  );
}

export function* nextHousehold(c: Conversation): Asking<void> {
  const hand = handOf(c);
  const leaving = hand !== undefined && c.state.phase !== 'idle' && isHalfDone(hand.visit) ? hand : undefined;
  if (leaving !== undefined && isComplete(leaving)) return askToSubmit(c, leaving);
  yield* openNext(
    c,
    leaving === undefined ? '' : `${householdHeading(c, leaving.household)}没答完，先存着。\n`,
  );
}

function isComplete({ list, visit, subject }: Hand): boolean {
  return missingQuestions(list, visit.answers, subject).length === 0;
}

function askToSubmit(c: Conversation, hand: Hand): void {
  c.open({ is: 'confirm', what: 'submitFirst', payload: { visit: hand.visit.id } });
  c.say(`${householdHeading(c, hand.household)}答完了还没提交。\n1.提交 2.先放着，下一户`);
}

/** How many of the list are looked at for one that no colleague is busy with. */
const looked = 5;

export function* openNext(c: Conversation, told = ''): Asking<void> {
  const last = handOf(c);
  if (last?.visit.status === 'returned') return goOnWithVisit(c, last, told);
  const after = c.session.visit?.householdId;
  const next = yield* ask('nextHouseholds', { limit: looked, ...(after === undefined ? {} : { after }) });
  for (const { id } of next) {
    const opened = yield* ask('openHousehold', {
      id,
      questionnaire: campaignOf(c.session.settings).householdForm.id,
    });
    if (opened !== null && !isAnothers(c, opened.visit)) return yield* begin(c, opened, told);
  }
  const [first] = next;
  if (first !== undefined) return yield* openById(c, first.id, told);
  c.open(undefined);
  c.patch({ phase: 'idle' });
  c.say(`${told}您名单上的户都排查完了，辛苦了。要查某户回“查 姓名”，要补一户回“新增 姓名”。`);
}

const isAnothers = (c: Conversation, visit: Visit | null): boolean =>
  visit !== null && visit.helper !== c.speaker.id && isHalfDone(visit);

/** 排查 张三 / zs / 户编号: one match starts at once, several are offered by number. */
export function* startNamed(c: Conversation, words: string): Asking<void> {
  const named = householdSaid(words) ?? { name: words };
  const { found, elsewhere, nickname } = yield* householdsNamed(named, 9);
  const [only] = found;
  if (only === undefined) return notFound(c, words);
  if (nickname !== undefined) return offer(c, found, `“${nickname}”说的是哪家？`);
  const exact = found.filter((h) => h.headName === named.name);
  if (elsewhere === undefined && (found.length === 1 || exact.length === 1))
    return yield* openById(c, (exact[0] ?? only).id);
  offer(c, found, elsewhere === undefined ? '' : `${elsewhere}没有，别处`);
}

/** Nobody is called so: what is said next must not land in the household that was open before. */
function notFound(c: Conversation, words: string): void {
  const said = c.inRoom ? '这一户' : `“${words.slice(0, 20)}”`;
  const fresh = c.inRoom ? '姓名' : words.slice(0, 16);
  const hand = handOf(c);
  const open = hand !== undefined && c.state.phase !== 'idle' && isHalfDone(hand.visit) ? hand : undefined;
  const kept = open === undefined ? '' : `\n${householdHeading(c, open.household)}先存着，要接着答回“继续”。`;
  if (open !== undefined) {
    c.open(undefined);
    c.patch({ phase: 'idle' });
  }
  c.say(
    `没找到${said}。可以换个说法：全名、拼音首字母（如 zs）或户编号；名册里没有的户，回“新增 ${fresh}”。${kept}`,
  );
}

function offer(c: Conversation, found: readonly HouseholdBrief[], elsewhere: string): void {
  const labels = toldApart(c, found);
  const items = found.map((h, i) => ({ id: h.id, label: labels[i] ?? '' }));
  c.open({ is: 'pick', goal: 'startVisit', items });
  c.change({ do: 'logAccess', households: found.map((h) => h.id), what: '查找' });
  c.say(
    `${elsewhere}找到${found.length}户，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`,
  );
}

export function* openById(c: Conversation, id: string, told = ''): Asking<void> {
  const opened = yield* ask('openHousehold', {
    id: householdId.parse(id),
    questionnaire: campaignOf(c.session.settings).householdForm.id,
  });
  if (opened === null) {
    c.say('这户不在您的范围内，或者已经从名册里去掉了。请找乡镇核对。');
    return;
  }
  yield* begin(c, opened, told);
}

/** Starts, resumes or shows a visit; what lists from elsewhere say of the household stands before it. */
function* begin(c: Conversation, opened: HouseholdOpened, told = ''): Asking<void> {
  yield* beginVisit(c, opened, told);
  yield* tellListed(c, opened.household.id);
}

/** What a colleague did is not taken over silently. */
function* beginVisit(
  c: Conversation,
  { household, visit, helperName }: HouseholdOpened,
  told = '',
): Asking<void> {
  c.change({ do: 'logAccess', households: [household.id], what: '排查' });
  if (visit === null) {
    if (yield* untrained(c, told)) return;
    if (!(yield* tooManyOpen(c, told))) startFresh(c, household, told);
    return;
  }
  const name = householdHeading(c, household);
  const done = isFinished(visit);
  if (visit.helper !== c.speaker.id && (done || isHalfDone(visit))) {
    c.open({ is: 'confirm', what: 'takeOver', payload: { household: household.id } });
    const state = done
      ? '已经排查并提交了。要改最好请他改，也可以接过来自己改。'
      : '正在排查，还没答完。要接过来继续吗？';
    c.say(`${told}${name}这户${helperName ?? '同事'}${state}\n1.接过来 2.不用`);
    return;
  }
  c.patch({ visitId: visit.id, trail: [], doubts: {} });
  const hand = inHand(c, { ...visit, helper: c.speaker.id }, household);
  if (visit.status === 'draft' || visit.status === 'returned') return goOnWithVisit(c, hand, told);
  if (endedAs(visit) !== undefined) return askReopen(c, hand, told);
  openDone(c, hand, told);
}

/** A submitted visit: whatever is said next may change it. */
export function openDone(c: Conversation, hand: Hand, told = ''): void {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  c.say(
    `${told}${householdHeading(c, hand.household)}这户已经排查并提交过了。要改哪项直接说，如“${campaignOf(c.session.settings).texts.examples.change}”；看全部回“修改”。`,
  );
}

/** A visit that ended without answers (moved away, not at home): visiting it after all is asked about first. */
export function askReopen(c: Conversation, hand: Hand, told = ''): void {
  const ended = endedAs(hand.visit);
  if (ended === undefined) return goOnWithVisit(c, hand, told);
  c.open({ is: 'confirm', what: 'reopen', payload: { household: hand.household.id } });
  c.say(
    `${told}${householdHeading(c, hand.household)}这户记的是“${ledgerOutcomes[ended].label}”。要重新排查吗？\n1.重新排查 2.不用`,
  );
}

/** The visit as one that is being answered. */
export function reopened(hand: Hand): Hand {
  return isHalfDone(hand.visit) || isFinished(hand.visit)
    ? hand
    : { ...hand, visit: { ...hand.visit, status: 'draft', outcome: null } };
}

/** Goes on with a draft, a household that wasn't at home, or a returned visit. */
export function goOnWithVisit(c: Conversation, hand: Hand, told = ''): void {
  const again = reopened(hand);
  if (again !== hand) save(c, again);
  const why =
    hand.visit.returnReason === null
      ? ''
      : `这户被退回：${c.inRoom ? '原因请私聊看' : hand.visit.returnReason}\n`;
  const step = hand.visit.status === 'returned' ? showVisitCard(c, again) : nextStep(c, again);
  c.say(`${told}${why}接着排查。\n${step}`);
}

export function startFresh(c: Conversation, household: Household, told = ''): void {
  const subject = {
    household,
    year: c.session.settings.year,
    incomeLine: c.session.settings.incomeLine.yuan,
  };
  const visit: Visit = {
    id: visitId.parse(c.freshId()),
    householdId: household.id,
    helper: c.speaker.id,
    status: 'draft',
    outcome: null,
    questionnaire: campaignOf(c.session.settings).householdForm.id,
    questionnaireVersion: campaignOf(c.session.settings).householdForm.version,
    answers: prefilledAnswers(campaignOf(c.session.settings).householdForm, subject),
    startedAt: c.at,
    submittedAt: null,
    returnReason: null,
    version: 0,
  };
  c.patch({ visitId: visit.id, phase: 'asking', trail: [], doubts: {} });
  const hand = inHand(c, visit, household);
  save(c, hand);
  const place = `${household.townshipName}${household.villageName}${household.group}`;
  const card = registerCard(c, hand);
  const intro = `${told}开始排查：${nameSaid(c, household)}（${c.inRoom ? place : `${place}，${householdTypeLabel(household)}`}）`;
  c.say(card === undefined ? `${intro}\n${nextStep(c, hand)}` : `${intro}\n登记的情况：${card}`);
}

/** 继续: shows where the visit stood; a person without one gets the next household. */
export function* resume(c: Conversation): Asking<void> {
  const hand = handOf(c);
  if (hand === undefined) {
    if (c.session.visit !== null && c.state.phase !== 'idle')
      c.say('刚才那户已经转给别人了。回“排查”开始下一户。');
    else yield* nextHousehold(c);
    return;
  }
  if (hand.visit.status === 'returned') return goOnWithVisit(c, hand);
  if (isHalfDone(hand.visit) || (isFinished(hand.visit) && c.state.phase === 'asking'))
    return c.say(`接着排查。\n${nextStep(c, hand)}`);
  yield* nextHousehold(c);
}
