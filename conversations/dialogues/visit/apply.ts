import type { Conversation } from '../../contract/conversation.ts';
import type { Answers, AnswerValue } from '../../form/answer.ts';
import { echo } from '../../form/echo.ts';
import type { Question, Questionnaire } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import type { Doubt } from '../../form/told.ts';
import { maskNumbers } from '../../language/masking.ts';
import type { Reading, Slot } from '../../understanding/index.ts';
import { type Hand, type Patch, write } from './hand.ts';
import { askQuestion, nextStep } from './prompts.ts';
import { heading, mayBeSaid } from './question-text.ts';
import { type Asked, type Taken, takeSlots } from './take.ts';
import { notAnswered } from './way-out.ts';

/** Stores what a message said, echoes it in one line, and goes on to what is still open. */
export function applyReading(
  c: Conversation,
  hand: Hand,
  reading: Reading,
  asked: Asked = {},
  told: readonly string[] = [],
): Hand {
  const taken = takeSlots(hand, reading.slots, asked);
  const patch = withAside(taken.patch, reading, asked.key, hand.list);
  const lines: string[] = [...told];
  let next = hand;
  if (Object.keys(patch.answers).length > 0) {
    next = write(c, hand, patch.answers);
    lines.push(...echoLines(c, next, patch.answers, hand.visit.answers));
  }
  if (Object.keys(taken.doubts).length > 0) c.patch({ doubts: { ...c.state.doubts, ...taken.doubts } });
  for (const { question, why } of taken.refused)
    lines.push(mayBeSaid(c, question) ? `${question.title}没记：${why}` : '有一项没记，请私聊我再说。');
  if (reading.ask !== undefined) lines.push(wholesale(reading.ask.reason));
  lines.push(...restLines(c, [...patch.rest, ...homeless(next, patch.answers, reading.slots)]));
  lines.push(...nothingKept(c, next, { patch: patch.answers, taken, slots: reading.slots, lines }));
  lines.push(goingOn(c, next, taken, { key: asked.key, stored: lines.length > told.length }));
  c.say(lines.join('\n'));
  return next;
}

/** 都好, 同上 beside real facts: those are taken, the rest is asked one by one. */
function wholesale(reason: string): string {
  return reason === 'allFine' ? '“都好、都满意”要一项一项说，接着问。' : '“同上”不能记，每户分开说，接着问。';
}

/** Facts that change nothing here are not passed over in silence. */
function nothingKept(
  c: Conversation,
  hand: Hand,
  {
    patch,
    taken,
    slots,
    lines,
  }: { patch: Patch; taken: Taken; slots: readonly Slot[]; lines: readonly string[] },
): string[] {
  const kept = Object.keys(patch).some((key) => hand.visit.answers[key] !== undefined);
  const asks = taken.odd !== undefined || Object.keys(taken.doubts).length > 0;
  if (kept || asks || lines.length > 0 || slots.length === 0) return [];
  const words = slots
    .map((slot) => slot.words)
    .join('，')
    .slice(0, 40);
  return [c.inRoom ? '这条这户用不上，没记。' : `“${maskNumbers(words)}”这户用不上，没记。`];
}

/** What comes next: the reason of an odd value, a doubt (with a way out when it is the same again), the next question. */
function goingOn(
  c: Conversation,
  hand: Hand,
  taken: Taken,
  { key, stored }: { key: string | undefined; stored: boolean },
): string {
  if (taken.odd !== undefined) return askReason(c, hand, taken.odd);
  const asked = followUp(c, hand, taken.doubts);
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  const onlyDoubt = !stored && question !== undefined && key !== undefined && taken.doubts[key] !== undefined;
  return onlyDoubt && mayBeSaid(c, question) ? notAnswered(c, hand, question, [], asked) : asked;
}

/** A doubt of this very message is cleared up at once, before going on. */
function followUp(c: Conversation, hand: Hand, doubts: Record<string, Doubt>): string {
  const doubted = hand.list.questions.find(
    (q) => doubts[q.key] !== undefined && (q.when === undefined || q.when(hand.visit.answers, hand.subject)),
  );
  return doubted !== undefined && mayBeSaid(c, doubted) ? askQuestion(c, hand, doubted) : nextStep(c, hand);
}

function askReason(
  c: Conversation,
  hand: Hand,
  odd: { question: Question; value: AnswerValue; why: string },
): string {
  if (!mayBeSaid(c, odd.question)) return askQuestion(c, hand, odd.question);
  c.open({ is: 'reason', visitId: hand.visit.id, key: odd.question.key, value: odd.value });
  return `${heading(c, hand.household)}${odd.why}\n属实就说原因（或回“属实”），不对请重说`;
}

