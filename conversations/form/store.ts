import { maskNumbers } from '../language/masking.ts';
import type { AnswerValue } from './answer.ts';
import { askNext, askQuestion } from './ask.ts';
import { askChange, type Held, heldBack, without } from './change.ts';
import { type Filled, fillSlots, type MeantFor } from './fill.ts';
import type { Patch } from './form.ts';
import type { Question, Questionnaire } from './question.ts';
import type { Sitting } from './sitting.ts';
import { echoLines } from './store-lines.ts';
import type { AnswerDoubt, Told, ToldSlot } from './told.ts';
import { wantAgain } from './way-out.ts';

/** Stores what a message said, echoes it in one line, and goes on to what is still open. `before`: lines said first. */
export function store<S>(
  s: Sitting<S>,
  told: Told,
  asked: MeantFor = {},
  before: readonly string[] = [],
): string {
  const stood = s.answers;
  const filled = fillSlots(s, told.slots, asked);
  const patch = withAside(filled.patch, told, asked.key, s.form.list);
  const lines: string[] = [...before];
  const held = heldBack(s, patch.answers, asked);
  const sure = without(patch.answers, held);
  if (Object.keys(sure).length > 0) {
    s.write(sure);
    lines.push(...(s.form.manner.stored === undefined ? echoLines(s, sure, stood) : storedLines(s, sure)));
  }
  if (Object.keys(filled.doubts).length > 0) s.doubt(filled.doubts);
  for (const { question, why } of filled.refused)
    lines.push(s.maySay(question) ? `${question.title}没记：${why}` : '有一项没记，请私聊我再说。');
  lines.push(...new Set(filled.elsewhere));
  if (told.ask !== undefined) lines.push(wholesale(told.ask.reason));
  lines.push(...restLines(s, [...patch.rest, ...homeless(s, sure, told.slots)]));
  if (held === undefined) lines.push(...nothingKept(s, { patch: sure, filled, slots: told.slots, lines }));
  lines.push(goingOn(s, filled, { key: asked.key, stored: lines.length > before.length, held }));
  return lines.join('\n');
}

/** 都好, 同上 beside real facts: those are taken, the rest is asked one by one. */
function wholesale(reason: string): string {
  return reason === 'allFine' ? '“都好、都满意”要一项一项说，接着问。' : '“同上”不能记，每户分开说，接着问。';
}

/** Facts that change nothing here are not passed over in silence. */
function nothingKept<S>(
  s: Sitting<S>,
  {
    patch,
    filled,
    slots,
    lines,
  }: { patch: Patch; filled: Filled; slots: readonly ToldSlot[]; lines: readonly string[] },
): string[] {
  const kept = Object.keys(patch).some((key) => s.answers[key] !== undefined);
  const asks = filled.odd !== undefined || Object.keys(filled.doubts).length > 0;
  if (kept || asks || lines.length > 0 || slots.length === 0) return [];
  const words = slots
    .map((slot) => slot.words)
    .join('，')
    .slice(0, 40);
  return [s.form.inGroup ? '这条这户用不上，没记。' : `“${maskNumbers(words)}”这户用不上，没记。`];
}

/** What comes next: the reason of an odd value, a doubt (with a way out when it is the same again), the next question. */
function goingOn<S>(
  s: Sitting<S>,
  filled: Filled,
  { key, stored, held }: { key: string | undefined; stored: boolean; held: Held | undefined },
): string {
  if (held !== undefined) return askChange(s, held);
  if (filled.odd !== undefined) return askReason(s, filled.odd);
  const note = askNote(s, key);
  if (note !== undefined) return note;
  const asked = followUp(s, filled.doubts);
  const question = s.question(key);
  const doubt = question === undefined ? undefined : filled.doubts[question.key];
  const onlyDoubt = !stored && question !== undefined && doubt !== undefined && !costsNoTry(doubt);
  return onlyDoubt && s.maySay(question) ? wantAgain(s, question, [], asked) : asked;
}

/** Somebody who asks back hasn't tried to answer, and lines that were all heard only want a tap. */
function costsNoTry({ reason, lines, options }: AnswerDoubt): boolean {
  return reason === 'question' || (lines !== undefined && options !== undefined);
}

