import { readAgreement } from '../language/agreement.ts';
import { pickedNumber } from '../language/picked-number.ts';
import type { Answer } from './answer.ts';
import { askNext } from './ask.ts';
import { fillSlots, type MeantFor } from './fill.ts';
import type { FormPrompt, Patch } from './form.ts';
import { changesBetween, patched } from './patch.ts';
import type { Question } from './question.ts';
import { showAnswer } from './show-answer.ts';
import type { Sitting } from './sitting.ts';
import { echoLines } from './store-lines.ts';
import type { Told } from './told.ts';

/** A change that is shown before it is made: the answers held back, and what goes with the old ones. */
export interface Held {
  patch: Patch;
  lost: readonly string[];
}

/**
 * What of a patch must be shown first, as the form says: all of it but the answer to the question that was asked,
 * unless that is such a change itself.
 */
export function heldBack<S>(s: Sitting<S>, patch: Patch, asked: MeantFor): Held | undefined {
  const { guard, list, subject } = s.form;
  if (guard === undefined && asked.uncertain !== true) return undefined;
  const after = patched(list, subject, s.answers, patch);
  const changes = changesBetween(s.answers, after).filter(({ key }) => key in patch);
  const justGiven = Object.keys(s.started.undo ?? {});
  const held = guard?.({ before: s.answers, after, changes, justGiven, asked: asked.key });
  if (asked.uncertain === true && changes.length > 0) return { patch, lost: held?.lost ?? [] };
  if (held === undefined) return undefined;
  const whole = asked.key === undefined || held.keys.includes(asked.key);
  const kept = Object.entries(patch).filter(([key]) => whole || key !== asked.key);
  return kept.length === 0 ? undefined : { patch: Object.fromEntries(kept), lost: held.lost };
}

/** The patch without what is held back. */
export function without(patch: Patch, held: Held | undefined): Record<string, Patch[string]> {
  return Object.fromEntries(
    Object.entries(patch).filter(([key]) => held === undefined || !(key in held.patch)),
  );
}

/**
 * 年收入：5万元 → 4万元: before and after of each answer that changes; what is new has no before. In a group without
 * names, illnesses and what must not be said there.
 */
function beforeAndAfter<S>(s: Sitting<S>, patch: Patch): string {
  const after = patched(s.form.list, s.form.subject, s.answers, patch);
  const all = changesBetween(s.answers, after).filter(({ key }) => key in patch);
  const changed = all.filter(({ key, before, after: now }) => !readsAlike(s.question(key), before, now));
  const shown = changed.flatMap(({ key, before, after }) => {
    const question = s.question(key);
    if (question === undefined || !isShown(s, question)) return [];
    const show = (answer: Answer | null) =>
      showAnswer(question, answer === null ? undefined : s.told(answer));
    return [`${question.title}：${before === null ? '' : `${show(before)} → `}${show(after)}`];
  });
  const hidden = changed.length - shown.length;
  const aside = hidden === 0 ? [] : [`${shown.length > 0 ? '另' : ''}${hidden}项不在群里显示`];
  return [...shown, ...aside].join('；');
}

/** What the register had and somebody now says in the same words is no change to anybody. */
function readsAlike(question: Question | undefined, before: Answer | null, after: Answer | null): boolean {
  if (question === undefined || before === null || after === null) return false;
  return showAnswer(question, before) === showAnswer(question, after);
}

function isShown<S>(s: Sitting<S>, question: Question): boolean {
  return s.maySay(question) && !(s.form.inGroup && question.kind === 'text');
}

/** What goes when the old answers go: a problem, a lead; in a group only how many. */
function lostLine<S>(s: Sitting<S>, lost: readonly string[]): string {
  if (lost.length === 0) return '';
  return s.form.inGroup
    ? `改了就没有了：${lost.length}项问题或监测线索（私聊我可以看）\n`
    : `改了就没有了：${lost.join('；')}\n`;
}

/** Shows before and after, and waits for a yes. */
export function askChange<S>(s: Sitting<S>, { patch, lost }: Held): string {
  const [key] = Object.keys(patch);
  const question = s.question(key);
  if (key === undefined || question === undefined) return askNext(s);
  s.open({ is: 'change', key, patch, lost: [...lost] });
  return changeText(s, { patch, lost });
}

function changeText<S>(s: Sitting<S>, { patch, lost }: Held): string {
  const [key] = Object.keys(patch);
  const heading = s.form.manner.heading(s.question(key));
  return `${heading}${beforeAndAfter(s, patch)}\n${lostLine(s, lost)}要改吗？\n1.改 2.不改`;
}

const words = { yes: ['改', '改吧', '改了', '要改', '就改'], no: ['不改', '别改', '不用改', '先不改'] };

/** The answer to a change that was shown; undefined where the message is neither a yes nor a no. */
export function takeChange<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'change' }>,
): string | undefined {
  const number = pickedNumber(s.text, 2);
  const said = number === undefined ? readAgreement(s.text, words) : number === 0 ? 'yes' : 'no';
  if (said === undefined) return undefined;
  s.open(undefined);
  if (said === 'no') return `好，没改。\n${askNext(s)}`;
  const stood = s.answers;
  s.write(open.patch);
  return [...echoLines(s, open.patch, stood), askNext(s)].join('\n');
}

/** More facts while a change waits: they go along with it, and all of it is shown. Undefined where there are none. */
export function withMore<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'change' }>,
  told: Told,
): string | undefined {
  const { patch, odd, doubts } = fillSlots(s, told.slots, { correcting: true });
  if (Object.keys(patch).length === 0 || odd !== undefined || Object.keys(doubts).length > 0)
    return undefined;
  const all = { ...open.patch, ...patch };
  return askChange(s, { patch: all, lost: heldBack(s, all, {})?.lost ?? [] });
}

/** Asks about the change once more. */
export function askChangeAgain<S>(
  s: Sitting<S>,
  { patch, lost }: Extract<FormPrompt, { is: 'change' }>,
): string {
  return `这句先不记，先定这个：\n${changeText(s, { patch, lost })}`;
}
