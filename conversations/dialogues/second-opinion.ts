import type { Conversation } from '../contract/conversation.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { type AnswerValue, answerValue } from '../form/answer.ts';
import type { Form, FormState } from '../form/form.ts';
import type { Question } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';
import { showAnswer } from '../form/show-answer.ts';
import type { Told, ToldSlot, UnderstoodAnswer } from '../form/told.ts';
import { fits } from '../form/value.ts';
import { readAgreement } from '../language/agreement.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import { wantsSomething } from '../language/question-form.ts';
import { agreed, type FieldSaid, type SecondSaid } from '../reading/agreement.ts';
import type { SecondQuestion } from '../reading/needs.ts';

/** Longer messages tell of more than one thing. */
const longest = 200;

/** Doubts that no other reader can clear up: it was a question, a rare value wants a reason, a unit wasn't said. */
const ownDoubts: ReadonlySet<string> = new Set(['question', 'unusual', 'unit', 'sameAsBefore', 'allFine']);

/**
 * The form as it reads this message with the help of a second reader: asked where the first leaves the open question
 * open, reads it with doubt, or is sure of words that aren't the answer itself; never for a question or an order.
 * Without one the form stays as it is.
 */
export function* withSecondOpinion<S>(
  c: Conversation,
  form: Form<S>,
  state: FormState,
  text: string,
  key: string | undefined = openKeyOf(state),
): Asking<Form<S>> {
  const question = key === undefined ? undefined : questionOf(form.list, key);
  if (question === undefined || c.overheard || (form.inGroup && question.sensitive === true)) return form;
  const asked = askedOf(question);
  const length = [...text].length;
  if (asked === undefined || length < 2 || length > longest || wantsSomething(text)) return form;
  const told = form.reader.message(text, state.answers, key);
  if (!isOpen(told, question.key) && !isWorded(told, question, text))
    return reading(form, state, text, question, told);
  const names = [...form.known, ...form.people.map(({ name }) => name), c.speaker.name];
  const second = yield* ask('secondReading', { ...asked, text, names });
  return reading(
    form,
    state,
    text,
    question,
    second === null ? told : readByBoth(told, question, second, text),
  );
}

/** The form, with this message read already: it isn't read a second time. */
function reading<S>(
  form: Form<S>,
  { answers }: FormState,
  text: string,
  { key }: Question,
  told: Told,
): Form<S> {
  const { reader } = form;
  return {
    ...form,
    reader: {
      ...reader,
      message: (words, before, of) =>
        words === text && before === answers && of === key ? told : reader.message(words, before, of),
    },
  };
}

function openKeyOf({ open }: FormState): string | undefined {
  return open?.is === 'question' || open?.is === 'options' ? open.key : undefined;
}

/** What a second reader may say to the question; undefined where words of one's own are wanted. */
function askedOf(question: Question): Pick<SecondQuestion, 'ask' | 'kind' | 'choices'> | undefined {
  const { kind, ask: words } = question;
  if (kind === 'text' || kind === 'photo') return undefined;
  if (kind !== 'choice' && kind !== 'choices') return { ask: words, kind };
  return { ask: words, kind, choices: question.choices.map(({ value }) => value) };
}

/** Nothing was read of the open question, and nothing else either; or it was read with doubt. */
function isOpen({ slots, order, ask: whole }: Told, key: string): boolean {
  if (order !== undefined || whole !== undefined) return false;
  const own = slots.find((slot) => slot.key === key);
  if (own === undefined) return slots.length === 0;
  return own.understood.status === 'ask' && !ownDoubts.has(own.understood.reason);
}

/**
 * Sure, of words that could be read otherwise. What is offered, a yes or no, a number with its measure and a message
 * about several things are left alone: there is one way to read them.
 */
function isWorded({ slots, order, ask: whole }: Told, question: Question, text: string): boolean {
  const [own, ...more] = slots;
  if (order !== undefined || whole !== undefined || own?.key !== question.key || more.length > 0)
    return false;
  if (own.understood.status !== 'value' || readAgreement(text, labelsOf(question)) !== undefined)
    return false;
  if (question.kind === 'count' || question.kind === 'money') return !isFigure(text);
  const said = text.normalize('NFKC').trim();
  return (
    !('choices' in question) ||
    question.choices.every((c) => c.label !== said && c.words?.includes(said) !== true)
  );
}

function labelsOf(question: Question): { yes?: readonly string[]; no?: readonly string[] } {
  if (question.kind !== 'yesNo') return {};
  const { yes, no } = question;
  return { ...(yes === undefined ? {} : { yes: [yes] }), ...(no === undefined ? {} : { no: [no] }) };
}

/** 4口人, 一年5万: a number, and at most a few characters around it. */
function isFigure(text: string): boolean {
  const [number, ...more] = scanNumbers(text);
  return number !== undefined && more.length === 0 && text.length - (number.end - number.start) <= 4;
}

/** Both readings by the rule of agreement, as the form takes them. */
function readByBoth(told: Told, question: Question, second: SecondSaid, text: string): Told {
  const own = told.slots.find((slot) => slot.key === question.key);
  const value = valueFor(question, second.value);
  const before = own?.understood.status;
  if (before !== 'value' && (!second.sure || value === undefined)) return told;
  const first = firstSaid(own);
  const said = agreed(first, { sure: second.sure && value !== undefined, value: value ?? null }, isSame);
  const guess = said.is === 'nothing' ? undefined : valueFor(question, said.value);
  if (guess === undefined) return told;
  const words = own?.words ?? text;
  const detail = own === undefined || !('detail' in own.understood) ? undefined : own.understood.detail;
  const understood: UnderstoodAnswer =
    said.is === 'sure'
      ? { status: 'value', value: guess, ...(detail === undefined ? {} : { detail }) }
      : { status: 'ask', reason: 'secondRead', value: guess, options: optionsOf(question, guess, first) };
  const others = told.slots.filter((slot) => slot !== own);
  return { slots: [{ key: question.key, understood, words }, ...others], rest: [] };
}

function firstSaid(own: ToldSlot | undefined): FieldSaid {
  if (own?.understood.status === 'value') return { is: 'sure', value: own.understood.value };
  if (own?.understood.status !== 'ask') return { is: 'nothing' };
  const { value } = own.understood;
  return value === undefined ? { is: 'nothing' } : { is: 'ask', value };
}

/** A value that the question can hold; anything else is no reading. */
function valueFor(question: Question, value: unknown): AnswerValue | undefined {
  const read = answerValue.safeParse(value);
  return read.success && fits(question, read.data) ? read.data : undefined;
}

/** What was read stands first; a yes or no offers its contrary, another reading the first reader's. */
function optionsOf(
  question: Question,
  value: AnswerValue,
  first: FieldSaid,
): { label: string; value: AnswerValue }[] {
  const guess = first.is === 'nothing' ? undefined : valueFor(question, first.value);
  const other = typeof value === 'boolean' ? !value : guess;
  return [value, ...(other === undefined || isSame(other, value) ? [] : [other])].map((v) => ({
    label: showAnswer(question, { is: 'known', v }),
    value: v,
  }));
}

function isSame(a: unknown, b: unknown): boolean {
  const plain = (v: unknown) => JSON.stringify(Array.isArray(v) ? [...v].sort() : v);
  return plain(a) === plain(b);
}