/** A doubt of this very message is cleared up at once, before going on. */
function followUp<S>(s: Sitting<S>, doubts: Readonly<Record<string, AnswerDoubt>>): string {
  const { list, subject } = s.form;
  const doubted = list.questions.find(
    (q) => doubts[q.key] !== undefined && (q.when === undefined || q.when(s.answers, subject)),
  );
  return doubted !== undefined && s.maySay(doubted) ? askQuestion(s, doubted) : askNext(s);
}

/** The answer just given wants a few words beside it. */
function askNote<S>(s: Sitting<S>, key: string | undefined): string | undefined {
  const question = s.question(key);
  const answer = key === undefined ? undefined : s.answers[key];
  if (question === undefined || answer === undefined) return undefined;
  const asked = s.form.manner.wantsNote?.(question, answer);
  if (asked !== undefined) s.open({ is: 'note', key: question.key });
  return asked;
}

function askReason<S>(s: Sitting<S>, odd: { question: Question; value: AnswerValue; why: string }): string {
  const question = s.question(odd.question.key);
  if (question === undefined) return askNext(s);
  if (!s.maySay(question)) return askQuestion(s, question);
  s.open({ is: 'reason', key: question.key, value: odd.value });
  return `${s.form.manner.heading(question)}${odd.why}\n属实就说原因（或回“属实”），不对请重说`;
}

/** Thanks and handing-in words at the end of a message want no answer of their own. */
const courtesy =
  /^(?:谢谢|辛苦了?|麻烦了?|好了|完了|就这些|就这样|提交|交了?|可以提交|哈+|嗯+|哦+|吧|了|的)$/u;

/** Words beside a single answer to the open question are kept with it: 付不起，都是借的. */
function withAside(
  patch: Patch,
  told: Told,
  key: string | undefined,
  list: Questionnaire,
): { answers: Patch; rest: string[] } {
  const rest = told.rest.filter((words) => !courtesy.test(words.trim()));
  const [only, ...more] = told.slots;
  const words = rest.join('，');
  const answer = only === undefined ? undefined : patch[only.key];
  if (only === undefined || more.length > 0 || answer?.is !== 'known') return { answers: patch, rest };
  const tellsWhen = list.questions.find((q) => q.key === only.key)?.tellsWhen;
  const belongs = only.key === key || tellsWhen === answer.v;
  if (!belongs || words === '' || words.length > 40) return { answers: patch, rest };
  const note = answer.note === undefined ? words : `${answer.note}，${words}`;
  return { answers: { ...patch, [only.key]: { ...answer, note: note.slice(0, 200) } }, rest: [] };
}

/** What was said of a question that doesn't come up here, unless it only says that all is well. */
function homeless<S>(s: Sitting<S>, patch: Patch, slots: readonly ToldSlot[]): string[] {
  return slots.flatMap(({ key, words }) => {
    const question = s.question(key);
    const answer = patch[key];
    if (question === undefined || answer?.is !== 'known' || s.answers[key] !== undefined) return [];
    const fine = question.kind === 'text' ? answer.v === question.none : isGood(question, answer.v);
    return fine ? [] : [words];
  });
}

function isGood(question: Question, v: AnswerValue): boolean {
  return question.kind === 'yesNo' && (v === question.trueIsGood || question.idleIsFine === true);
}

function restLines<S>(s: Sitting<S>, parts: readonly string[]): string[] {
  const rest = [...new Set(parts)].join('，').slice(0, 60);
  if (rest === '') return [];
  if (s.form.inGroup) return ['有几句没记上，请私聊我再说一遍。'];
  return [`没看懂“${maskNumbers(rest)}”；要记成其他问题，请说“其他问题：${maskNumbers(rest)}”`];
}

/** What the form's own manner says of the answers stored. */
function storedLines<S>(s: Sitting<S>, patch: Patch): string[] {
  return s.form.list.questions.flatMap((question) => {
    const answer = question.key in patch ? s.answers[question.key] : undefined;
    const line = answer === undefined ? undefined : s.form.manner.stored?.(question, answer);
    return line === undefined || line === '' ? [] : [line];
  });
}
