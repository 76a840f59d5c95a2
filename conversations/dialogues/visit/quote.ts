import { questionOf } from '../../engine/questionnaire.ts';
import { maskName } from '../../household/masking.ts';
import type { Conversation } from '../conversation.ts';
import { openAgain } from '../help.ts';
import { type Asking, ask } from '../needs.ts';
import { readAnswer } from './answer.ts';
import { type Hand, handOf, inHand, write } from './hand.ts';
import { heading } from './prompts.ts';
import { echoLine, readFor, takeSlots } from './take.ts';

/**
 * A reply that quotes an older prompt belongs to the household and question it quotes, not to what is open now.
 * Returns false when the quote isn't one of the prompts remembered.
 */
export function* followQuote(c: Conversation, quote: string): Asking<boolean> {
  const head = /【([^·】]+)/u.exec(quote)?.[1];
  const current = handOf(c);
  const asked = c.state.asked.findLast(
    (a) => (a.head === head || maskName(a.head) === head) && quote.includes(askedWords(current, a.key)),
  );
  if (asked === undefined) return false;
  if (current?.visit.id === asked.visitId) {
    yield* readAnswer(c, current, asked.key, c.text);
    return true;
  }
  const opened = yield* ask('openVisit', { id: asked.visitId });
  if (opened?.visit == null || opened.visit.helper !== c.speaker.id) return false;
  answerInPassing(c, inHand(c, opened.visit, opened.household), asked.key);
  return true;
}

/** Answers an old prompt of another household; what is open in this chat stays open. */
function answerInPassing(c: Conversation, hand: Hand, key: string): void {
  const taken = takeSlots(hand, readFor(c, hand, c.text, key).slots);
  if (Object.keys(taken.patch).length === 0) {
    c.say(
      `这条是回${heading(c, hand.household)}的，没看懂，请直接说“排查 ${hand.household.headName}”再改。${openAgain(c)}`,
    );
    return;
  }
  const next = write(c, hand, taken.patch);
  // The undo of the visit in hand must not reach into another household.
  c.patch({ undo: c.session.dialogue.undo, trail: c.session.dialogue.trail });
  c.say(`${heading(c, hand.household)}${echoLine(c, next, taken.patch, new Set())}${openAgain(c)}`);
}

function askedWords(hand: Hand | undefined, key: string): string {
  return (hand === undefined ? undefined : questionOf(hand.list, key)?.ask.slice(0, 6)) ?? '';
}
