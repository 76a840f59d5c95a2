import { leadingAgreement } from '../language/agreement.ts';
import type { Answers } from './answer.ts';
import { askNext, showOpen } from './ask.ts';
import { askChange, heldBack } from './change.ts';
import type { FormPrompt, FormStep } from './form.ts';
import { answerOfPersons } from './of-persons.ts';
import { type PersonTold, personsWords } from './person.ts';
import type { Question } from './question.ts';
import { nextQuestion } from './questionnaire.ts';
import type { Sitting } from './sitting.ts';
import { store } from './store.ts';
import {
  aboutPersons,
  askWhetherAny,
  onlyNumbers,
  personsCalled,
  personsIn,
  whatFor,
  whoAsked,
  whoSaid,
} from './who.ts';

type Asked<S> = NonNullable<ReturnType<typeof whoAsked<S>>>;
type ReadOn<S> = (s: Sitting<S>, key: string | undefined, text: string) => FormStep;

const unsaid = '未说明';

/** Whom an answer is about: a number of the list, or any words for the person. Other facts are taken first. */
export function answerWho<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'who' }>,
  readOn: ReadOn<S>,
): FormStep {
  const asked = whoAsked(s, open);
  if (asked === undefined) return readOn(s, undefined, s.text);
  const order = s.form.reader.order(s.text);
  const passes = order?.action === 'skip' || order?.action === 'unsure';
  if (order?.action === 'confirm' || order?.action === 'noise')
    return s.said(`${open.facet === undefined ? '是哪一位呢？\n' : ''}${showOpen(s)}`);
  if (order !== undefined && !passes) return readOn(s, open.key, s.text);
  if (open.facet !== undefined) return answerOfPersons(s, { ...asked, key: open.facet, passes }, readOn);
  if (passes) return s.said(noteWho(s, asked, unsaid));
  const read = personsIn(s, asked.question, s.text);
  if (read?.sure === true && read.persons.length > 0) return s.said(notePersons(s, asked, read.persons));
  const named = withReason(s, asked);
  if (named !== undefined) return s.said(named);
  if (speaksOfOtherThings(s)) {
    // Asked three times beside other facts: it stays open who it is, and the form goes on.
    if (s.missed() >= 3) s.write({ [open.key]: { ...asked.answer, who: unsaid } });
    return readOn(s, undefined, s.text);
  }
  return s.said(onlyReason(s, asked) ?? takeWho(s, asked));
}

function noteWho<S>(s: Sitting<S>, { question, answer }: Asked<S>, who: string): string {
  s.write({ [question.key]: { ...answer, who } });
  return `记下：${whatFor(question)}${s.persons(who)}\n${askNext(s)}`;
}

/**
 * The persons are noted with what was told of them. Others in the place of those who stood there may take a problem
 * away: then it is shown first.
 */
function notePersons<S>(
  s: Sitting<S>,
  { question, answer }: Asked<S>,
  persons: readonly PersonTold[],
): string {
  const patch = { [question.key]: aboutPersons(answer, persons) };
  const held = answer.who === undefined ? undefined : heldBack(s, patch, { key: question.key });
  if (held !== undefined && held.lost.length > 0) return askChange(s, held);
  s.write(patch);
  return `记下：${whatFor(question)}${s.persons(personsWords(persons))}\n${askNext(s)}`;
}

/** A person is noted; 没有 asks whether the answer was wrong; of anything else nobody is made. */
function takeWho<S>(s: Sitting<S>, asked: Asked<S>): string {
  const said = whoSaid(s, asked.question, s.text);
  switch (said.is) {
    case 'person':
      return notePersons(s, asked, said.persons);
    case 'noSuchNumber':
      return `没有这个号，说称呼就行。\n${showOpen(s)}`;
    case 'nobody':
      return askWhetherAny(s, asked.question, asked.answer.v === true);
    case 'unclear':
      if (s.missed() >= 3) return noteWho(s, asked, unsaid);
      return `没听出是哪一位，说名字或“老伴”这样的称呼就行。\n${showOpen(s)}`;
  }
}

/** 小宝 不想上: the person and with him the answer to what is asked next. */
function withReason<S>(s: Sitting<S>, { question, answer }: Asked<S>): string | undefined {
  const { form } = s;
  const [, name = '', rest = ''] = /^(\p{Script=Han}{1,4})[\s，,。]+(\S.*)$/u.exec(s.text) ?? [];
  if (rest === '' || !form.reader.namesPeople(name, form.known)) return undefined;
  const about = aboutPersons(answer, personsCalled(s, question, name));
  const named = { ...s.answers, [question.key]: about };
  const next = behind(s, question, named)?.key;
  const told = form.reader.message(rest, named, next);
  if (!told.slots.some((slot) => slot.understood.status === 'value')) return undefined;
  s.write({ [question.key]: about });
  return store(s, told, { key: next }, [`记下：${whatFor(question)}${s.persons(about.who ?? unsaid)}`]);
}

/** 是，厌学: no name but the reason, which is asked next; whom it is about is asked again. */
function onlyReason<S>(s: Sitting<S>, { question, answer }: Asked<S>): string | undefined {
  const { reader, known } = s.form;
  const said = leadingAgreement(s.text);
  const words = said?.said === 'yes' && said.rest !== '' ? said.rest : s.text;
  const next = behind(s, question, { ...s.answers, [question.key]: { ...answer, who: unsaid } });
  if (next?.kind !== 'choice' || onlyNumbers(words) || reader.namesPeople(words, known)) return undefined;
  const told = reader.message(words, s.answers, next.key);
  const found = told.slots.some((slot) => slot.key === next.key && slot.understood.status === 'value');
  return found ? store(s, told, { key: next.key }) : undefined;
}

/** The question behind the one whose who it is: why the child dropped out, whether they can pay. */
function behind<S>(s: Sitting<S>, question: Question<S>, answers: Answers): Question<S> | undefined {
  const { list, subject } = s.form;
  const questions = list.questions.slice(list.questions.indexOf(question) + 1);
  return nextQuestion({ ...list, questions }, answers, subject);
}

/** Not a person but the next answers: the who stays open and is asked again. */
function speaksOfOtherThings<S>(s: Sitting<S>): boolean {
  if (onlyNumbers(s.text)) return false;
  const { slots } = s.form.reader.message(s.text, s.answers, undefined);
  // 老伴, 老两口: people, not how many they are.
  const counted = /[\d一二两三四五六七八九十][口个]?人|[\d一二三四五六七八九十]口/u.test(s.text);
  return slots.some(
    (slot) => slot.understood.status === 'value' && (s.question(slot.key)?.kind !== 'count' || counted),
  );
}
