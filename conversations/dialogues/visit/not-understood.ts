import type { Conversation } from '../../contract/conversation.ts';
import { nextQuestion } from '../../form/questionnaire.ts';
import { notUnderstood as askOnceMore } from '../../form/step.ts';
import { isQuestion, wantsSomething } from '../../language/question-form.ts';
import { unknown } from './at-the-door.ts';
import { agreesToPause } from './commands.ts';
import type { Hand } from './hand.ts';
import { nextStep, settleVisit, showOpenAgain, stateOf, visitFormOf } from './visit-form.ts';

/** Nothing was understood of a message in a visit: the question is asked once more, with a way out, or put off. */
export function visitNotUnderstood(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  rest: readonly string[],
): void {
  if (c.overheard) return;
  if (agreesToPause(c)) return c.say('好，回头回“继续”接着答。');
  // A question or a request of the bot is no try at an answer: it costs none.
  if (wantsSomething(c.text)) return c.say(`${noAnswer(c)}\n${showOpenAgain(c, hand)}`);
  const again =
    key === undefined ? undefined : askOnceMore(visitFormOf(c, hand), stateOf(c, hand), key, rest);
  if (again?.is === 'said') return c.say(settleVisit(c, hand, again).text);
  const open = nextQuestion(hand.list, hand.visit.answers, hand.subject) !== undefined;
  const summary = !open && c.chat.open?.is === 'summary';
  c.say(summary ? `没看懂这句。${showOpenAgain(c, hand)}` : `没看懂这句。\n${nextStep(c, hand)}`);
}

function noAnswer(c: Conversation): string {
  return isQuestion(c.text) ? unknown(c) : '这句没听懂要什么。看别的户回“查 姓名”，换一户回“排查 姓名”。';
}
