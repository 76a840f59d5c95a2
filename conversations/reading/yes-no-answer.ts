import type { YesNoAsked } from '../form/asked.ts';
import { clean, fold } from '../language/text.ts';
import { judgementTopic } from '../subjects/asked.ts';
import type { ReadingDoubt } from './found.ts';
import { ask, none, value } from './outcome.ts';
import { ownWordsOf } from './own-words.ts';
import type { AskReason, Detail, QuestionHint, Understood } from './understood.ts';
import { readYesNo, type YesNo } from './yes-no.ts';

/** The subject of a question that names none of its own. */
const ownTopic = 'own';

/** A question that tells nothing of how it is read: 有 and 没有 answer it, praise only where it asks for it. */
function unlisted({ trueIsGood, rated }: QuestionHint): YesNoAsked {
  return {
    topic: rated === true ? judgementTopic : ownTopic,
    yes: '+',
    kind: 'state',
    being: rated !== true,
    ...(trueIsGood === undefined ? {} : { good: trueIsGood ? '+' : '-' }),
    ...(rated === true ? {} : { loose: ['good', 'bad'] }),
  };
}

function readOwn(raw: string, hint: QuestionHint): YesNo {
  const asked = hint.reads ?? unlisted(hint);
  return readYesNo(fold(clean(raw)), asked, ownWordsOf(hint, asked.topic));
}

/** Reads an answer to a question by its own words. */
export function readForQuestion(raw: string, hint: QuestionHint, detail?: Detail): Understood<boolean> {
  return understoodOf(readOwn(raw, hint), detail);
}

/** Whether the text uses the question's own words, so that it can't be meant for another. */
export function speaksOf(raw: string, hint: QuestionHint): boolean {
  return readOwn(raw, hint).own;
}

/** Why the bot asks back, in the words that dialogues know. */
const reasons: readonly (readonly [ReadingDoubt, AskReason])[] = [
  ['question', 'question'],
  ['conflict', 'conflict'],
  ['condition', 'hedged'],
  ['assent', 'polarity'],
  ['hedge', 'hedged'],
  ['lukewarm', 'vague'],
  ['future', 'inProgress'],
  ['incomplete', 'inProgress'],
  ['open', 'verify'],
  ['past', 'verify'],
  ['weak', 'verify'],
];

/** What is sure as a value, what isn't as a question with the kind of doubt. */
export function understoodOf(
  { value: said, sure, doubts, judges }: YesNo,
  detail?: Detail,
): Understood<boolean> {
  if (said !== undefined && sure) return value(said, detail);
  const reason = reasons.find(([kind]) => doubts.has(kind))?.[1] ?? 'vague';
  // 满意 of the water: it has been said to the question, and tells nothing of the fact.
  if (said === undefined && doubts.size === 0) return judges ? ask('vague') : none;
  return ask(reason, said, { detail });
}
