import { clean, fold, trimFillers } from '../../language/text.ts';
import { ask, doubt, value } from '../../reading/outcome.ts';
import type { Detail, QuestionHint, Understood } from '../../reading/understood.ts';
import { readYesNo as readAnew } from '../../reading/yes-no.ts';
import { understoodOf } from '../../reading/yes-no-answer.ts';
import { askedByQuestion } from '../../subjects/asked.ts';
import { doubtOf } from '../doubt.ts';
import { plainly } from '../rhetoric.ts';
import { waterTypes } from '../water-words.ts';
import { confirm } from './confirm.ts';
import { readHinted } from './hinted.ts';
import { diseasesIn } from './illness.ts';
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
    return { understood: understoodOf(read, detailFor(asked.topic, raw)), own: read.own };
  }
  const text = plainly(trimFillers(raw));
  if (q === 'confirm') return readTopic(confirm, text);
  return {
    understood: q === undefined ? readAnywhere(text) : readHinted(raw, hint ?? { key: q, kind: 'yesNo' }),
    own: false,
  };
}

export function isLedgerYesNo(key: string): boolean {
  return askedByQuestion.has(key);
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
