import { readAnswer, understandAnswer } from './answer.ts';
import { looseControl, readControl } from './control.ts';
import { isAllFine, isFineAlone, isSameAsBefore } from './doubt.ts';
import { type Domain, domainOfKey } from './message/anchors.ts';
import { type Clause, splitClauses } from './message/clauses.ts';
import { readDomain } from './message/domains.ts';
import { type HintIndex, indexOf } from './message/hint-index.ts';
import { readIncome } from './message/income.ts';
import { joinSegments } from './message/join.ts';
import { dropItemNumbers, joinLabels } from './message/labels.ts';
import { Placer } from './message/placer.ts';
import { readAllSatisfied } from './message/satisfaction.ts';
import { type Segment, segmentsOf } from './message/segments.ts';
import { type Found, settle } from './message/slots.ts';
import { ask, doubt, value } from './outcome.ts';
import { clean, fold, trimFillers } from './text.ts';
import type { QuestionHint, Reading } from './understood.ts';
import { isOwnAnswer } from './yes-no/hinted.ts';
import { isLedgerYesNo, readLedgerYesNo } from './yes-no/ledger.ts';
import { plainAnswer } from './yes-no/plain.ts';

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

/** Short enough to be nothing but an answer to the open question. */
function isPlain(text: string, open: QuestionHint): boolean {
  if (text.length > 6) return false;
  if (open.kind !== 'yesNo') return open.kind !== 'text' && !/[ ,。;:]/.test(text);
  return plainAnswer(text) !== undefined || isFineAlone(text);
}

function oneSlot(key: string, understood: Found['understood'], words: string): Reading {
  if (understood.status === 'none') return { slots: [], rest: [words] };
  return { slots: [{ key, understood, words }], rest: [] };
}

function readClauses(text: string, context: MessageContext): Reading {
  const index = indexOf(context.questions);
  const clauses = joinLabels(dropItemNumbers(splitClauses(text)));
  const segments = joinSegments(
    clauses.flatMap((clause) => satisfiedSegment(clause, context, index) ?? segmentsOf(clause, index)),
  );
  const open = context.open;
  if (open && (isAboutOpen(segments, index, open) || isOwn(text, segments, open, context))) {
    const understood = readAnswer(text, open, context);
    if (understood.status !== 'none') return oneSlot(open.key, understood, text);
  }
  return assemble(segments, context, index);
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
  if (readAnswer(text, open, context).status !== 'value') return false;
  if (open.kind !== 'yesNo') return open.kind !== 'text' && open.kind !== 'photo';
  return isLedgerYesNo(open.key) ? readLedgerYesNo(open.key, text).own : isOwnAnswer(text, open);
}

function satisfiedSegment(clause: Clause, context: MessageContext, index: HintIndex): Segment | undefined {
  const found = context.open ? readAllSatisfied(clause.text, context.open, index) : [];
  return found.length > 0 ? { text: clause.text, clause, keys: new Map(), found } : undefined;
}

/** Nothing in the message names another question: it is an answer to the open one. */
function isAboutOpen(segments: readonly Segment[], index: HintIndex, open: QuestionHint): boolean {
  const [only, ...more] = segments;
  if (!only || only.found || !index.byKey.has(open.key)) return false;
  if (open.kind === 'text')
    return segments.every((s) => !s.found && s.keys.size === 0) && !saysNothing(only.text);
  return more.length === 0 && !only.domain && (only.keys.size === 0 || only.keys.has(open.key));
}

/** 没有,… : nothing to describe; what follows is of something else. */
function saysNothing(text: string): boolean {
  return /^(?:没(?:有|啥|别的)?|无|没别的问题|没有其他问题)(?:了|的)?$/.test(text);
}

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
    } else if (segment.domain === 'income') {
      income.push(segment);
      placer.passed('incomeSource');
    } else if (segment.domain) {
      const read = readSubject(segment, segment.domain, context);
      found.push(...read);
      if (read.length === 0 && segment.inherited) qualify(segment, found);
      else if (read.length === 0) placer.place(segment, found);
      else placer.passed(read.at(-1)?.key ?? '');
    } else if (segment.keys.size === 0 && isSameAsBefore(segment.text)) wholesale = 'sameAsBefore';
    else if (segment.keys.size === 0 && saysAllIsFine(segment, context)) wholesale ??= 'allFine';
    else placer.place(segment, found);
  }
  const people = populationOf(found) ?? context.population;
  found.push(...readIncome(income, people));
  found.push(...fromPerHead(found, people));
  const slots = settle(withImplied(compareInsured(found, people))).filter((s) => index.byKey.has(s.key));
  return { slots, ...(wholesale ? { ask: { reason: wholesale } } : {}), rest: placer.rest };
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
