import { clean, fold, trimFillers } from '../../language/text.ts';
import type { ReadingDoubt } from '../../reading/found.ts';
import { ask, doubt, none, value } from '../../reading/outcome.ts';
import type { AskReason, Detail, QuestionHint, Understood } from '../../reading/understood.ts';
import { readYesNo as readAnew, type YesNo } from '../../reading/yes-no.ts';
import { askedByQuestion } from '../../subjects/asked.ts';
import { doubtOf } from '../doubt.ts';
import { plainly } from '../rhetoric.ts';
import { waterTypes } from '../water-words.ts';
import { confirm } from './confirm.ts';
import { readHinted } from './hinted.ts';
import { diseasesIn } from './illness.ts';
import { praise } from './mood.ts';
import { leadOf, plainAnswer, readYesNo } from './plain.ts';
import { detailOf, readTopic, type TopicReading } from './topic.ts';

/** Reads an answer to the yes/no question `q`; without one only words that mean the same everywhere. */
export function readLedgerYesNo(q: string | undefined, raw: string, hint?: QuestionHint): TopicReading {
  const asked = q === undefined ? undefined : askedByQuestion.get(q);
  if (asked !== undefined) {
    const shown = /^[\d一二①②]/u.test(raw.trim()) ? plainAnswer(trimFillers(fold(clean(raw)))) : undefined;
    // 1 and 2: the answers as they stand under the question.
    if (shown === 'yes' || shown === 'no') return { understood: value(shown === 'yes'), own: false };
    const read = readAnew(fold(clean(raw)), asked);
    const understood = understoodOf(read, detailFor(asked.topic, raw));
    // 满意 of the water: it has been said to the question, and tells nothing of the fact.
    const praised = understood.status === 'none' && praise(trimFillers(fold(clean(raw)))) !== undefined;
    return { understood: praised ? ask('vague') : understood, own: read.own };
  }
  const text = plainly(trimFillers(raw));
  if (q === 'confirm') return readTopic(confirm, text);
  return {
    understood: q === undefined ? readAnywhere(text) : readHinted(text, hint ?? { key: q, kind: 'yesNo' }),
    own: false,
  };
}

export function isLedgerYesNo(key: string): boolean {
  return askedByQuestion.has(key);
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

function understoodOf({ value: said, sure, doubts }: YesNo, detail: Detail | undefined): Understood<boolean> {
  if (said !== undefined && sure) return value(said, detail);
  const reason = reasons.find(([kind]) => doubts.has(kind))?.[1] ?? 'vague';
  if (said === undefined && doubts.size === 0) return none;
  return ask(reason, said, { detail });
}

/** Words worth keeping beside the answer: who is meant, the illness, the kind of water trouble. */
function detailFor(topic: string, raw: string): Detail | undefined {
  const text = fold(clean(raw));
  const told = topic === 'ill' ? diseasesIn(text).affirmed : topic === 'water' ? waterTypes(text) : [];
  const detail = detailOf(text);
  return told.length === 0 ? detail : { ...detail, note: told.join('、') };
}

function readAnywhere(text: string): Understood<boolean> {
  const reason = doubtOf(text);
  const plain = plainAnswer(text);
  const consent = plain === 'agree' && /^(?:行|中|可以|成|管|ok|okay|妥|要得|得行)/.test(text);
  const read = consent ? readYesNo(text, { consent: true }) : readYesNo(text);
  if (reason) return read.status === 'none' ? ask(reason) : doubt(read, reason);
  const lead = leadOf(text);
  if (lead !== undefined) return value(lead);
  return read;
}
