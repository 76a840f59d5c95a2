import { type Answer, type AnswerValue, answerValue, isRegistered } from './answer.ts';
import type { Patch } from './form.ts';
import type { Question } from './question.ts';
import { showAnswer } from './show-answer.ts';
import type { Sitting } from './sitting.ts';
import type { AnswerDoubt, ToldSlot, UnderstoodAnswer } from './told.ts';
import { aboutPersons, personsCalled, personsIn } from './who.ts';

/** How a message is meant: `key` was asked for; `correcting` when it says that something is to be changed. */
export interface MeantFor {
  key?: string | undefined;
  correcting?: boolean;
  /** It isn't certain which answer is to be changed: the change is shown first, whatever it is. */
  uncertain?: boolean;
}

/** What became of the slots of one message. */
export interface Filled {
  patch: Record<string, Answer | null>;
  doubts: Record<string, AnswerDoubt>;
  /** The first odd value: asked for a reason before it is stored. */
  odd?: { question: Question; value: AnswerValue; why: string };
  /** Values refused, with the reason in words. */
  refused: { question: Question; why: string }[];
  /** Said of what is asked in another place. */
  elsewhere: string[];
}

/** Sorts what was understood: stored, doubted, odd or refused. Changes nothing. */
export function fillSlots<S>(s: Sitting<S>, slots: readonly ToldSlot[], asked: MeantFor = {}): Filled {
  const filled: Filled = { patch: {}, doubts: {}, refused: [], elsewhere: [] };
  for (const slot of slots) {
    const question = s.question(slot.key);
    // What is wrong (路灯坏了) finds a place; how they like it has none here.
    if (question?.kind === 'yesNo' && question.elsewhere !== undefined)
      filled.elsewhere.push(question.elsewhere);
    else if (question !== undefined) fillSlot(s, filled, question, slot, asked);
  }
  return { ...filled, patch: withImplied(s, filled.patch) };
}

function withImplied<S>(s: Sitting<S>, patch: Patch): Record<string, Answer | null> {
  const implied: Record<string, Answer | null> = {};
  for (const [key, answer] of Object.entries(patch)) {
    const follows = answer?.is === 'known' ? s.question(key)?.implies?.(answer.v) : undefined;
    for (const [other, v] of Object.entries(follows ?? {})) implied[other] = { is: 'known', v };
  }
  return { ...patch, ...implied };
}

function fillSlot<S>(
  s: Sitting<S>,
  filled: Filled,
  question: Question<S>,
  slot: ToldSlot,
  asked: MeantFor,
): void {
  const { understood } = slot;
  if (understood.status === 'ask') {
    const doubt = doubtOf(understood, slot.words);
    // A clear value that is only rare: what it wants is a reason, not another answer.
    if (doubt.reason === 'unusual' && doubt.value !== undefined && doubt.options === undefined)
      filled.odd ??= { question, value: doubt.value, why: `${question.title}“${doubt.words}”少见，属实吗？` };
    else filled.doubts[question.key] = doubt;
    return;
  }
  if (understood.status !== 'value') return;
  const value = answerValue.safeParse(understood.value);
  if (!value.success) return;
  const soFar = { ...s.answers, ...answersOf(filled.patch) };
  const check = question.check?.(value.data, soFar, s.form.subject) ?? { is: 'fine' };
  if (check.is === 'impossible') filled.refused.push({ question, why: check.why });
  // Lines were told one by one and settled: nothing is left to give a reason for.
  else if (check.is === 'odd' && understood.detail?.lines === undefined)
    filled.odd ??= { question, value: value.data, why: check.why };
  else if (overwritesUnasked(s, question, slot, value.data, asked))
    filled.doubts[question.key] = changedDoubt(s, question, slot, value.data);
  else
    filled.patch[question.key] = withWhatStood(
      s,
      question,
      withPersons(s, question, knownAnswer(question, value.data, slot), slot),
    );
}

/** A bare “五千” to another question must not silently take the place of an answer given before. */
function overwritesUnasked<S>(
  s: Sitting<S>,
  question: Question,
  slot: ToldSlot,
  value: AnswerValue,
  asked: MeantFor,
): boolean {
  const before = s.answers[question.key];
  if (asked.key === undefined || asked.key === question.key || asked.correcting === true) return false;
  if (before?.is !== 'known' || isRegistered(before) || same(before.v, value)) return false;
  return !namesOf(question).some((name) => slot.words.includes(name));
}

