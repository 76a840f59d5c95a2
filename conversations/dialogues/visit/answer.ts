import type { Question } from '../../engine/question.ts';
import { questionOf } from '../../engine/questionnaire.ts';
import type { Prompt } from '../../engine/state.ts';
import { hintOf } from '../../household/hints.ts';
import { type Reading, understandAnswer, understandControl } from '../../understanding/index.ts';
import type { Conversation } from '../conversation.ts';
import type { Asking } from '../needs.ts';
import { obey } from './commands.ts';
import { confirmedAnswers, type Hand, write } from './hand.ts';
import { pickedNumber } from './picked-number.ts';
import { askQuestion, askText, heading, nextStep } from './prompts.ts';
import { applyReading, readFor } from './take.ts';
import { contactLine } from './wording.ts';

type Open<K extends Prompt['is']> = Extract<Prompt, { is: K }>;

/** A message while a visit is in hand: what is open in this chat decides how it is read. */
export function* answerVisit(c: Conversation, hand: Hand, open: Prompt | undefined): Asking<void> {
  switch (open?.is) {
    case 'options':
      return yield* chooseOption(c, hand, open);
    case 'reason':
      return yield* giveReason(c, hand, open);
    case 'who':
      return yield* nameWho(c, hand, open);
    case 'card':
      return yield* confirmCard(c, hand);
    case 'summary':
      return yield* atSummary(c, hand);
    case 'question':
      return yield* readAnswer(c, hand, open.key, c.text);
    default:
      return yield* readAnswer(c, hand, undefined, c.text);
  }
}

/** Reads the message as a command or as answers; the way out comes after two misunderstandings. */
export function* readAnswer(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  text: string,
): Asking<void> {
  const reading = readFor(c, hand, text, key);
  if (reading.control !== undefined && (yield* obey(c, hand, reading.control, key))) return;
  if (reading.slots.length > 0) {
    const other = otherHousehold(hand, reading, text);
    if (other === undefined) applyReading(c, hand, reading);
    else
      c.say(
        `这条像是连${other}家一起说了。一条说一户：先说${heading(c, hand.household)}的，${other}家等下回“排查 ${other}”。\n${nextStep(c, hand)}`,
      );
    return;
  }
  if (reading.ask !== undefined) {
    const why =
      reading.ask.reason === 'allFine' ? '“都好”没法往台账里记' : '每户情况要分开记，不能照抄上一户';
    c.say(`${why}，得一项一项说。\n${nextStep(c, hand)}`);
    return;
  }
  misunderstood(c, hand, key);
}

/** Another family's name in a message whose facts contradict each other: two households said in one breath. */
function otherHousehold(hand: Hand, reading: Reading, text: string): string | undefined {
  const conflicts = reading.slots.some(
    (s) => s.understood.status === 'ask' && s.understood.reason === 'conflict',
  );
  if (!conflicts) return undefined;
  const names = [...text.matchAll(/(?:^|[，,。；;、\s])([\p{Script=Han}]{2,3})[家户](?!里|人|庭|属)/gu)].map(
    (m) => m[1],
  );
  return names.find((name) => name !== undefined && name !== hand.household.headName);
}

function misunderstood(c: Conversation, hand: Hand, key: string | undefined): void {
  const misses = c.missed();
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  if (question === undefined) {
    const step = nextStep(c, hand);
    c.say(`没看懂这句。\n${step}`);
    return;
  }
  const again = `${heading(c, hand.household)}${askText(question)}`;
  if (misses < 2) c.say(`没看懂，换个说法试试？\n${again}`);
  else c.say(`还是没看懂，不好意思。\n${again}\n说不好就回“跳过”或“不清楚”，也可以${contactLine(c)}`);
}

function* chooseOption(c: Conversation, hand: Hand, open: Open<'options'>): Asking<void> {
  const question = questionOf(hand.list, open.key);
  if (question === undefined) return yield* readAnswer(c, hand, undefined, c.text);
  const picked = pickedNumber(c.text, open.options.length);
  const option = picked === undefined ? agreed(c.text, open) : open.options[picked];
  if (option === undefined) return yield* readAnswer(c, hand, open.key, c.text);
  applyReading(c, hand, {
    slots: [{ key: open.key, understood: { status: 'value', value: option.value }, words: option.label }],
    rest: [],
  });
}

/** 对 / 是的 agrees when there is just one thing to agree to. */
function agreed(text: string, open: Open<'options'>) {
  return open.options.length === 1 && understandControl(text)?.action === 'confirm'
    ? open.options[0]
    : undefined;
}

