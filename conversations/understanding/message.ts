import { readAnswer, understandAnswer } from './answer.ts';
import { looseControl, readControl } from './control.ts';
import { isAllFine, isFineAlone, isSameAsBefore } from './doubt.ts';
import { type Domain, domainOfKey } from './message/anchors.ts';
import { splitClauses } from './message/clauses.ts';
import { readDomain } from './message/domains.ts';
import { type HintIndex, indexOf } from './message/hint-index.ts';
import { readIncome } from './message/income.ts';
import { joinSegments } from './message/join.ts';
import { dropItemNumbers, joinLabels } from './message/labels.ts';
import { Placer } from './message/placer.ts';
import { type Segment, segmentsOf } from './message/segments.ts';
import { type Found, settle } from './message/slots.ts';
import { ask, doubt, value } from './outcome.ts';
import { clean, fold, trimFillers } from './text.ts';
import type { QuestionHint, Reading } from './understood.ts';
import { isOwnAnswer } from './yes-no/hinted.ts';
import { isLedgerYesNo, readLedgerYesNo } from './yes-no/ledger.ts';
import { plainAnswer, praise } from './yes-no/plain.ts';

export interface MessageContext {
  /** The question the bot asked last; a plain short answer belongs to it. */
  open?: QuestionHint | undefined;
  /** All questions of the visit in their order; no other slot is ever filled. */
  questions: readonly QuestionHint[];
  population?: number | undefined;
}

/** Reads a whole message that may answer many questions in any order, or be a command. */
export function readMessage(raw: string, context: MessageContext): Reading {
  const text = clean(raw);
  if (text === '') return { slots: [], control: { action: 'noise' }, rest: [] };
  const folded = fold(text);
  const { open } = context;
  if (open && isPlain(folded, open)) {
    const understood = understandAnswer(text, open, context);
    if (understood.status === 'value') return oneSlot(open.key, understood, text);
  }
  const control = readControl(text, open?.key);
  if (control && !(open && control.action === 'unsure')) return { slots: [], control, rest: [] };
  if (control && open) {
    const understood = understandAnswer(text, open, context);
    if (understood.status === 'control') return { slots: [], control: understood.control, rest: [] };
    return oneSlot(open.key, understood, text);
  }
  const reading = readClauses(trimFillers(folded), context);
  const loose = reading.slots.length === 0 && !reading.ask ? looseControl(text) : undefined;
  return loose ? { slots: [], control: loose, rest: [] } : reading;
}

const countOnly = /^[\d一二两三四五六七八九十]{1,3}(?:口人?|个人?|人|次|户|间|亩)?$/;
const sumOnly = /^[\d.,一二两三四五六七八九十百千万半wk]{1,7}(?:元|块钱?)?$/;

/** Short enough to be nothing but an answer to the open question. */
function isPlain(text: string, open: QuestionHint): boolean {
  if (text.length > 8) return false;
  switch (open.kind) {
    case 'yesNo':
      return plainAnswer(text) !== undefined || isFineAlone(text);
    case 'count':
      return countOnly.test(text);
    case 'money':
      return sumOnly.test(text);
    case 'choice':
    case 'choices':
      return text.length <= 6 && !/[ ,。;:]/.test(text);
    default:
      return false;
  }
}

function oneSlot(key: string, understood: Found['understood'], words: string): Reading {
  if (understood.status === 'none') return { slots: [], rest: [words] };
  return { slots: [{ key, understood, words }], rest: [] };
}

function readClauses(text: string, context: MessageContext): Reading {
  const index = indexOf(context.questions);
  const clauses = joinLabels(dropItemNumbers(splitClauses(text)));
  const segments = joinSegments(clauses.flatMap((clause) => segmentsOf(clause, index)));
  const open = context.open;
  if (open?.kind === 'text') return describe(segments, open, context, index);
  if (open && (isAboutOpen(segments, index, open) || isOwn(text, segments, open, context))) {
    const understood = readAnswer(text, open, context);
    if (understood.status !== 'none') return oneSlot(open.key, understood, text);
  }
  return assemble(segments, context, index);
}

