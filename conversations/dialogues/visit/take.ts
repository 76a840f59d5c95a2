import type { Answer, AnswerValue } from '../../engine/answer.ts';
import { answerValue } from '../../engine/answer.ts';
import type { Question } from '../../engine/question.ts';
import { questionOf } from '../../engine/questionnaire.ts';
import type { Doubt } from '../../engine/state.ts';
import { hintsOf } from '../../household/hints.ts';
import { echo } from '../../household/summary.ts';
import { type Reading, readMessage, type Slot, type Understood } from '../../understanding/index.ts';
import type { Conversation } from '../conversation.ts';
import { type Hand, type Patch, write } from './hand.ts';
import { askQuestion, heading, nextStep } from './prompts.ts';

/** Reads a message against the visit: the open question first, then any other of its questions. */
export function readFor(_c: Conversation, hand: Hand, text: string, openKey: string | undefined): Reading {
  const hints = hintsOf(hand.list);
  const population = hand.visit.answers.population;
  const people =
    population?.is === 'known' && typeof population.v === 'number' ? population.v : hand.household.population;
  const open = openKey === undefined ? undefined : hints.find((h) => h.key === openKey);
  return readMessage(text, {
    questions: hints,
    ...(open === undefined ? {} : { open }),
    ...(people === undefined ? {} : { population: people }),
  });
}

/** What became of the slots of one message. */
export interface Taken {
  patch: Patch;
  doubts: Record<string, Doubt>;
  /** The first odd value: asked for a reason before it is stored. */
  odd?: { question: Question; value: AnswerValue; why: string };
  /** Values refused, with the reason in words. */
  refused: { question: Question; why: string }[];
}

export function takeSlots(hand: Hand, slots: readonly Slot[]): Taken {
  const taken: Taken = { patch: {}, doubts: {}, refused: [] };
  for (const slot of slots) {
    const question = questionOf(hand.list, slot.key);
    if (question !== undefined) takeSlot(hand, taken, question, slot);
  }
  return { ...taken, patch: withImplied(hand, taken.patch) };
}

function withImplied(hand: Hand, patch: Patch): Patch {
  const implied: Patch = {};
  for (const [key, answer] of Object.entries(patch)) {
    const follows = answer?.is === 'known' ? questionOf(hand.list, key)?.implies?.(answer.v) : undefined;
    for (const [other, v] of Object.entries(follows ?? {})) implied[other] = { is: 'known', v };
  }
  return { ...patch, ...implied };
}

function takeSlot(hand: Hand, taken: Taken, question: Question, slot: Slot): void {
  const { understood } = slot;
  if (understood.status === 'ask') {
    const doubt = doubtOf(understood, slot.words);
    // A clear value that is only rare: what it wants is a reason, not another answer.
    if (doubt.reason === 'unusual' && doubt.value !== undefined && doubt.options === undefined)
      taken.odd ??= { question, value: doubt.value, why: `${question.title}“${doubt.words}”少见，属实吗？` };
    else taken.doubts[question.key] = doubt;
    return;
  }
  if (understood.status !== 'value') return;
  const value = answerValue.safeParse(understood.value);
  if (!value.success) return;
  const soFar = { ...hand.visit.answers, ...answersOf(taken.patch) };
  const check = question.check?.(value.data, soFar, hand.subject) ?? { is: 'fine' };
  if (check.is === 'impossible') taken.refused.push({ question, why: check.why });
  else if (check.is === 'odd') taken.odd ??= { question, value: value.data, why: check.why };
  else taken.patch[question.key] = knownAnswer(question, value.data, understood);
}

function answersOf(patch: Patch): Record<string, Answer> {
  return Object.fromEntries(Object.entries(patch).filter((e): e is [string, Answer] => e[1] !== null));
}

/** Words that name nobody in particular. */
const anybody = /^(?:孩子|小孩|娃|学生|一个|有人|家里人|人|病人|家人)$/u;

/** An understood value as it is stored: the illness or kind of trouble and the who travel with it. */
function knownAnswer(question: Question, v: AnswerValue, understood: Understood): Answer {
  const detail = understood.status === 'value' ? understood.detail : undefined;
  const who =
    question.whoWhen === v && detail?.who !== undefined && !anybody.test(detail.who) ? detail.who : undefined;
  // The kinds of water trouble have a question of their own.
  const note = question.key === 'waterProblem' ? undefined : detail?.note;
  return {
    is: 'known',
    v,
    ...(note === undefined ? {} : { note: note.slice(0, 200) }),
    ...(who === undefined ? {} : { who: who.slice(0, 40) }),
  };
}

function doubtOf(understood: Extract<Understood, { status: 'ask' }>, words: string): Doubt {
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
  };
}

/** Stores what a message said, echoes it in one line, and goes on to what is still open. */
export function applyReading(c: Conversation, hand: Hand, reading: Reading): Hand {
  const taken = takeSlots(hand, reading.slots);
  const lines: string[] = [];
  let next = hand;
  const before = new Set(Object.keys(hand.visit.answers));
  if (Object.keys(taken.patch).length > 0) {
    next = write(c, hand, taken.patch);
    lines.push(echoLine(c, next, taken.patch, before));
  }
  if (Object.keys(taken.doubts).length > 0) c.patch({ doubts: { ...c.state.doubts, ...taken.doubts } });
  for (const { question, why } of taken.refused) lines.push(`${question.title}没记：${why}`);
  const rest = reading.rest.join('，').slice(0, 60);
  if (rest !== '') lines.push(`没看懂“${rest}”；要记成其他问题，请说“其他问题：${rest}”`);
  lines.push(taken.odd === undefined ? followUp(c, next, taken.doubts) : askReason(c, next, taken.odd));
  c.say(lines.join('\n'));
  return next;
}

/** A doubt of this very message is cleared up at once, before going on. */
function followUp(c: Conversation, hand: Hand, doubts: Record<string, Doubt>): string {
  const doubted = hand.list.questions.find(
    (q) => doubts[q.key] !== undefined && (q.when === undefined || q.when(hand.visit.answers, hand.subject)),
  );
  const mayAsk = doubted !== undefined && !(c.inRoom && doubted.sensitive === true);
  return mayAsk ? askQuestion(c, hand, doubted) : nextStep(c, hand);
}

function askReason(
  c: Conversation,
  hand: Hand,
  odd: { question: Question; value: AnswerValue; why: string },
): string {
  c.open({ is: 'reason', visitId: hand.visit.id, key: odd.question.key, value: odd.value });
  return `${heading(c, hand.household)}${odd.why}\n属实就说原因（或回“属实”），不对请重说`;
}

export function echoLine(c: Conversation, hand: Hand, patch: Patch, before: ReadonlySet<string>): string {
  const kept = hand.list.questions
    .map((q) => q.key)
    .filter((key) => key in patch && hand.visit.answers[key] !== undefined);
  const shown = c.inRoom ? kept.filter((key) => questionOf(hand.list, key)?.sensitive !== true) : kept;
  const hidden = kept.length - shown.length;
  const changed = kept.length === 1 && before.has(kept[0] ?? '') ? '改为' : '记下';
  const parts = [echo(hand.list, hand.visit.answers, shown), hidden > 0 ? `另${hidden}项不在群里显示` : ''];
  return `${changed}：${parts.filter((p) => p !== '').join('；')}`;
}
