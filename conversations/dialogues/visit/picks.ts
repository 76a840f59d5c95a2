import { householdId, type VisitId } from '../../engine/ids.ts';
import { prefilledAnswers } from '../../engine/questionnaire.ts';
import type { Outcome } from '../../engine/session.ts';
import { outcomes } from '../../engine/session.ts';
import type { Prompt } from '../../engine/state.ts';
import { householdQuestionnaire } from '../../household/questionnaire.ts';
import { understandAnswer } from '../../understanding/index.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { addPicked } from './add-household.ts';
import { handOf, inHand, write } from './hand.ts';
import { giveTo } from './hand-over.ts';
import { recordOutcome } from './outcome.ts';
import { pickedNumber } from './picked-number.ts';
import { nextStep } from './prompts.ts';
import { goOn, openById } from './start.ts';

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
  const matches = open.items.flatMap((item, i) => (text.length > 1 && item.label.includes(text) ? [i] : []));
  return matches.length === 1 ? matches[0] : undefined;
}

const yesNo = { key: 'confirm', kind: 'yesNo', trueIsGood: true } as const;

/** 1/是 or 2/否 to something that isn't lightly undone; false when the message is something else. */
export function* confirmForVisit(c: Conversation, open: Confirm): Asking<boolean> {
  const understood = understandAnswer(c.text, yesNo);
  const agreed =
    understood.status === 'value'
      ? understood.value === true
      : understood.status === 'control' && understood.control.action === 'confirm'
        ? true
        : understood.status === 'control' && understood.control.action === 'cancel'
          ? false
          : undefined; // prettier-ignore
  if (agreed === undefined) return false;
  if (open.what === 'takeOver') return yield* takeOver(c, open, agreed);
  const hand = handOf(c);
  if (hand === undefined || open.payload.visit !== (hand.visit.id as VisitId as string)) return false;
  if (open.what === 'restart') restart(c, agreed);
  else if (open.what === 'outcome') {
    const outcome = outcomes.find((o) => o === open.payload.outcome) as
      | Exclude<Outcome, 'answered'>
      | undefined;
    if (outcome === undefined) return false;
    yield* recordOutcome(c, hand, outcome, agreed);
  } else return false;
  return true;
}

function restart(c: Conversation, agreed: boolean): void {
  const hand = handOf(c);
  if (hand === undefined) return;
  if (!agreed) return c.say(`好，没有清空。\n${nextStep(c, hand)}`);
  const cleared = Object.fromEntries(Object.keys(hand.visit.answers).map((key) => [key, null]));
  const next = write(c, hand, { ...cleared, ...prefilledAnswers(hand.list, hand.subject) });
  c.patch({ trail: [], doubts: {} });
  c.say(`已清空，从头来。\n${nextStep(c, next)}`);
}

function* takeOver(c: Conversation, open: Confirm, agreed: boolean): Asking<boolean> {
  if (!agreed) {
    c.open(undefined);
    c.say('好，不接。回“下一户”继续您的名单。');
    return true;
  }
  const id = householdId.safeParse(open.payload.household);
  const opened = id.success
    ? yield* ask('openHousehold', { id: id.data, questionnaire: householdQuestionnaire.id })
    : null;
  if (opened === null || opened.visit === null) return false;
  c.patch({ visitId: opened.visit.id, trail: [], doubts: {} });
  goOn(c, inHand(c, { ...opened.visit, helper: c.speaker.id }, opened.household), '接过来了。');
  return true;
}