function describe(
  segments: readonly Segment[],
  open: QuestionHint,
  context: MessageContext,
  index: HintIndex,
): Reading {
  const said = readDescription(segments, open, context);
  const others = segments.filter((s) => s.found || s.wholesale || praise(s.text) === 'good');
  const rest = assemble(said && said.understood.status !== 'none' ? others : segments, context, index);
  if (!said || said.understood.status === 'none' || rest.slots.some((s) => s.key === open.key)) return rest;
  return {
    ...rest,
    slots: [{ key: said.key, understood: said.understood, words: said.words }, ...rest.slots],
  };
}

/** 打工 as the reason of a dropout, 按时发工资 about a post: the open question's own words win over other subjects. */
function isOwn(
  text: string,
  segments: readonly Segment[],
  open: QuestionHint,
  context: MessageContext,
): boolean {
  const [only, ...more] = segments;
  if (!only || more.length > 0 || only.found || only.wholesale || only.domain === domainOfKey[open.key])
    return false;
  const understood = readAnswer(text, open, context);
  if (understood.status === 'none') return false;
  const covered = Math.max(0, ...only.keys.values());
  if (covered * 2 > text.length) return false;
  if (open.kind === 'money') return only.domain === 'income';
  const told =
    understood.status === 'value' || (understood.status === 'ask' && understood.value !== undefined);
  if (open.kind !== 'yesNo') return open.kind !== 'photo' && told;
  if (isLedgerYesNo(open.key)) return readLedgerYesNo(open.key, text).own;
  return understood.status === 'value' && isOwnAnswer(text, open);
}

/** Nothing in the message names another question: it is an answer to the open one. */
function isAboutOpen(segments: readonly Segment[], index: HintIndex, open: QuestionHint): boolean {
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
): Found | undefined {
  const told = segments.filter(
    (s) => !s.found && !s.wholesale && praise(s.text) !== 'good' && !nothingElse.test(s.text),
  );
  const text = told.map((s) => s.text).join('，');
  const only = segments[0];
  if (told.length === 0)
    return segments.length === 1 && only && !only.found
      ? { key: open.key, understood: readAnswer(only.text, open, context), words: only.text }
      : undefined;
  return { key: open.key, understood: readAnswer(text, open, context), words: text };
}

const nothingElse = /^(?:其他|其它|别的|旁的|另外)(?:的)?(?:都)?(?:没有?|无)(?:了|的)?$/;

function assemble(segments: readonly Segment[], context: MessageContext, index: HintIndex): Reading {
  const placer = new Placer(index, context);
  const income: Segment[] = [];
  const found: Found[] = [];
  let wholesale: 'sameAsBefore' | 'allFine' | undefined;
  for (const segment of segments) {
    if (segment.wholesale) wholesale ??= 'allFine';
    else if (segment.found) {
      found.push(...segment.found);
      placer.passed(segment.found.at(-1)?.key ?? '');
    } else if (isOpenChoice(segment, context))
      placer.place({ text: segment.text, clause: segment.clause, keys: new Map() }, found);
    else if (segment.domain === 'income') {
      income.push(segment);
      placer.passed('incomeSource');
    } else if (segment.domain) {
      const read = readSubject(segment, segment.domain, context);
      found.push(...read);
      if (read.length === 0 && segment.inherited) qualify(segment, found);
      else if (read.length === 0) placer.place(segment, found);
      else placer.passed(read.at(-1)?.key ?? '');
    } else if (isPassing(segment.text)) continue;
    else if (segment.keys.size === 0 && isSameAsBefore(segment.text)) wholesale = 'sameAsBefore';
    else if (segment.keys.size === 0 && saysAllIsFine(segment, context)) wholesale ??= 'allFine';
    else placer.place(segment, found);
  }
  const people = populationOf(found) ?? context.population;
  found.push(...readIncome(income, people));
  found.push(...fromPerHead(found, people));
  const slots = settle(withImplied(compareInsured(found, people))).filter((s) => index.byKey.has(s.key));
  return { slots, ...(wholesale ? { ask: { reason: wholesale } } : {}), rest: placer.rest };
}

