import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdId, type VisitId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Outcome } from '../../contract/session.ts';
import { outcomes } from '../../contract/session.ts';
import type { Prompt } from '../../contract/state.ts';
import { prefilledAnswers, questionOf } from '../../form/questionnaire.ts';
import { pickedNumber } from '../../language/picked-number.ts';
import { agreementTo } from '../confirmation.ts';
import { addAnyway, addPicked } from './add-household.ts';
import { readOfThis, readVisitAnswer } from './answer.ts';
import { confirmWords } from './confirm-words.ts';
import { countsPeople, saidOfMoving, saysOthersAreLeft } from './endings.ts';
import { endedAs, type Hand, handOf, inHand, isFinished, save, writeAnswers } from './hand.ts';
import { giveTo } from './hand-over.ts';
import { askOutcome, goOnWithoutHead, recordOutcome } from './outcome.ts';
import { goOnWithVisit, openById, openDone, openNext } from './start.ts';
import { confirmRegistered, decideOnPhotos, submitVisit } from './submit.ts';
import { nextStep } from './visit-form.ts';

type Pick = Extract<Prompt, { is: 'pick' }>;
type Confirm = Extract<Prompt, { is: 'confirm' }>;

/** A number out of a list the visit dialogue showed; false when the message is something else. */
export function* pickForVisit(c: Conversation, open: Pick): Asking<boolean> {
  const index = pickedNumber(c.text, open.items.length) ?? labelled(open, c.text);
  const item = index === undefined ? undefined : open.items[index];
  if (item === undefined) return false;
  if (open.goal === 'startVisit') yield* openById(c, item.id);
  else if (open.goal === 'addHousehold') yield* addPicked(c, item.id);
  else if (open.goal === 'handOver')
    giveTo(c, { id: item.id, name: item.label.replace(/（.*$/u, ''), unitName: '' });
  else return false;
  return true;
}

function labelled(open: Pick, text: string): number | undefined {
  const words = text.replace(/^(?:是|就是)|(?:那个|那户|那家|的|[家户])+$/gu, '');
  const matches = open.items.flatMap((item, i) =>
    words.length > 1 && item.label.includes(words) ? [i] : [],
  );
  return matches.length === 1 ? matches[0] : undefined;
}

/** 1/是 or 2/否 to something that isn't lightly undone; false when the message is something else. */
export function* confirmForVisit(c: Conversation, open: Confirm): Asking<boolean> {
  const agreed = agreedTo(c, open);
  if (agreed === undefined) return asksAgain(c, open);
  if (open.what === 'takeOver') return yield* takeOver(c, open, agreed);
  if (open.what === 'reopen') return yield* reopen(c, open, agreed);
  if (open.what === 'addAnyway') return yield* addAnyway(c, open.payload, agreed);
  const hand = handOf(c);
  if (hand === undefined || open.payload.visit !== (hand.visit.id as VisitId as string)) return false;
  if (open.what === 'restart') restart(c, agreed);
  else if (open.what === 'headDied') yield* headDied(c, hand, open.payload.text ?? '', agreed);
  else if (open.what === 'submitFirst') yield* agreed ? submitVisit(c, hand) : openNext(c);
  else if (open.what === 'registered') yield* confirmRegistered(c, hand, agreed);
  else if (open.what === 'noPhoto') yield* decideOnPhotos(c, hand, agreed);
  else if (open.what === 'sayThere') yield* sayThere(c, hand, open.payload, agreed);
  else if (open.what === 'sayHere') yield* sayHere(c, hand, open.payload.text ?? '', agreed);
  else if (open.what === 'correctLast') yield* correctLast(c, hand, open.payload.text ?? '', agreed);
  else if (open.what === 'outcome') {
    const outcome = outcomes.find((o) => o === open.payload.outcome) as
      | Exclude<Outcome, 'answered'>
      | undefined;
    if (outcome === undefined) return false;
    yield* recordOutcome(c, hand, outcome, agreed, open.payload.into);
  } else return false;
  return true;
}

/** 1 and 2 as shown, yes and no in other words; 还有老伴 where it was asked whether anybody is left. */
function agreedTo(c: Conversation, open: Confirm): boolean | undefined {
  const { text } = c;
  if (open.payload.outcome === 'moved') {
    const said = saidOfMoving(text);
    if (said === 'gone' || said === 'registered') return said === 'gone';
  }
  if (open.payload.outcome === 'deceased') {
    if (saysOthersAreLeft(text) || countsPeople(text)) return false;
  }
  return agreementTo(c, confirmWords[open.payload.outcome ?? open.what]);
}

