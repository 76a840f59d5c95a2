import { readAgreement } from '../language/agreement.ts';
import { pickedNumber } from '../language/picked-number.ts';
import { askAgain, askNext, askQuestion, showOpen } from './ask.ts';
import { askChangeAgain, takeChange, withMore } from './change.ts';
import type { Form, FormPrompt, FormState, FormStep, Patch } from './form.ts';
import { giveReason } from './odd.ts';
import { obey } from './orders.ts';
import { asksHowFar } from './progress.ts';
import type { Question } from './question.ts';
import { Sitting } from './sitting.ts';
import { store } from './store.ts';
import type { FormOrder, Told } from './told.ts';
import { toldOfLines } from './told-lines.ts';
import { wantAgain } from './way-out.ts';
import { personsIn } from './who.ts';
import { answerWho } from './whom.ts';

type Open<K extends FormPrompt['is']> = Extract<FormPrompt, { is: K }>;

/** One message to a form: what is open decides how it is read. */
export function stepForm<S>(form: Form<S>, state: FormState, text: string): FormStep {
  const s = new Sitting(form, state, text);
  if (asksHowFar(text)) return s.said(obey(s, { action: 'howFar' }, state.open?.key) ?? '');
  const open = state.open;
  switch (open?.is) {
    case 'options':
      return chooseOption(s, open);
    case 'reason': {
      const said = giveReason(s, open);
      return said === undefined ? readOn(s, open.key, text) : s.said(said);
    }
    case 'who':
      return answerWho(s, open, readOn);
    case 'question': {
      const said = holdsTo(s, open);
      return said === undefined ? readOn(s, open.key, text) : s.said(said);
    }
    case 'change':
      return answerChange(s, open);
    case 'note':
      return turnsBack(s) ? readOn(s, open.key, text) : s.said(takeNote(s, open.key));
    case undefined:
      return readOn(s, undefined, text);
  }
}

/** Words that were no order after all, or belong to a question that isn't the open one (`key`). */
export function readAsAnswer<S>(
  form: Form<S>,
  state: FormState,
  text: string,
  key: string | undefined,
  orders = true,
): FormStep {
  return readOn(new Sitting(form, state, text), key, text, orders);
}

/**
 * Asks what comes next, or the question named; `told` is said before. `again`: what stands there is shown, and doubts
 * of old are forgotten.
 */
export function resumeForm<S>(
  form: Form<S>,
  state: FormState,
  told = '',
  about: { key?: string; again?: boolean } = {},
): FormStep {
  const s = new Sitting(form, state, '');
  const question = s.question(about.key);
  if (question === undefined) return s.said(`${told}${askNext(s)}`);
  return s.said(`${told}${about.again === true ? askAgain(s, question) : askQuestion(s, question)}`);
}

/** Carries out an order about the form; undefined where it has nothing to act on. */
export function carryOut<S>(
  form: Form<S>,
  state: FormState,
  text: string,
  order: FormOrder,
  key: string | undefined,
): FormStep | undefined {
  const s = new Sitting(form, state, text);
  const said = obey(s, order, key);
  return said === undefined ? undefined : s.said(said);
}

/** Shows again what is open. */
export function showAgain<S>(form: Form<S>, state: FormState, told = ''): FormStep {
  const s = new Sitting(form, state, '');
  return s.said(`${told}${showOpen(s)}`);
}

/** Takes what was read elsewhere, and goes on. `before`: lines said first. */
export function take<S>(
  form: Form<S>,
  state: FormState,
  told: Told,
  asked: { key?: string | undefined; correcting?: boolean } = {},
  before: readonly string[] = [],
): FormStep {
  const s = new Sitting(form, state, '');
  return s.said(store(s, told, asked, before));
}

/** Puts answers in as they are, says `told`, and goes on. */
export function put<S>(form: Form<S>, state: FormState, patch: Patch, told: string): FormStep {
  const s = new Sitting(form, state, '');
  s.write(patch);
  return s.said(`${told}${askNext(s)}`);
}

