import type { Conversation } from '../../contract/conversation.ts';
import type { Question } from '../../form/question.ts';
import { type Hand, write } from './hand.ts';
import { nextStep } from './prompts.ts';
import { askText, heading } from './question-text.ts';
import { contactLine } from './wording.ts';

/** At the third time in a row the question is put off, so that nobody goes round in circles. */
const putOffAt = 3;

/**
 * The open question wasn't answered: asked anew (`asked`, or the question as it stands), the second time with a
 * way out, the third time it is put off. `rest` are words that were said and have no place.
 */
export function notAnswered(
  c: Conversation,
  hand: Hand,
  question: Question,
  rest: readonly string[],
  asked?: string,
): string {
  const misses = c.missed();
  if (misses >= putOffAt && !offersAnew(c)) return putOff(c, hand, question, rest);
  const again = asked ?? `${heading(c, hand.household)}${askText(question)}`;
  const wayOut = `说不好就回“跳过”或“不清楚”，也可以${contactLine(c)}`;
  if (misses > 1) return `${asked === undefined ? '还是没看懂，不好意思。\n' : ''}${again}\n${wayOut}`;
  return asked === undefined ? `没看懂，换个说法试试？\n${again}` : again;
}

/** A range after two misunderstandings is news: its options are worth a try before the question is put off. */
function offersAnew(c: Conversation): boolean {
  const before = c.session.dialogue.chats[c.session.chat.key]?.open;
  return c.chat.open?.is === 'options' && before?.is !== 'options';
}

function putOff(c: Conversation, hand: Hand, question: Question, rest: readonly string[]): string {
  const before = hand.visit.answers[question.key];
  const skipped =
    before?.is === 'skipped' ? ({ is: 'skipped', again: true } as const) : ({ is: 'skipped' } as const);
  const { [question.key]: _, ...doubts } = c.state.doubts;
  c.patch({ doubts });
  const next = before?.is === 'known' ? hand : write(c, hand, { [question.key]: skipped });
  const words = rest.join('，').slice(0, 30);
  const kept = words === '' || c.inRoom ? '' : `要把“${words}”记下来，请说“其他问题：${words}”。`;
  return `${question.title}先放一放，不耽误后面的。${kept}\n${nextStep(c, next)}`;
}
