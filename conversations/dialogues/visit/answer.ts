import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { Prompt } from '../../contract/state.ts';
import type { Answer } from '../../form/answer.ts';
import { numberedQuestions } from '../../form/echo.ts';
import { nextQuestion, questionOf } from '../../form/questionnaire.ts';
import { pickedNumber } from '../../language/picked-number.ts';
import { namesPeople, understandControl } from '../../understanding/index.ts';
import { applyReading } from './apply.ts';
import { readEnding } from './endings.ts';
import { confirmedAnswers, endedAs, type Hand, write } from './hand.ts';
import { giveReason, truly } from './odd.ts';
import { hearEnding } from './outcome.ts';
import { askAgain, nextStep, showOpenAgain } from './prompts.ts';
import { choiceLine, heading, mayBeSaid } from './question-text.ts';
import { readAnswer } from './read-answer.ts';
import { askReopen } from './start.ts';
import { submit } from './submit.ts';
import { readFor } from './take.ts';
import { notAnswered } from './way-out.ts';
import { askWhetherAny, onlyNumbers, whatFor, whoAsked, whoSaid } from './who.ts';

type Open<K extends Prompt['is']> = Extract<Prompt, { is: K }>;
type Known = Extract<Answer, { is: 'known' }>;

/** A message while a visit is in hand: what is open in this chat decides how it is read. */
export function* answerVisit(c: Conversation, hand: Hand, open: Prompt | undefined): Asking<void> {
  if (endedAs(hand.visit) !== undefined) return askReopen(c, hand);
  const ending = readEnding(c.text);
  if (ending !== undefined) return hearEnding(c, hand, ending);
  switch (open?.is) {
    case 'options':
      return yield* chooseOption(c, hand, open);
    case 'reason':
      if (!giveReason(c, hand, open)) yield* readAnswer(c, hand, open.key, c.text);
      return;
    case 'who':
      return yield* nameWho(c, hand, open);
    case 'card':
      return yield* confirmCard(c, hand);
    case 'summary':
      return yield* atSummary(c, hand);
    case 'question':
      if (holdsTo(c, hand, open)) return;
      return yield* readAnswer(c, hand, open.key, c.text);
    default:
      return yield* readAnswer(c, hand, undefined, c.text);
  }
}

function* chooseOption(c: Conversation, hand: Hand, open: Open<'options'>): Asking<void> {
  const question = questionOf(hand.list, open.key);
  if (question === undefined) return yield* readAnswer(c, hand, undefined, c.text);
  if (/^(?:都不是|都不对|哪个都不是)[。.！!]?$/u.test(c.text)) {
    c.say(`那直接说。${askAgain(c, hand, question)}`);
    return;
  }
  const picked = pickedNumber(c.text, open.options.length);
  const option = picked === undefined ? agreed(c, open) : open.options[picked];
  if (option === undefined) return yield* readAnswer(c, hand, open.key, c.text);
  const understood = { status: 'value', value: option.value } as const;
  applyReading(c, hand, { slots: [{ key: open.key, understood, words: option.label }], rest: [] }, open);
}

/** 对 / 是的 agrees when there is just one thing to agree to, to the change it was asked about, or to what was said. */
function agreed(c: Conversation, open: Open<'options'>) {
  const [first] = open.options;
  const asSaid = c.state.doubts[open.key]?.reason === 'unusual';
  const wants = open.options.length === 1 || asSaid || first?.label.startsWith('改成') === true;
  return wants && (truly.test(c.text) || understandControl(c.text)?.action === 'confirm') ? first : undefined;
}

/**
 * 不稳定吧 → 听着不太肯定 → 嗯: it stays with what was said. 房子D级 → 要核实一下，能放心住吗 → 是 may mean the one
 * or the other, and is never taken for the opposite of what was said.
 */
function holdsTo(c: Conversation, hand: Hand, { key }: Open<'question'>): boolean {
  const doubt = c.state.doubts[key];
  if (doubt === undefined || typeof doubt.value !== 'boolean') return false;
  if (!/^(?:嗯+|对的?|是的?|是啊|没错|确定|肯定|就是)[。.！!]?$/u.test(c.text)) return false;
  if (doubt.reason === 'hedged') {
    const understood = { status: 'value', value: doubt.value } as const;
    applyReading(c, hand, { slots: [{ key, understood, words: doubt.words }], rest: [] }, { key });
    return true;
  }
  const question = questionOf(hand.list, key);
  if (doubt.value || question === undefined) return false;
  const asked = `${heading(c, hand.household)}“${c.text}”是说哪个？\n${choiceLine(question)}`;
  c.say(notAnswered(c, hand, question, [], asked));
  return true;
}

/** Which member an answer is about: a number of the list, or any words for the person. */
function* nameWho(c: Conversation, hand: Hand, open: Open<'who'>): Asking<void> {
  const asked = whoAsked(hand, open);
  if (asked === undefined) return yield* readAnswer(c, hand, undefined, c.text);
  const control = understandControl(c.text);
  const passes = control?.action === 'skip' || control?.action === 'unsure';
  if (control?.action === 'confirm' || control?.action === 'noise')
    return c.say(`是哪一位呢？\n${showOpenAgain(c, hand)}`);
  if (control !== undefined && !passes) return yield* readAnswer(c, hand, open.key, c.text);
  if (!passes && speaksOfOtherThings(c, hand)) {
    // Asked three times beside other facts: it stays open who it is, and the visit goes on.
    const unsaid = { ...asked.answer, who: '未说明' };
    const next = c.missed() < 3 ? hand : write(c, hand, { [open.key]: unsaid });
    return yield* readAnswer(c, next, undefined, c.text);
  }
  if (!passes && withReason(c, hand, open.key, asked.answer)) return;
  if (passes) return noteWho(c, hand, asked, '未说明');
  takeWho(c, hand, asked);
}