/** The open question wasn't answered: asked once more, with a way out, put off. */
export function notUnderstood<S>(
  form: Form<S>,
  state: FormState,
  key: string,
  rest: readonly string[],
): FormStep | undefined {
  const s = new Sitting(form, state, '');
  const question = s.question(key);
  if (question === undefined || !s.maySay(question)) return undefined;
  return s.said(wantAgain(s, question, rest));
}

function readOn<S>(s: Sitting<S>, key: string | undefined, text: string, orders = true): FormStep {
  const read = s.form.reader.message(text, s.answers, key);
  const told = toldOfLines(s, key) ?? toldOfPersons(s, key, read) ?? read;
  if (told.order !== undefined && orders) {
    const said = s.form.keeps?.(told.order) === true ? undefined : obey(s, told.order, key);
    return said === undefined ? { is: 'order', order: told.order, key } : s.said(said);
  }
  if (told.slots.length > 0) return s.said(store(s, told, { key }));
  if (told.ask !== undefined) return s.said(oneByOne(s, told.ask.reason));
  const none = theNegativeOne(s.question(key), text);
  if (key !== undefined && none !== undefined) {
    const understood = { status: 'value', value: none } as const;
    return s.said(store(s, { slots: [{ key, understood, words: text }], rest: [] }, { key }));
  }
  return { is: 'nothing', key, rest: told.rest };
}

/**
 * 小宝没交，当兵 to 都交了吗: who isn't and why answers it, though nobody said 有人没交. What tells of a person to the
 * last word tells of nothing else: 小宝上小学 says nothing of insurance.
 */
function toldOfPersons<S>(s: Sitting<S>, key: string | undefined, read: Told): Told | undefined {
  const question = s.question(key);
  const asks = question?.personAsks?.filter((ask) => ask.needed === true) ?? [];
  if (question?.whoWhen === undefined || asks.length === 0 || read.order !== undefined) return undefined;
  if (!/[没未]/u.test(s.text)) return undefined;
  const said = personsIn(s, question, s.text);
  const own = read.slots.filter((slot) => slot.key === key && slot.understood.status === 'value');
  if (own.length > 0) return said?.sure === true ? { slots: own, rest: [] } : undefined;
  const tells = said?.persons.some(({ told }) => asks.some((ask) => told?.[ask.key] !== undefined));
  if (said?.sure !== true || tells !== true) return undefined;
  const understood = { status: 'value', value: question.whoWhen } as const;
  return { slots: [{ key: question.key, understood, words: s.text }], rest: [] };
}

/** A yes makes the change; another value takes its place; an order leaves it; anything else asks again. */
function answerChange<S>(s: Sitting<S>, open: Open<'change'>): FormStep {
  const said = takeChange(s, open);
  if (said !== undefined) return s.said(said);
  const told = s.form.reader.message(s.text, s.answers, open.key);
  const ordered =
    told.order !== undefined && told.order.action !== 'noise' && told.order.action !== 'confirm';
  const more = withMore(s, open, editAsTold(s, told.order) ?? told);
  if (more !== undefined) return s.said(more);
  return ordered ? readOn(s, undefined, s.text) : s.said(askChangeAgain(s, open));
}

/** 收入改成4万 while another change waits: one more fact of it. */
function editAsTold<S>(s: Sitting<S>, order: FormOrder | undefined): Told | undefined {
  const question = order?.action === 'edit' ? s.question(order.target) : undefined;
  if (question === undefined || order?.value === undefined) return undefined;
  const understood = s.form.reader.answer(order.value, question);
  return { slots: [{ key: question.key, understood, words: order.value }], rest: [] };
}

/** Words beside an answer; 没有 leaves it at that. */
function takeNote<S>(s: Sitting<S>, key: string): string {
  const answer = s.answers[key];
  const words = s.text.trim().slice(0, 200);
  const nothing = words === '' || readAgreement(words, noWords) === 'no' || answer?.is !== 'known';
  if (nothing) return askNext(s);
  s.write({ [key]: { ...answer, note: words } });
  return `记下了。\n${askNext(s)}`;
}

