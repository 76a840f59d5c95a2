import { askAgain, askNext, askQuestion, howFar, showOpen } from './ask.ts';
import { echo, numberedQuestions } from './echo.ts';
import { namedField } from './named-field.ts';
import type { Question } from './question.ts';
import { applicable, nextQuestion } from './questionnaire.ts';
import type { Sitting } from './sitting.ts';
import { store } from './store.ts';
import type { FormOrder } from './told.ts';
import { skippedAfter } from './way-out.ts';
import { askPerson } from './who.ts';

/** Carries out an order about the form itself; undefined for one that isn't the form's, or has nothing to act on. */
export function obey<S>(s: Sitting<S>, order: FormOrder, key: string | undefined): string | undefined {
  switch (order.action) {
    case 'howFar':
      return `${howFar(s)}\n${showOpen(s)}`;
    case 'back':
      return goBack(s, key);
    case 'undo':
      return undo(s);
    case 'edit':
      return order.household === undefined ? edit(s, order, key) : undefined;
    case 'skip':
    case 'unsure':
      return setAside(s, order.action, key);
    case 'confirm': {
      const question = s.question(key);
      return question === undefined ? undefined : `这题还要您说一下。\n${askQuestion(s, question)}`;
    }
    default:
      return undefined;
  }
}

/** 上一题: the question answered before the open one; where nothing was answered, the one before it in the form. */
function goBack<S>(s: Sitting<S>, key: string | undefined): string {
  const trail = s.state.trail.filter((k) => s.answers[k] !== undefined);
  const place = key === undefined ? -1 : trail.indexOf(key);
  const before = place > 0 ? trail[place - 1] : place === 0 ? undefined : trail[trail.length - 1];
  const question = s.question(before) ?? (trail.length === 0 ? earlier(s, key) : undefined);
  if (question === undefined) return `前面没有了，这是第一题。\n${askNext(s)}`;
  return `回到上一题，${askAgain(s, question)}`;
}

/** The question before the open one in the form, whatever its answer. */
function earlier<S>(s: Sitting<S>, key: string | undefined): Question<S> | undefined {
  const list = applicable(s.form.list, s.answers, s.form.subject);
  return list[list.findIndex((q) => q.key === key) - 1];
}

/** Prompts about words that weren't stored: 撤销 takes back the words, not what was answered before them. */
const justAsked: ReadonlySet<string> = new Set(['options', 'reason', 'change']);

/** 撤销: puts back what stood there before the last message. */
function undo<S>(s: Sitting<S>): string {
  const asked = s.prompt;
  if (asked !== undefined && justAsked.has(asked.is)) {
    s.forgetDoubts(asked.key);
    s.open(undefined);
    return `好，刚才那句不算。\n${askNext(s)}`;
  }
  const { undo: last } = s.state;
  if (last === undefined) return `没有可以撤销的。\n${askNext(s)}`;
  s.write(last);
  return `撤销了${whatStands(s, Object.keys(last))}。\n${askNext(s)}`;
}

/** After 撤销: what stands again, and what isn't answered any more. */
function whatStands<S>(s: Sitting<S>, keys: readonly string[]): string {
  const questions = keys.flatMap((key) => s.question(key) ?? []);
  if (!questions.every((q) => s.maySay(q))) return `：刚才的${questions.length}项`;
  const [back = [], gone = []] = [true, false].map((stands) =>
    questions.filter((q) => (s.answers[q.key] !== undefined) === stands),
  );
  const stands = echo(
    s.form.list,
    s.toldAnswers(),
    back.map((q) => q.key),
  );
  const parts = [
    back.length > 0 ? `还是${stands}` : '',
    gone.length > 0 ? `${gone.map((q) => q.title).join('、')}不算了` : '',
  ];
  return `，${parts.filter((p) => p !== '').join('；')}`;
}

/** How to say it, where the form has an example. */
function sayIt<S>({ form }: Sitting<S>): string {
  const { change } = form.manner;
  return change === undefined ? '' : `说“${change}”这样就行。`;
}