type WhoAsked = NonNullable<ReturnType<typeof whoAsked>>;

function noteWho(c: Conversation, hand: Hand, { question, answer }: WhoAsked, who: string): void {
  const next = write(c, hand, { [question.key]: { ...answer, who } });
  c.say(`记下：${whatFor(question)}（${who}）\n${nextStep(c, next)}`);
}

/** A person is noted; 没有 asks whether the answer was wrong; of anything else nobody is made. */
function takeWho(c: Conversation, hand: Hand, asked: WhoAsked): void {
  const said = whoSaid(hand, c.text);
  switch (said.is) {
    case 'person':
      return noteWho(c, hand, asked, said.who);
    case 'noSuchNumber':
      return c.say(`没有这个号，说称呼就行。\n${showOpenAgain(c, hand)}`);
    case 'nobody':
      return c.say(askWhetherAny(c, hand, asked.question, asked.answer.v === true));
    case 'unclear':
      if (c.missed() >= 3) return noteWho(c, hand, asked, '未说明');
      return c.say(`没听出是哪一位，说名字或“老伴”这样的称呼就行。\n${showOpenAgain(c, hand)}`);
  }
}

/** 小宝 不想上: the person and with him the answer to what is asked next. */
function withReason(c: Conversation, hand: Hand, key: string, answer: Known): boolean {
  const known = [hand.household.headName, ...hand.household.members.map((m) => m.name)];
  const [, name = '', rest = ''] = /^(\p{Script=Han}{1,4})[\s，,。]+(\S.*)$/u.exec(c.text) ?? [];
  const question = questionOf(hand.list, key);
  if (rest === '' || question === undefined || !namesPeople(name, known)) return false;
  const named = { ...hand.visit.answers, [key]: { ...answer, who: name } };
  // The question behind the one whose who it is: why the child dropped out, whether they can pay.
  const behind = hand.list.questions.slice(hand.list.questions.indexOf(question) + 1);
  const next = nextQuestion({ ...hand.list, questions: behind }, named, hand.subject)?.key;
  const reading = readFor({ ...hand, visit: { ...hand.visit, answers: named } }, rest, next);
  if (!reading.slots.some((slot) => slot.understood.status === 'value')) return false;
  const written = write(c, hand, { [key]: { ...answer, who: name } });
  applyReading(c, written, reading, { key: next }, [`记下：${whatFor(question)}（${name}）`]);
  return true;
}

/** Not a person but the next answers: the who stays open and is asked again. */
function speaksOfOtherThings(c: Conversation, hand: Hand): boolean {
  if (onlyNumbers(c.text)) return false;
  const { slots } = readFor(hand, c.text, undefined);
  // 老伴, 老两口: people, not how many they are.
  const counted = /[\d一二两三四五六七八九十][口个]?人|[\d一二三四五六七八九十]口/u.test(c.text);
  return slots.some((slot) => slot.understood.status === 'value' && (slot.key !== 'population' || counted));
}

/** 对 confirms the register's card; `对 4口人 …` confirms it and goes on reading; 不对 asks what is wrong. */
function* confirmCard(c: Conversation, hand: Hand): Asking<void> {
  if (/^(?:不对|错了|有错|有变化|变了|不一样)[。.！!]?$/u.test(c.text))
    return c.say('哪一项不对？直接说对的就行，如“5口人”。');
  const match = /^(?:对的?|是的?|没错|没变|都对|嗯+|确认|好的?|1)(?:[，,。.！!\s]+|$)/u.exec(c.text);
  if (match === null) return yield* readAnswer(c, hand, openKey(c, hand), c.text);
  const shown = (key: string) => {
    const question = questionOf(hand.list, key);
    return question !== undefined && mayBeSaid(c, question);
  };
  const confirmed = write(c, hand, confirmedAnswers(hand, shown));
  const rest = c.text.slice(match[0].length).trim();
  if (rest !== '') return yield* readAnswer(c, confirmed, openKey(c, confirmed), rest);
  c.say(`好，登记的都对。\n${nextStep(c, confirmed)}`);
}

/** The question a bare answer belongs to when none is open: the first unanswered one. */
function openKey(c: Conversation, hand: Hand): string | undefined {
  return nextQuestion(hand.list, hand.visit.answers, hand.subject, (q) => !mayBeSaid(c, q))?.key;
}

/** At the summary: 提交 submits, a number re-asks that line, anything else is a correction. */
function* atSummary(c: Conversation, hand: Hand): Asking<void> {
  const shown = numberedQuestions(hand.list, hand.visit.answers);
  const picked = pickedNumber(c.text, shown.length);
  const question = picked === undefined ? undefined : shown[picked];
  if (question !== undefined) {
    c.say(`改第${(picked ?? 0) + 1}项，${askAgain(c, hand, question)}`);
    return;
  }
  if (/^(?:好的?|行|中|可以|没问题|都?对的?|没错|嗯+|ok)[吧了。.！!]*$/iu.test(c.text))
    return yield* submit(c, hand);
  if (pickedNumber(c.text, 99) !== undefined)
    return c.say(`没有这个序号，只到${shown.length}。要改哪项，也可以直接说“收入改成4万”。`);
  yield* readAnswer(c, hand, undefined, c.text);
}
