import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { textOf } from '../../form/answer.ts';
import { nextQuestion, questionOf } from '../../form/questionnaire.ts';
import { maskName } from '../../language/masking.ts';
import type { Reading } from '../../understanding/index.ts';
import { applyReading } from './apply.ts';
import { agreesToPause, obey } from './commands.ts';
import type { Hand } from './hand.ts';
import { otherHousehold } from './other-household.ts';
import { nextStep, showOpenAgain } from './prompts.ts';
import { mayBeSaid } from './question-text.ts';
import { readFor } from './take.ts';
import { notAnswered } from './way-out.ts';
import { numbersWarning } from './wording.ts';

/** Reads the message as a command or as answers; the way out comes after two misunderstandings. */
export function* readAnswer(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  text: string,
): Asking<void> {
  const reading = otherProblemSaid(hand, text) ?? readFor(hand, text, key);
  if (reading.control?.action === 'sensitive') return withoutNumbers(c, hand, key, text);
  if (reading.control !== undefined && (yield* obey(c, hand, reading.control, key))) return;
  const other = otherHousehold(hand.household, text);
  if (other !== undefined && (reading.slots.length > 0 || other.before !== ''))
    return onlyThisHousehold(c, hand, key, other);
  const words = asItStands(hand, key, reading, text);
  if (words !== undefined || reading.slots.length > 0) {
    applyReading(c, hand, words ?? reading, { key });
    return;
  }
  if (reading.ask !== undefined) return askOneByOne(c, hand, reading.ask.reason);
  misunderstood(c, hand, key, reading);
}

/** 其他问题：路灯坏了, as the bot itself asks to put it; added to what was said before. */
function otherProblemSaid(hand: Hand, text: string): Reading | undefined {
  const words = /^其[他它]问题\s*[:：，,]\s*(\S[\s\S]{0,200})$/u.exec(text)?.[1]?.trim();
  const question = questionOf(hand.list, 'otherProblems');
  if (words === undefined || question?.kind !== 'text' || /^(?:无|没有?|没了)$/u.test(words))
    return undefined;
  const before = textOf(hand.visit.answers, question.key) ?? '';
  const value = before === '' || before === question.none || before === words ? words : `${before}；${words}`;
  return { slots: [{ key: question.key, understood: { status: 'value', value }, words: text }], rest: [] };
}

/** Free words to a question that wants them (路灯坏了), where nothing else in them has a place of its own. */
function asItStands(
  hand: Hand,
  key: string | undefined,
  reading: Reading,
  text: string,
): Reading | undefined {
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  if (key === undefined || question?.kind !== 'text' || reading.slots.length === 0) return undefined;
  const details = reading.slots.every(
    (s) => s.key !== key && questionOf(hand.list, s.key)?.kind === 'choices',
  );
  if (!details || reading.ask !== undefined) return undefined;
  return {
    slots: [{ key, understood: { status: 'value', value: text.slice(0, 200) }, words: text }],
    rest: [],
  };
}

/** ID and phone numbers are left out; what else the message says is taken. */
function withoutNumbers(c: Conversation, hand: Hand, key: string | undefined, text: string): void {
  const rest = text
    .normalize('NFKC')
    .replace(/[\dXx*\-\s]{11,}/gu, ' ')
    .replace(/(?:身份证号?码?|电话|手机号?码?|联系方式)[是为:：]*/gu, ' ')
    .trim();
  const reading = rest === '' ? undefined : readFor(hand, rest, key);
  const warning = numbersWarning(c);
  if (reading !== undefined && reading.slots.length > 0)
    applyReading(c, hand, { ...reading, rest: [] }, { key }, [warning]);
  else c.say(`${warning}\n${showOpenAgain(c, hand)}`);
}

/** One message, two households: what was said before the other's name is this one's, the rest waits. */
function onlyThisHousehold(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  { name, before }: { name: string; before: string },
): void {
  const other = c.inRoom ? maskName(name) : name;
  const told = `一条只说一户：${other}家的没记，等下回“排查 ${other}”再说。`;
  const reading = before === '' ? undefined : readFor(hand, before, key);
  if (reading !== undefined && reading.slots.length > 0) applyReading(c, hand, reading, { key }, [told]);
  else c.say(`${told}\n${showOpenAgain(c, hand)}`);
}

function askOneByOne(c: Conversation, hand: Hand, reason: string): void {
  const why = reason === 'allFine' ? '“都好”没法往台账里记' : '每户情况要分开记，不能照抄上一户';
  c.say(`${why}，得一项一项说。\n${nextStep(c, hand)}`);
}

function misunderstood(c: Conversation, hand: Hand, key: string | undefined, reading: Reading): void {
  if (c.overheard) return;
  if (agreesToPause(c)) return c.say('好，回头回“继续”接着答。');
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  if (question === undefined || !mayBeSaid(c, question)) return withoutQuestion(c, hand);
  c.say(notAnswered(c, hand, question, reading.rest));
}

/** Nothing particular was asked: what comes next is asked, or how to go on is said. */
function withoutQuestion(c: Conversation, hand: Hand): void {
  const open = nextQuestion(hand.list, hand.visit.answers, hand.subject) !== undefined;
  if (!open && c.chat.open?.is === 'summary') return c.say(`没看懂这句。${showOpenAgain(c, hand)}`);
  c.say(`没看懂这句。\n${nextStep(c, hand)}`);
}