/** 收入改成4万 / 第3题改成有 / 不对，是5口: finds the question meant and takes the new value. */
function edit<S>(s: Sitting<S>, order: FormOrder, key: string | undefined): string {
  const question = targetOf(s, order.target, key);
  if (question?.elsewhere !== undefined) return `${question.elsewhere}\n${askNext(s)}`;
  const value = order.value ?? '';
  if (value === '') {
    if (question === undefined) return `要改哪一项？${sayIt(s)}\n${askNext(s)}`;
    return `改${s.maySay(question) ? question.title : '这项'}：${askAgain(s, question)}`;
  }
  if (question !== undefined && !s.form.inGroup && wantsWho(s, question)) return askPerson(s, { question });
  const named = namedField(s, order, question);
  if (named?.is === 'notAsked')
    return `这里没有${s.form.inGroup ? '' : `“${named.name.slice(0, 20)}”`}这一题，没改。${sayIt(s)}\n${showOpen(s)}`;
  if (named?.is === 'uncertain') return store(s, named.told, { correcting: true, uncertain: true });
  const { reader } = s.form;
  const understood = question === undefined ? undefined : reader.answer(value, question, s.answers);
  if (question !== undefined && (understood?.status === 'value' || understood?.status === 'ask')) {
    const slots = [{ key: question.key, understood, words: value }];
    return store(s, { slots, rest: [] }, { key: question.key, correcting: true });
  }
  // 不对，是5口 at the card, or about another question than the open one: the value says what it is of.
  const told = reader.message(value, s.answers, undefined);
  if (told.slots.length > 0) return store(s, told, { correcting: true });
  if (question === undefined)
    return `没看懂要改哪一项${s.form.manner.change === undefined ? '。' : '，'}${sayIt(s)}\n${askNext(s)}`;
  return `${s.form.inGroup ? '这句' : `“${value.slice(0, 30)}”`}没看懂。\n${askAgain(s, question)}`;
}

/** 改有病的是谁: not the answer but whom it is about. */
function wantsWho<S>(s: Sitting<S>, question: Question): boolean {
  const answer = s.answers[question.key];
  const asked = /谁|哪一?[位个]/u.test(s.text) && s.maySay(question);
  return asked && question.whoWhen !== undefined && answer?.is === 'known' && answer.v === question.whoWhen;
}

function targetOf<S>(
  s: Sitting<S>,
  target: string | undefined,
  key: string | undefined,
): Question<S> | undefined {
  const last = s.state.trail.at(-1);
  if (target === undefined || target === 'current')
    return s.question(key !== undefined && s.answers[key] !== undefined ? key : last);
  if (target === 'previous') return s.question(last);
  if (target.startsWith('#')) return numberedQuestions(s.form.list, s.answers)[Number(target.slice(1)) - 1];
  return s.question(target);
}

/** 跳过 postpones a question, 不清楚 marks it to be verified; neither loses anything. */
function setAside<S>(s: Sitting<S>, action: 'skip' | 'unsure', key: string | undefined): string | undefined {
  const question = s.question(key);
  if (question === undefined) return undefined;
  const before = s.answers[question.key];
  if (before?.is === 'known' && (action === 'skip' || s.doubtOf(question.key)?.reason === 'changed'))
    return leaveAsItIs(s, question);
  const answer = action === 'unsure' ? ({ is: 'unsure' } as const) : skippedAfter(before);
  s.write({ [question.key]: answer });
  const last = nextQuestion(s.form.list, s.answers, s.form.subject)?.key === question.key;
  const later =
    answer.is === 'skipped' && 'again' in answer
      ? '还空着，提交前补上就行'
      : last
        ? '只剩这项了，说不清回“不清楚”也能交'
        : '先跳过，最后再问';
  const plain = `${question.title}：${action === 'unsure' ? '待核实，回头再问' : later}。`;
  const told = s.form.manner.stored?.(question, answer) ?? plain;
  return `${told === '' ? '' : `${told}\n`}${askNext(s)}`;
}

/** 跳过 to a question that has its answer: it stays. */
function leaveAsItIs<S>(s: Sitting<S>, question: Question): string {
  s.forgetDoubts(question.key);
  return `${s.maySay(question) ? question.title : '这项'}不改。\n${askNext(s)}`;
}
