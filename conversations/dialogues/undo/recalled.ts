import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Answer } from '../../form/answer.ts';
import { echo } from '../../form/echo.ts';
import { openAgain } from '../help.ts';
import { handOf } from '../visit/hand.ts';

/**
 * Somebody took back a message that had recorded answers. They stay (a platform's notice is no word of his), but he is
 * told, and 撤销 puts back what stood there before, whatever was said since. Nothing is said where it recorded nothing.
 */
export function* recalled(c: Conversation, of: string): Asking<void> {
  const visits = [...new Set([c.state.visitId ?? [], c.state.asked.map((one) => one.visitId)].flat())];
  if (visits.length === 0) return;
  const said = yield* ask('answersSaid', { visits, channel: c.session.chat.channel, messageId: of });
  if (said.length === 0) return;
  const hand = handOf(c);
  const standing = said.filter(
    ({ visitId, question, after }) =>
      hand?.visit.id === visitId && same(hand.visit.answers[question] ?? null, after),
  );
  if (hand === undefined || standing.length === 0) {
    const heads = said.flatMap(
      (one) => c.state.asked.find((asked) => asked.visitId === one.visitId)?.head ?? [],
    );
    const head = c.inRoom ? undefined : heads[0];
    const whose = head === undefined ? '' : `给【${head}】`;
    c.say(
      `您撤回的那条${whose}记过的，我没有动。要改请直接说，如“${head ?? '张三'}家是4口人”。${openAgain(c)}`,
    );
    return;
  }
  c.patch({
    undo: {
      visitId: hand.visit.id,
      before: Object.fromEntries(standing.map(({ question, before }) => [question, before])),
    },
  });
  const keys = standing.map(({ question }) => question);
  // A group hears neither what was answered nor of which matter.
  const stands = c.inRoom ? `${keys.length}项` : `：${echo(hand.list, hand.visit.answers, keys)}`;
  c.say(`您撤回的那条，已记下${stands}。回“撤销”一起去掉；只是说错了，就直接说对的。${openAgain(c)}`);
}

/** What is read back from the database has its parts in another order. */
function same(a: Answer | null, b: Answer | null): boolean {
  const ordered = (answer: Answer | null) =>
    answer === null ? 'null' : JSON.stringify(Object.entries(answer).sort(([x], [y]) => (x < y ? -1 : 1)));
  return ordered(a) === ordered(b);
}
