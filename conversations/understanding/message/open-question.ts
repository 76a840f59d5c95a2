import { deniesTrouble, praise } from '../../reading/mood.ts';
import { ask } from '../../reading/outcome.ts';
import { isLedgerYesNo, readSaidTo } from '../../reading/said-to.ts';
import type { QuestionHint, Reading, Understood } from '../../reading/understood.ts';
import { speaksOf } from '../../reading/yes-no-answer.ts';
import { isNothing, readAnswer } from '../answer.ts';
import { domainOfKey } from './anchors.ts';
import { assemble } from './assemble.ts';
import type { MessageContext } from './context.ts';
import type { HintIndex } from './hint-index.ts';
import type { Segment } from './segments.ts';
import type { Found } from './slots.ts';

/** The answer to an open description, with what else the message tells. */
export function describe(
  segments: readonly Segment[],
  open: QuestionHint,
  context: MessageContext,
  index: HintIndex,
): Reading {
  const said = readDescription(segments, open, context, index);
  const others = segments.filter(
    (s) =>
      s.found ||
      s.wholesale ||
      correctsOther(s) ||
      praise(s.text) === 'good' ||
      isGoodNews(s, context, index),
  );
  // 其他没问题 says it of what is asked here, not of everything.
  if (said?.understood.status === 'value' && segments.length === 1 && ofTheRest.test(said.words))
    return { slots: [said], rest: [] };
  const rest = assemble(said && said.understood.status !== 'none' ? others : segments, context, index);
  if (!said || said.understood.status === 'none' || rest.slots.some((s) => s.key === open.key)) return rest;
  return {
    ...rest,
    slots: [{ key: said.key, understood: said.understood, words: said.words }, ...rest.slots],
  };
}

/** 打工 as the reason of a dropout, 按时发工资 about a post: the open question's own words win over other subjects. */
export function isOwn(
  text: string,
  segments: readonly Segment[],
  open: QuestionHint,
  context: MessageContext,
): boolean {
  const [only, ...more] = segments;
  if (!only || more.length > 0 || only.found || only.wholesale || only.domain === domainOfKey[open.key])
    return false;
  // 老两口种了几亩地 tells of income, and only in passing of people.
  if (open.kind === 'count' && only.domain) return false;
  const understood = readAnswer(text, open, context);
  if (understood.status === 'none') return false;
  const covered = Math.max(0, ...only.keys.values());
  if (covered * 2 > text.length) return false;
  if (open.kind === 'money') return only.domain === 'income';
  const told =
    understood.status === 'value' || (understood.status === 'ask' && understood.value !== undefined);
  if (open.kind !== 'yesNo') return open.kind !== 'photo' && told;
  if (isLedgerYesNo(open.key)) return readSaidTo(open.key, text).own;
  return understood.status === 'value' && speaksOf(text, open);
}

/** Nothing in the message names another question: it is an answer to the open one. */
export function isAboutOpen(segments: readonly Segment[], index: HintIndex, open: QuestionHint): boolean {
  const [only, ...more] = segments;
  if (!only || only.found || only.wholesale || !index.byKey.has(open.key) || open.kind === 'text')
    return false;
  return more.length === 0 && !only.domain && (only.keys.size === 0 || only.keys.has(open.key));
}

/**
 * An open description (还有什么问题?) takes what tells of trouble, whatever it is about; only praise and what is
 * labelled go to their own questions.
 */
function readDescription(
  segments: readonly Segment[],
  open: QuestionHint,
  context: MessageContext,
  index: HintIndex,
): Found | undefined {
  const told = segments.filter((s) => tellsOfTrouble(s) && !isGoodNews(s, context, index));
  const text = told.map((s) => s.text).join('，');
  const only = segments[0];
  if (segments.length > 0 && segments.every((s) => deniesTrouble(s.text)))
    return { key: open.key, understood: ask('vague'), words: segments.map((s) => s.text).join('，') };
  if (told.length === 0)
    return segments.length === 1 &&
      only &&
      !only.found &&
      !correctsOther(only) &&
      !isGoodNews(only, context, index)
      ? { key: open.key, understood: readAnswer(only.text, open, context), words: only.text }
      : undefined;
  return { key: open.key, understood: readAnswer(text, open, context), words: text };
}

/** 水其实有点黄 corrects what was said of the water. */
function correctsOther({ clause, domain }: Segment): boolean {
  return clause.corrects && domain !== undefined;
}

function tellsOfTrouble(s: Segment): boolean {
  return (
    !s.found &&
    !s.wholesale &&
    !correctsOther(s) &&
    praise(s.text) !== 'good' &&
    !nothingElse.test(s.text) &&
    !deniesTrouble(s.text)
  );
}

/** 都参保, 水挺好, 没啥大病: what answers another question well is nothing found. */
function isGoodNews(segment: Segment, context: MessageContext, index: HintIndex): boolean {
  if (isNothing(segment.text)) return false;
  const { slots } = assemble([segment], context, index);
  return slots.length > 0 && slots.every(({ key, understood }) => isGood(index.byKey.get(key), understood));
}

function isGood(hint: QuestionHint | undefined, understood: Understood): boolean {
  if (hint?.kind !== 'yesNo' || (understood.status !== 'value' && understood.status !== 'ask')) return false;
  // No child of that age is no trouble, whichever way the question leans.
  const good = hint.key === 'schoolAgeChild' ? false : hint.trueIsGood;
  return understood.value !== undefined && understood.value === good;
}

const ofTheRest = /^(?:其他|其它|别的|旁的|另外)/;
const nothingElse = /^(?:其他|其它|别的|旁的|另外)(?:的)?(?:都)?(?:没有?|无)(?:了|的)?$/;