function namesOf(question: Question): string[] {
  const measure = question.kind === 'count' ? [question.measure.slice(0, 1)] : [];
  return [question.title, ...(question.topics ?? []), ...measure];
}

function changedDoubt<S>(s: Sitting<S>, question: Question, slot: ToldSlot, value: AnswerValue): AnswerDoubt {
  const before = s.answers[question.key];
  const stood = before?.is === 'known' ? before.v : value;
  const shown = (v: AnswerValue) => showAnswer(question, { is: 'known', v });
  const both = Array.isArray(stood) && Array.isArray(value) ? [...new Set([...stood, ...value])] : undefined;
  return {
    reason: 'changed',
    words: slot.words.slice(0, 60),
    options: [
      { label: `改成${shown(value)}`, value },
      ...(both === undefined ? [] : [{ label: shown(both), value: both }]),
      { label: `还是${shown(stood)}`, value: stood },
    ],
  };
}

function same(a: AnswerValue, b: AnswerValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same said again keeps who was meant and the words beside it. */
function withWhatStood<S>(s: Sitting<S>, question: Question, answer: Answer): Answer {
  const before = s.answers[question.key];
  if (before?.is !== 'known' || answer.is !== 'known' || !same(before.v, answer.v)) return answer;
  const { from: _, confirmed: __, ...stood } = before;
  return { ...stood, ...answer };
}

function answersOf(patch: Patch): Record<string, Answer> {
  return Object.fromEntries(Object.entries(patch).filter((e): e is [string, Answer] => e[1] !== null));
}

/** Words that name nobody in particular. */
const anybody = /^(?:孩子|小孩|娃|学生|一个|有人|家里人|人|病人|家人)$/u;

/** An understood value as it is stored: the illness or kind of trouble and the who travel with it. */
function knownAnswer(question: Question, v: AnswerValue, { understood, words }: ToldSlot): Answer {
  const detail = understood.status === 'value' ? understood.detail : undefined;
  const who =
    question.whoWhen === v && detail?.who !== undefined && !anybody.test(detail.who) ? detail.who : undefined;
  const note =
    question.noteElsewhere === true ? undefined : (detail?.note ?? wordsBeside(question, v, words));
  return {
    is: 'known',
    v,
    ...(note === undefined ? {} : { note: note.slice(0, 200) }),
    ...(who === undefined ? {} : { who: who.slice(0, 40) }),
    ...(detail?.lines === undefined ? {} : { lines: detail.lines }),
  };
}

/** 老二没交，当兵: the persons whom the words name beside the answer, with what they tell of each. */
function withPersons<S>(s: Sitting<S>, question: Question<S>, answer: Answer, { words }: ToldSlot): Answer {
  if (answer.is !== 'known' || question.whoWhen !== answer.v) return answer;
  const [whole, part] = [s.text, words].map((text) => personsIn(s, question, text));
  const read = [whole, part].find((one) => one?.sure === true && one.persons.length > 0);
  if (read !== undefined) return aboutPersons(answer, read.persons);
  return answer.who === undefined ? answer : aboutPersons(answer, personsCalled(s, question, answer.who));
}

const yesAlone =
  /有|是|改|成|为|应该|还|确实|的|些|点|一|其他|其它|别的|了|着|呢|吧|啊|[\d\s，,。.！!：:、]/gu;

/** 缺劳力 to 还有别的难处吗: words that say more than yes are kept; 有困难 says no more. */
function wordsBeside(question: Question, v: AnswerValue, words: string): string | undefined {
  if (question.tellsWhen === undefined || question.tellsWhen !== v) return undefined;
  const plain = [question.title, ...(question.topics ?? [])].reduce((text, t) => text.replace(t, ''), words);
  return plain.replace(yesAlone, '').length < 2 ? undefined : words.replace(/^(?:有|是)?[，,：:\s]+/u, '');
}

function doubtOf(understood: Extract<UnderstoodAnswer, { status: 'ask' }>, words: string): AnswerDoubt {
  const options = (understood.options ?? []).flatMap((o) => {
    const value = answerValue.safeParse(o.value);
    return value.success ? [{ label: o.label, value: value.data }] : [];
  });
  const value = answerValue.safeParse(understood.value);
  return {
    reason: understood.reason,
    words: words.slice(0, 60),
    ...(value.success ? { value: value.data } : {}),
    ...(options.length === 0 ? {} : { options: options.slice(0, 9) }),
    ...(understood.detail?.lines === undefined ? {} : { lines: understood.detail.lines }),
  };
}
