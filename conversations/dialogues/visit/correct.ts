import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { echo, numberedQuestions } from '../../form/echo.ts';
import type { Question } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { hintOf } from '../../understanding/hints.ts';
import type { Control } from '../../understanding/index.ts';
import { understandAnswer } from '../../understanding/index.ts';
import { isJustAdded, withdrawAdded } from './add-household.ts';
import { applyReading } from './apply.ts';
import { type Hand, write } from './hand.ts';
import { askAgain, nextStep } from './prompts.ts';
import { mayBeSaid } from './question-text.ts';
import { startNamed } from './start.ts';
import { readFor } from './take.ts';
import { askWho } from './who.ts';

/** 上一题: asks again the question answered before the open one. */
export function goBack(c: Conversation, hand: Hand, key: string | undefined): void {
  const trail = c.state.trail.filter((k) => hand.visit.answers[k] !== undefined);
  const place = key === undefined ? -1 : trail.indexOf(key);
  const before = place > 0 ? trail[place - 1] : place === 0 ? undefined : trail[trail.length - 1];
  const question = before === undefined ? undefined : questionOf(hand.list, before);
  if (question === undefined) {
    c.say(`前面没有了，这是第一题。\n${nextStep(c, hand)}`);
    return;
  }
  c.say(`回到上一题，${askAgain(c, hand, question)}`);
}

/** 撤销: puts back what stood there before the last message. */
export function undo(c: Conversation, hand: Hand): void {
  if (isJustAdded(c, hand)) return withdrawAdded(c, hand);
  const last = c.state.undo;
  if (last === undefined || last.visitId !== hand.visit.id) {
    c.say(`没有可以撤销的。\n${nextStep(c, hand)}`);
    return;
  }
  const next = write(c, hand, last.before);
  c.say(`撤销了${whatStands(c, next, Object.keys(last.before))}。\n${nextStep(c, next)}`);
}

/** After 撤销: what stands again, and what isn't answered any more. */
function whatStands(c: Conversation, hand: Hand, keys: readonly string[]): string {
  const questions = keys.flatMap((key) => questionOf(hand.list, key) ?? []);
  if (!questions.every((q) => mayBeSaid(c, q))) return `：刚才的${questions.length}项`;
  const [back, gone] = [true, false].map((stands) =>
    questions.filter((q) => (hand.visit.answers[q.key] !== undefined) === stands),
  );
  const parts = [
    back?.length
      ? `还是${echo(
          hand.list,
          hand.visit.answers,
          back.map((q) => q.key),
        )}`
      : '',
    gone?.length ? `${gone.map((q) => q.title).join('、')}不算了` : '',
  ];
  return `，${parts.filter((p) => p !== '').join('；')}`;
}

/**
 * 收入改成4万 / 第3题改成有 / 不对，是5口: finds the question meant and takes the new value. Works the same
 * after submission: the change is logged and the ledger shows the latest.
 */
export function* edit(
  c: Conversation,
  hand: Hand,
  control: Control,
  key: string | undefined,
): Asking<boolean> {
  if (control.household !== undefined && !sameHousehold(hand, control.household)) {
    yield* startNamed(c, control.household);
    return true;
  }
  const question = targetOf(c, hand, control.target, key);
  const value = control.value ?? '';
  if (value === '') {
    if (question === undefined) c.say(`要改哪一项？说“收入改成4万”这样就行。\n${nextStep(c, hand)}`);
    else c.say(`改${mayBeSaid(c, question) ? question.title : '这项'}：${askAgain(c, hand, question)}`);
    return true;
  }
  if (question !== undefined && wantsWho(c, hand, question)) {
    c.say(askWho(c, hand, question));
    return true;
  }
  const understood = question === undefined ? undefined : understandAnswer(value, hintOf(question));
  if (question !== undefined && (understood?.status === 'value' || understood?.status === 'ask')) {
    const slots = [{ key: question.key, understood, words: value }];
    applyReading(c, hand, { slots, rest: [] }, { key: question.key, correcting: true });
    return true;
  }
  // 不对，是5口 at the card, or about another question than the open one: the value says what it is of.
  const reading = readFor(hand, value, undefined);
  if (reading.slots.length > 0) applyReading(c, hand, reading, { correcting: true });
  else if (question === undefined) c.say(`没看懂要改哪一项，说“收入改成4万”这样就行。\n${nextStep(c, hand)}`);
  else c.say(`“${value.slice(0, 30)}”没看懂。\n${askAgain(c, hand, question)}`);
  return true;
}

/** 改有病的是谁: not the answer but whom it is about. */
function wantsWho(c: Conversation, hand: Hand, question: Question): boolean {
  const answer = hand.visit.answers[question.key];
  const asked = /谁|哪一?[位个]/u.test(c.text) && mayBeSaid(c, question);
  return asked && question.whoWhen !== undefined && answer?.is === 'known' && answer.v === question.whoWhen;
}

function targetOf(
  c: Conversation,
  hand: Hand,
  target: string | undefined,
  key: string | undefined,
): Question | undefined {
  if (target === undefined || target === 'current') {
    const current = key !== undefined && hand.visit.answers[key] !== undefined ? key : c.state.trail.at(-1);
    return current === undefined ? undefined : questionOf(hand.list, current);
  }
  if (target === 'previous') {
    const previous = c.state.trail.at(-1);
    return previous === undefined ? undefined : questionOf(hand.list, previous);
  }
  if (target.startsWith('#'))
    return numberedQuestions(hand.list, hand.visit.answers)[Number(target.slice(1)) - 1];
  return questionOf(hand.list, target);
}

export function sameHousehold(hand: Hand, words: string): boolean {
  const name = words.replace(/[家户]$/u, '');
  return (
    hand.household.headName === name ||
    words.includes(hand.household.headName) ||
    hand.household.members.some((m) => m.name === name)
  );
}