/** Thanks and handing-in words at the end of a message want no answer of their own. */
const courtesy =
  /^(?:谢谢|辛苦了?|麻烦了?|好了|完了|就这些|就这样|提交|交了?|可以提交|哈+|嗯+|哦+|吧|了|的)$/u;

/** Words beside a single answer to the open question are kept with it: 付不起，都是借的. */
function withAside(
  patch: Patch,
  reading: Reading,
  key: string | undefined,
  list: Questionnaire,
): { answers: Patch; rest: string[] } {
  const rest = reading.rest.filter((words) => !courtesy.test(words.trim()));
  const [only, ...more] = reading.slots;
  const words = rest.join('，');
  const answer = only === undefined ? undefined : patch[only.key];
  if (only === undefined || more.length > 0 || answer?.is !== 'known') return { answers: patch, rest };
  const belongs = only.key === key || questionOf(list, only.key)?.tellsWhen === answer.v;
  if (!belongs || words === '' || words.length > 40) return { answers: patch, rest };
  const note = answer.note === undefined ? words : `${answer.note}，${words}`;
  return { answers: { ...patch, [only.key]: { ...answer, note: note.slice(0, 200) } }, rest: [] };
}

/** What was said of a question that doesn't come up for this household, unless it only says that all is well. */
function homeless(hand: Hand, patch: Patch, slots: readonly Slot[]): string[] {
  return slots.flatMap(({ key, words }) => {
    const question = questionOf(hand.list, key);
    const answer = patch[key];
    if (question === undefined || answer?.is !== 'known' || hand.visit.answers[key] !== undefined) return [];
    const fine = question.kind === 'text' ? answer.v === question.none : isGood(question, answer.v);
    return fine ? [] : [words];
  });
}

function isGood(question: Question, v: AnswerValue): boolean {
  return question.kind === 'yesNo' && (v === question.trueIsGood || question.key === 'droppedOut');
}

function restLines(c: Conversation, parts: readonly string[]): string[] {
  const rest = [...new Set(parts)].join('，').slice(0, 60);
  if (rest === '') return [];
  if (c.inRoom) return ['有几句没记上，请私聊我再说一遍。'];
  return [`没看懂“${maskNumbers(rest)}”；要记成其他问题，请说“其他问题：${maskNumbers(rest)}”`];
}

/** What was stored, in one line; in a group without names, illnesses and what must not be said there. */
export function echoLines(c: Conversation, hand: Hand, patch: Patch, before: Answers): string[] {
  const kept = hand.list.questions.filter((q) => q.key in patch && hand.visit.answers[q.key] !== undefined);
  if (kept.length === 0) return [];
  const shown = kept.filter((q) => mayBeSaid(c, q) && !(c.inRoom && hasFreeWords(q, hand.visit.answers)));
  const answers = c.inRoom ? withoutDetails(hand.visit.answers) : hand.visit.answers;
  const hidden = kept.length - shown.length;
  const parts = [
    echo(
      hand.list,
      answers,
      shown.map((q) => q.key),
    ),
    hidden > 0
      ? `${shown.length > 0 ? '另' : ''}${hidden}项不在群里显示（收入、看病、上学的事请私聊我说）`
      : '',
  ];
  return [`${verbFor(hand, kept, before)}：${parts.filter((p) => p !== '').join('；')}`];
}

/** Words of one's own may tell anything; 无 tells nothing. */
function hasFreeWords(question: Question, answers: Answers): boolean {
  const answer = answers[question.key];
  if (question.kind !== 'text' || answer?.is !== 'known') return false;
  return answer.v !== '' && answer.v !== question.none;
}

/** 记下 for what is new, 改为 for one answer changed, 还是 for one that stays. */
function verbFor(hand: Hand, kept: readonly Question[], before: Answers): string {
  const [only, ...more] = kept;
  const stood = only === undefined ? undefined : before[only.key];
  if (only === undefined || more.length > 0 || stood?.is !== 'known') return '记下';
  const now = hand.visit.answers[only.key];
  return now?.is === 'known' && told(now) === told(stood) ? '还是' : '改为';
}

/** All of an answer that is said: whether the register or a person gave it doesn't show. */
function told({ v, who, note }: Extract<Answers[string], { is: 'known' }>): string {
  return JSON.stringify([v, who, note]);
}

function withoutDetails(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      answer.is === 'known' ? { is: 'known', v: answer.v } : answer,
    ]),
  );
}
