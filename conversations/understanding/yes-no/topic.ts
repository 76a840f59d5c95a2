import { scanNumbers } from '../../language/numbers/numerals.ts';
import { ask, doubt, none, value } from '../../reading/outcome.ts';
import { whoIn } from '../../reading/people/kin.ts';
import type { AskReason, Detail, Understood } from '../../reading/understood.ts';
import { doubtOf, isConditional, isInProgress } from '../doubt.ts';
import { isLukewarm, praise } from './mood.ts';
import { plainAnswer, readYesNo } from './plain.ts';

/** What one wording means for one question: an answer, or a doubt with what would be pre-filled. */
export interface Rule {
  re: RegExp;
  /** Must not occur. */
  not?: RegExp;
  is?: boolean;
  ask?: AskReason;
  guess?: boolean;
}

/** How one ledger question is answered in people's own words. */
export interface Topic {
  key: string;
  trueIsGood: boolean;
  consent?: boolean;
  /** Sounds like a hedge and is none: 就这样吧 assents. */
  settled?: RegExp;
  /** Which of 挺好 and 不好 answers it: both, only praise (no complaint), or none. Both, where not given. */
  mood?: 'good' | 'none';
  /** 在办, 等着: the thing itself may be under way. */
  progresses?: boolean;
  /** 看情况, 有时: the answer depends. */
  depends?: boolean;
  /** First match decides. Doubtful and double-negative wordings stand before the plain ones. */
  rules: readonly Rule[];
}

export interface TopicReading {
  understood: Understood<boolean>;
  /** Read from the topic's own wording; a general 没问题 could have been said of anything. */
  own: boolean;
}

/** Reads a clause as the answer to a ledger yes/no question. */
export function readTopic(topic: Topic, text: string): TopicReading {
  const reason = topic.settled?.test(text) ? undefined : doubtOf(text);
  const reading = readSure(topic, text);
  if (!reason) return reading;
  const understood =
    reading.understood.status === 'none' ? ask<boolean>(reason) : doubt(reading.understood, reason);
  return { understood, own: reading.own };
}

function readSure(topic: Topic, text: string): TopicReading {
  for (const rule of topic.rules) {
    if (!rule.re.test(text) || rule.not?.test(text)) continue;
    const detail = detailOf(text);
    if (rule.ask) return { understood: ask(rule.ask, rule.guess, { detail }), own: true };
    return { understood: value(rule.is ?? topic.trueIsGood, detail), own: true };
  }
  if (topic.progresses && isInProgress(text)) return { understood: ask('inProgress'), own: true };
  const general = byMood(topic, text) ?? readYesNo(text, topic);
  if (topic.depends && general.status !== 'value' && isConditional(text))
    return { understood: ask('hedged'), own: false };
  if (general.status !== 'none' || isLukewarm(text)) return { understood: general, own: false };
  return { understood: leadingWord(topic, text), own: false };
}

/** 挺好 says nothing of whether there is a pupil: praise where it can't be an answer is asked back. */
function byMood(topic: Topic, text: string): Understood<boolean> | undefined {
  if (topic.mood === undefined || plainAnswer(text)) return undefined;
  const said = praise(text);
  return said && (topic.mood === 'none' || said === 'bad') ? ask('vague') : undefined;
}

/** 有一个, 有俩: there is one, where the question is whether there is any. */
export const existence: Rule = {
  re: /^(?:家里|俺家|是|确实|倒)?(?:有(?:着)?|(?=俩$|仨$|[一两三]个))(?:一|两|俩|二|三|仨|1|2|3|几)?(?:个|名|位)?(?:的|孩子|娃|学生|小孩|人)?(?:了|呢|啊|在)?$/,
  is: true,
};

/** 有,但是… or 没有,他们…: the first clause answers where the rest says nothing known. */
function leadingWord(topic: Topic, text: string): Understood<boolean> {
  const cut = text.search(/[,。;!、 ]/);
  if (cut <= 0) return none;
  const lead = readYesNo(text.slice(0, cut), topic);
  return lead.status === 'value' ? value(lead.value, detailOf(text)) : none;
}

const exception = /(?:差|缺|少|漏|落|剩|除了|有|就|还有)(?:了|下)?[^,。;]{0,2}$/;

/** Who is meant and how many are the exception (差一个 → 1). */
export function detailOf(text: string): Detail | undefined {
  const who = whoIn(text);
  const count = scanNumbers(text).find((n) => n.lo === n.hi && exception.test(text.slice(0, n.start)));
  if (who === undefined && !count) return undefined;
  return { ...(who === undefined ? {} : { who }), ...(count ? { missing: count.lo } : {}) };
}