/** An odd value was asked about: a reason keeps it, another number replaces it. */
function* giveReason(c: Conversation, hand: Hand, open: Open<'reason'>): Asking<void> {
  const question = questionOf(hand.list, open.key);
  if (question === undefined) return yield* readAnswer(c, hand, undefined, c.text);
  const control = understandControl(c.text);
  if (control !== undefined && control.action !== 'confirm' && control.action !== 'noise')
    return yield* readAnswer(c, hand, open.key, c.text);
  const again = understandAnswer(c.text, hintOf(question));
  const sameKind =
    again.status === 'value' && again.value !== open.value && typeof again.value === typeof open.value;
  if (sameKind || again.status === 'ask') return yield* readAnswer(c, hand, open.key, c.text);
  const note = /^(属实|是的?|对的?|嗯|没错|真的|1)[。.！!]?$/u.test(c.text)
    ? '经核属实'
    : c.text.slice(0, 200);
  const next = write(c, hand, { [open.key]: { is: 'known', v: open.value, note } });
  c.say(`记下：${question.title}（${note}）\n${nextStep(c, next)}`);
}

/** Which member an answer is about: a number of the list, or any words for the person. */
function* nameWho(c: Conversation, hand: Hand, open: Open<'who'>): Asking<void> {
  const question = questionOf(hand.list, open.key);
  const answer = hand.visit.answers[open.key];
  if (question === undefined || answer?.is !== 'known') return yield* readAnswer(c, hand, undefined, c.text);
  const control = understandControl(c.text);
  const passes = control?.action === 'skip' || control?.action === 'unsure';
  if (control !== undefined && !passes) return yield* readAnswer(c, hand, open.key, c.text);
  if (!passes && speaksOfOtherThings(c, hand)) return yield* readAnswer(c, hand, undefined, c.text);
  const who = passes ? '未说明' : memberNamed(hand, c.text);
  const next = write(c, hand, { [open.key]: { ...answer, who } });
  c.say(`记下：${question.title}（${who}）\n${nextStep(c, next)}`);
}

/** Not a person but the next answers: the who stays open and is asked again. */
function speaksOfOtherThings(c: Conversation, hand: Hand): boolean {
  if (/^[\d\s、,，和号.]+$/u.test(c.text.normalize('NFKC'))) return false;
  return readFor(c, hand, c.text, undefined).slots.some((slot) => slot.understood.status === 'value');
}

function memberNamed(hand: Hand, text: string): string {
  const numbers = text.normalize('NFKC').match(/\d{1,2}/g) ?? [];
  const named = numbers.flatMap((n) =>
    hand.household.members.filter((m) => m.no === Number(n)).map((m) => m.name),
  );
  return named.length > 0 ? named.join('、') : text.slice(0, 40);
}

/** 对 confirms the register's card; `对 4口人 …` confirms it and goes on reading. */
function* confirmCard(c: Conversation, hand: Hand): Asking<void> {
  const match = /^(?:对的?|是的?|没错|没变|都对|嗯+|确认)(?:[，,。.！!\s]+|$)/u.exec(c.text);
  if (match === null) return yield* readAnswer(c, hand, openKey(c, hand), c.text);
  const confirmed = write(c, hand, confirmedAnswers(hand));
  const rest = c.text.slice(match[0].length).trim();
  if (rest !== '') return yield* readAnswer(c, confirmed, openKey(c, confirmed), rest);
  c.say(`好，登记的都对。\n${nextStep(c, confirmed)}`);
}

/** The question a bare answer belongs to when none is open: the first unanswered one. */
function openKey(c: Conversation, hand: Hand): string | undefined {
  const question: Question | undefined = hand.list.questions.find(
    (q) =>
      hand.visit.answers[q.key] === undefined &&
      (q.when === undefined || q.when(hand.visit.answers, hand.subject)) &&
      !(c.inRoom && q.sensitive === true),
  );
  return question?.key;
}

/** At the summary: 提交 submits, a number re-asks that line, anything else is a correction. */
function* atSummary(c: Conversation, hand: Hand): Asking<void> {
  const shown = hand.list.questions.filter((q) => hand.visit.answers[q.key] !== undefined);
  const picked = pickedNumber(c.text, shown.length);
  const question = picked === undefined ? undefined : shown[picked];
  if (question !== undefined) {
    c.say(`改第${(picked ?? 0) + 1}项：\n${askQuestion(c, hand, question)}`);
    return;
  }
  yield* readAnswer(c, hand, undefined, c.text);
}