/** 公益岗没有 at a question with choices is read by them before it is taken for a source of income. */
function isOpenChoice(segment: Segment, context: MessageContext): boolean {
  const { open } = context;
  if ((open?.kind !== 'choices' && open?.kind !== 'choice') || domainOfKey[open.key] === segment.domain)
    return false;
  return segment.domain === 'income' && readAnswer(segment.text, open, context).status === 'value';
}

/** 提交, 谢谢 at the end of a message: said in passing. */
function isPassing(text: string): boolean {
  return /^(?:提交|确认|就这些|就这样|完了|好了|没了|谢谢|辛苦了|收到|继续|你好|您好|领导好|在吗|完毕|汇报完毕|报告完毕)(?:了|吧)?$/.test(
    text,
  );
}

/** A qualification that isn't understood leaves the fact before it in doubt. */
function qualify(segment: Segment, found: Found[]): void {
  const last = found.findLast((f) => domainOfKey[f.key] === segment.domain);
  if (last)
    found.push({
      ...last,
      understood: doubt(last.understood, 'vague'),
      words: segment.text,
      overrides: true,
    });
}

/** 都好 is never spread over several questions; a lone 没问题 belongs to the open one. */
function saysAllIsFine(segment: Segment, context: MessageContext): boolean {
  return isAllFine(segment.text) || (isFineAlone(segment.text) && !context.open);
}

/** The open question's own reader comes first where the segment is of its subject. */
function readSubject(segment: Segment, domain: Exclude<Domain, 'income'>, context: MessageContext): Found[] {
  const { open } = context;
  const read = readDomain(segment, domain);
  if (!open || domainOfKey[open.key] !== domain) return read;
  const understood = readAnswer(segment.text, open, context);
  if (understood.status !== 'value') return read;
  const beside = read.filter(
    (f) => f.key !== open.key && f.understood.status === 'value' && agrees(open.key, understood.value, f),
  );
  return [{ key: open.key, understood, words: segment.text, overrides: segment.clause.corrects }, ...beside];
}

/** 没上学的孩子 said to 有适龄孩子吗 denies the child and says nothing of a dropout. */
function agrees(open: string, said: unknown, beside: Found): boolean {
  return !(open === 'schoolAgeChild' && said === false && beside.key === 'droppedOut');
}

/** 人均8000 and no sum of the household: its income is that times the people, to be confirmed. */
function fromPerHead(found: readonly Found[], people: number | undefined): Found[] {
  if (found.some((f) => f.key === 'annualIncome')) return [];
  const said = found.find(
    (f) => f.key === 'netIncomePerHead' && f.understood.status === 'value' && !/纯|净/.test(f.words),
  );
  if (!said) return [];
  const understood = readAnswer(said.words, { key: 'annualIncome', kind: 'money' }, { population: people });
  return understood.status === 'ask' ? [{ key: 'annualIncome', understood, words: said.words }] : [];
}

function populationOf(found: readonly Found[]): number | undefined {
  const last = found.findLast((f) => f.key === 'population')?.understood;
  return last?.status === 'value' && typeof last.value === 'number' ? last.value : undefined;
}

/** 参保4人 of five people: somebody is missing. */
function compareInsured(found: readonly Found[], people: number | undefined): Found[] {
  return found.map((f) => {
    if (f.key !== 'insuredCount') return f;
    if (f.understood.status !== 'value') return { ...f, key: 'allInsured', understood: ask('hedged') };
    const count = Number(f.understood.value);
    if (people === undefined || count > people) return { ...f, key: 'allInsured', understood: ask('verify') };
    const understood = count === people ? value(true) : value(false, { missing: people - count });
    return { ...f, key: 'allInsured', understood };
  });
}

/** Who dropped out is of school age. */
function withImplied(found: readonly Found[]): Found[] {
  const out = found.find(
    (f) => f.key === 'droppedOut' && f.understood.status === 'value' && f.understood.value === true,
  );
  if (!out) return [...found];
  return [...found, { key: 'schoolAgeChild', understood: value(true), words: out.words, weak: true }];
}