/** 上一题, 撤销: no words to be kept beside an answer. */
function turnsBack<S>(s: Sitting<S>): boolean {
  const action = s.form.reader.order(s.text)?.action;
  return action === 'back' || action === 'undo';
}

const noWords = { no: ['没', '没了', '没有了', '无', '跳过', '不说了', '就这样'] };

/** 没有, where just one of the choices says that there is none: 1.及时 2.不及时 3.没碰上难处. */
function theNegativeOne(question: Question | undefined, text: string): string | undefined {
  if (question?.kind !== 'choice' || readAgreement(text) !== 'no') return undefined;
  const [only, ...more] = question.choices.filter(({ label }) => /^(?:没|无|都没)/u.test(label));
  return more.length === 0 ? only?.value : undefined;
}

function oneByOne<S>(s: Sitting<S>, reason: string): string {
  const why = reason === 'allFine' ? '“都好”' : '每户情况要分开记，不能照抄上一户，';
  return `${why}请逐项说一下。\n${askNext(s)}`;
}

function chooseOption<S>(s: Sitting<S>, open: Open<'options'>): FormStep {
  const question = s.question(open.key);
  if (question === undefined) return readOn(s, undefined, s.text);
  if (/^(?:都不是|都不对|哪个都不是)[。.！!]?$/u.test(s.text))
    return s.said(`那直接说。${askAgain(s, question)}`);
  const lines = s.doubtOf(open.key)?.lines;
  if (lines !== undefined && wantsAnew(s, open)) return s.said(`好，重说一遍。${askAgain(s, question)}`);
  const picked = pickedNumber(s.text, open.options.length);
  const option = picked === undefined ? (agreed(s, open) ?? kept(s, open)) : open.options[picked];
  if (option === undefined) return readOn(s, open.key, s.text);
  const detail = lines === undefined ? {} : { detail: { lines } };
  const understood = { status: 'value', value: option.value, ...detail } as const;
  const slots = [{ key: open.key, understood, words: option.label }];
  return s.said(store(s, { slots, rest: [] }, open));
}

/** 再改: the number behind the options, or a no. */
function wantsAnew<S>(s: Sitting<S>, { options }: Open<'options'>): boolean {
  return pickedNumber(s.text, options.length + 1) === options.length || readAgreement(s.text) === 'no';
}

/** 对 / 是的 agrees when there is just one thing to agree to, to the change it was asked about, or to what was said. */
function agreed<S>(s: Sitting<S>, open: Open<'options'>) {
  const [first] = open.options;
  const reason = s.doubtOf(open.key)?.reason;
  const asSaid = reason === 'unusual' || reason === 'secondRead';
  const wants = open.options.length === 1 || asSaid || first?.label.startsWith('改成') === true;
  return wants && readAgreement(s.text) === 'yes' ? first : undefined;
}

/** 没有 / 不是 to 是要改年收入吗: what stood stays. */
function kept<S>(s: Sitting<S>, open: Open<'options'>) {
  if (s.doubtOf(open.key)?.reason !== 'changed' || readAgreement(s.text) !== 'no') return undefined;
  return open.options.find(({ label }) => label.startsWith('还是'));
}

/**
 * 不稳定吧 → 听着不太肯定 → 嗯: it stays with what was said. 房子D级 → 要核实一下，能放心住吗 → 是 may mean the one
 * or the other, and is never taken for the opposite of what was said.
 */
function holdsTo<S>(s: Sitting<S>, { key }: Open<'question'>): string | undefined {
  const doubt = s.doubtOf(key);
  if (doubt === undefined || typeof doubt.value !== 'boolean') return undefined;
  if (pickedNumber(s.text, 2) !== undefined || readAgreement(s.text) !== 'yes') return undefined;
  if (doubt.reason === 'hedged') {
    const understood = { status: 'value', value: doubt.value } as const;
    return store(s, { slots: [{ key, understood, words: doubt.words }], rest: [] }, { key });
  }
  const question = s.question(key);
  if (doubt.value || question === undefined) return undefined;
  const asked = `${s.form.manner.heading(question)}“${s.text}”是说哪个？\n${s.form.manner.choices(question)}`;
  return wantAgain(s, question, [], asked);
}
