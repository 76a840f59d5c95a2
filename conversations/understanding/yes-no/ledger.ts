import { afterCorrection } from '../correction.ts';
import { doubtOf } from '../doubt.ts';
import { readHousing } from '../housing.ts';
import { ask, doubt, mapValue, value } from '../outcome.ts';
import { plainly, presentPart } from '../rhetoric.ts';
import { trimFillers } from '../text.ts';
import type { QuestionHint, Understood } from '../understood.ts';
import { readWater } from '../water.ts';
import { affordable } from './affordable.ts';
import { readHinted } from './hinted.ts';
import { appraised, otherHousing } from './housing-topics.ts';
import { readIllness } from './illness.ts';
import { insured } from './insured.ts';
import { readInsuredCount } from './insured-count.ts';
import { praise } from './mood.ts';
import { confirm, difficulties, problems } from './other-topics.ts';
import { leadOf, plainAnswer, readYesNo } from './plain.ts';
import { droppedOut, readSchoolAge } from './school.ts';
import { stable } from './stable.ts';
import { readTopic, type Topic, type TopicReading } from './topic.ts';

const topics = new Map<string, Topic>(
  [affordable, appraised, confirm, difficulties, droppedOut, insured, otherHousing, problems, stable].map(
    (t) => [t.key, t],
  ),
);

/** Reads an answer to the ledger's yes/no question `q`; without one only words that mean the same everywhere. */
export function readLedgerYesNo(q: string | undefined, raw: string, hint?: QuestionHint): TopicReading {
  const { text: said } = afterCorrection(trimFillers(raw));
  const text = plainly(said);
  const now = q === undefined || staysOpen.has(q) ? undefined : presentPart(text);
  if (now === undefined) return heedingLead(q, text, readNow(q, text, hint));
  const changed = readNow(q, now, hint);
  if (changed.understood.status === 'value') return changed;
  const whole = readNow(q, text, hint);
  const { understood } = whole;
  return understood.status === 'value' ? { ...whole, understood: doubt(understood, 'verify') } : whole;
}

/** 没有,想鉴定不知道找谁: what follows may explain the answer before it, never turn it round. */
function heedingLead(q: string | undefined, text: string, reading: TopicReading): TopicReading {
  const lead = q === undefined || opensOtherwise.has(q) ? undefined : leadOf(text);
  const { understood } = reading;
  if (lead === undefined || (understood.status !== 'value' && understood.status !== 'ask')) return reading;
  // 没,啥都不缺: the remark is vague, the answer before it isn't.
  if (understood.status === 'ask' && understood.reason === 'vague' && understood.value === lead)
    return { ...reading, understood: value(lead) };
  if (understood.status === 'ask' || understood.value === lead) return reading;
  return { ...reading, understood: ask('conflict', lead) };
}

/** 没有,挺好 says there is nothing wrong with the house or the water. */
const opensOtherwise = new Set(['housingSafe', 'waterProblem', 'confirm']);

/** What was may still hold: an illness that has been cured, an income that was steadier last year. */
const staysOpen = new Set(['seriousIllness', 'incomeStable', 'waterProblem', 'housingSafe']);

function readNow(q: string | undefined, text: string, hint: QuestionHint | undefined): TopicReading {
  const reading = readTopicOf(q, text, hint);
  // 满意 of the water: it has been said to the question, and tells nothing of the fact.
  return q !== undefined && reading.understood.status === 'none' && praise(text)
    ? { understood: ask('vague'), own: false }
    : reading;
}

function readTopicOf(q: string | undefined, text: string, hint: QuestionHint | undefined): TopicReading {
  if (q === 'seriousIllness') return readIllness(text);
  if (q === 'schoolAgeChild') return readSchoolAge(text);
  const counted = q === 'allInsured' ? readInsuredCount(text) : undefined;
  if (counted) return { understood: counted, own: true };
  if (q === 'housingSafe') return fromHousing(text);
  if (q === 'waterProblem') return fromWater(text);
  const topic = q === undefined ? undefined : topics.get(q);
  if (topic) return readTopic(topic, text);
  return {
    understood: q === undefined ? readAnywhere(text) : readHinted(text, hint ?? hintFor(q)),
    own: false,
  };
}

export function isLedgerYesNo(key: string): boolean {
  return topics.has(key) || ['seriousIllness', 'schoolAgeChild', 'housingSafe', 'waterProblem'].includes(key);
}

const badNews =
  /problem|ill|sick|drop|difficult|debt|overdue|risk|unsafe|burden|lost|leak|refus|delay|unfit|swing|heavy|idle/i;
const goodNews =
  /safe|stable|insur|afford|satisf|know|assign|paid|contract|apprais|settle|fit|help|reach|timely|good|right|grew|guid|subsid|doctor|employ/i;

/** A question this list doesn't hold: its polarity is told from its key, where that tells any. */
function hintFor(q: string): QuestionHint {
  const trueIsGood = badNews.test(q) ? false : goodNews.test(q) ? true : undefined;
  return {
    key: q,
    kind: 'yesNo',
    ...(/satisf/i.test(q) ? { rated: true } : {}),
    ...(trueIsGood === undefined ? {} : { trueIsGood }),
  };
}

function fromHousing(text: string): TopicReading {
  const plain = readPlain(text, true);
  if (plain) return { understood: plain, own: false };
  const read = readHousing(text);
  const own = read.status !== 'none' && /房|屋|级|危|住|漏|裂|墙|塌|倒|鉴定/.test(text);
  return { understood: withKnown(mapValue(read, (h) => h.safe)), own };
}

function fromWater(text: string): TopicReading {
  const plain =
    /^(?:饮水|吃水|用水|水)?有(?:饮水)?问题$|^水(?:质)?(?:很|太|真|都)?(?:不好|不行|不中|差|孬)(?:得很)?$/.test(
      text,
    )
      ? value(true)
      : readPlain(text, false);
  if (plain) return { understood: plain, own: false };
  const read = readWater(text);
  const types = read.status === 'value' || read.status === 'ask' ? (read.value?.types ?? []) : [];
  const own = read.status !== 'none' && (types.length > 0 || /水|井/.test(text));
  const known = withKnown(mapValue(read, (w) => w.problem));
  if (types.length === 0 || known.status === 'none' || known.status === 'control')
    return { understood: known, own };
  return { understood: { ...known, detail: { ...known.detail, note: types.join('、') } }, own };
}

function readPlain(text: string, trueIsGood: boolean): Understood<boolean> | undefined {
  if (!plainAnswer(text)) return undefined;
  return readYesNo(text, { trueIsGood });
}

/** An unknown safe/problem (null) is a doubt without anything to pre-fill. */
function withKnown(u: Understood<boolean | null>): Understood<boolean> {
  if (u.status === 'value') return u.value === null ? ask('vague') : { ...u, value: u.value };
  if (u.status !== 'ask') return u;
  return ask(u.reason, u.value ?? undefined, { detail: u.detail });
}

function readAnywhere(text: string): Understood<boolean> {
  const reason = doubtOf(text);
  const plain = plainAnswer(text);
  const consent = plain === 'agree' && /^(?:行|中|可以|成|ok|okay|妥|要得|得行)/.test(text);
  const read = consent ? readYesNo(text, { consent: true }) : readYesNo(text);
  if (reason) return read.status === 'none' ? ask(reason) : doubt(read, reason);
  const lead = leadOf(text);
  if (lead !== undefined) return value(lead);
  return read;
}
