import { isOfTheBook, lookUp, tellEntry, withCounty } from '../../answer-book/look-up.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { isQuestion } from '../../language/question-form.ts';
import { contactLine } from './wording.ts';

/** A longer message tells something and may only sound like a question in places. */
const longestQuestion = 30;

/** What the answer book says to a question; undefined where the words are no question of its matters. */
export function* fromTheBook(c: Conversation, text: string): Asking<string | undefined> {
  if (!isQuestion(text) || [...text].length > longestQuestion) return undefined;
  const { answerBook } = campaignOf(c.session.settings);
  const book = withCounty(answerBook, yield* ask('countyAnswers', {}));
  const entry = lookUp(book, text);
  if (entry !== undefined) return tellEntry(entry);
  return isOfTheBook(book, text) && mustBeAsked(text) ? unknown(c) : undefined;
}

/** Ways of asking that no answer has. */
const onlyAsked: readonly string[] = [
  '怎么办',
  '咋办',
  '怎么交',
  '咋交',
  '怎么申请',
  '咋申请',
  '怎么领',
  '咋领',
  '怎么报',
  '咋报',
  '怎么弄',
  '咋弄',
  '怎么算',
  '咋算',
  '什么是',
  '啥是',
  '什么意思',
  '啥意思',
  '找谁',
  '什么条件',
  '啥条件',
  '?',
];

function mustBeAsked(text: string): boolean {
  return onlyAsked.some((words) => text.normalize('NFKC').includes(words));
}

/** It isn't known here, and nothing is made up. */
export function unknown(c: Conversation): string {
  return `这个我这里没有准话，不乱说，可以${contactLine(c)}。`;
}