/** 全家都去上海了: it speaks of the matter and not of what was asked, so it is no answer to anything else either. */
function asksAgain(c: Conversation, open: Confirm): boolean {
  const hand = handOf(c);
  const moving = open.what === 'outcome' && open.payload.outcome === 'moved';
  if (!moving || hand === undefined || saidOfMoving(c.text) === undefined) return false;
  askOutcome(c, hand, 'moved');
  return true;
}

function restart(c: Conversation, agreed: boolean): void {
  const hand = handOf(c);
  if (hand === undefined) return;
  if (!agreed) return c.say(`好，没有清空。\n${nextStep(c, hand)}`);
  const asked = Object.keys(hand.visit.answers).filter((key) => questionOf(hand.list, key) !== undefined);
  const cleared = Object.fromEntries(asked.map((key) => [key, null]));
  const next = writeAnswers(c, hand, { ...cleared, ...prefilledAnswers(hand.list, hand.subject) });
  c.patch({ trail: [], doubts: {} });
  c.say(`已清空，从头来。\n${nextStep(c, next)}`);
}

function* takeOver(c: Conversation, open: Confirm, agreed: boolean): Asking<boolean> {
  if (!agreed) {
    c.open(undefined);
    c.say('好，不接。回“下一户”继续您的名单。');
    return true;
  }
  const opened = yield* openedOf(c, open);
  if (opened === undefined || opened.visit === null) return false;
  c.patch({ visitId: opened.visit.id, trail: [], doubts: {} });
  const hand = inHand(c, { ...opened.visit, helper: c.speaker.id }, opened.household);
  save(c, hand);
  if (!isFinished(hand.visit)) {
    goOnWithVisit(c, hand, '接过来了。');
    return true;
  }
  openDone(c, hand, '接过来了。');
  return true;
}

function* openedOf(c: Conversation, open: Confirm) {
  const id = householdId.safeParse(open.payload.household);
  if (!id.success) return undefined;
  return (
    (yield* ask('openHousehold', {
      id: id.data,
      questionnaire: campaignOf(c.session.settings).householdForm.id,
    })) ?? undefined
  );
}

/** A household that had moved away or wasn't at home is visited after all. */
function* reopen(c: Conversation, open: Confirm, agreed: boolean): Asking<boolean> {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  if (!agreed) {
    c.say('好，不动。回“下一户”继续您的名单。');
    return true;
  }
  const opened = yield* openedOf(c, open);
  if (opened === undefined || opened.visit === null) return false;
  c.patch({ visitId: opened.visit.id });
  goOnWithVisit(c, inHand(c, { ...opened.visit, helper: c.speaker.id }, opened.household));
  return true;
}

/** It was the head, or somebody else: what else was said is taken then. */
function* headDied(c: Conversation, hand: Hand, text: string, agreed: boolean): Asking<void> {
  if (agreed) return goOnWithoutHead(c, hand, text);
  const facts = text.replace(/^[^，,。；;]*(?:世|故|逝|死|没|在|走)了?[，,。；;]\s*/u, '');
  yield* readVisitAnswer(c, hand, undefined, facts);
}

/** What was said of another household: that one is opened and hears it, or the open one does. */
function* sayThere(
  c: Conversation,
  hand: Hand,
  { household = '', text = '' }: Record<string, string>,
  agreed: boolean,
): Asking<void> {
  if (!agreed) return yield* sayHere(c, hand, text, true);
  const opened = yield* ask('openHousehold', {
    id: householdId.parse(household),
    questionnaire: hand.list.id,
  });
  const own = opened?.visit?.helper === c.speaker.id ? opened : undefined;
  // Another's visit, or none yet: opening it comes first, with its own questions.
  if (own?.visit == null || endedAs(own.visit) !== undefined) return yield* openById(c, household);
  c.change({ do: 'logAccess', households: [own.household.id], what: '排查' });
  c.open(undefined);
  c.patch({ visitId: own.visit.id, phase: isFinished(own.visit) ? 'idle' : 'asking', trail: [], doubts: {} });
  yield* readOfThis(c, inHand(c, own.visit, own.household), text);
}

function* sayHere(c: Conversation, hand: Hand, text: string, agreed: boolean): Asking<void> {
  c.open(undefined);
  if (agreed) return yield* readOfThis(c, hand, text);
  c.say(`好，没记。\n${nextStep(c, hand)}`);
}

/** Facts said after a visit was handed in: they change it only if that was meant. */
function* correctLast(c: Conversation, hand: Hand, text: string, agreed: boolean): Asking<void> {
  c.open(undefined);
  if (agreed) return yield* readOfThis(c, hand, text);
  c.say('好，没改。回“下一户”或“排查 姓名”打开那一户，再说一遍。');
}
