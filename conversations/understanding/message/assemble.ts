import { readAnswer } from '../answer.ts';
import { isAllFine, isFineAlone, isSameAsBefore } from '../doubt.ts';
import { doubt } from '../outcome.ts';
import type { Reading } from '../understood.ts';
import { type Domain, domainOfKey } from './anchors.ts';
import { conclude, populationOf } from './conclusions.ts';
import type { MessageContext } from './context.ts';
import { readDomain } from './domains.ts';
import type { HintIndex } from './hint-index.ts';
import { readIncome } from './income.ts';
import { Placer } from './placer.ts';
import type { Segment } from './segments.ts';
import { type Found, settle } from './slots.ts';

/** Reads segment by segment and settles what was found into one slot per question. */
export function assemble(segments: readonly Segment[], context: MessageContext, index: HintIndex): Reading {
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
  found.push(...readIncome(income, populationOf(found) ?? context.population));
  const slots = settle(conclude(found, context.population)).filter((s) => index.byKey.has(s.key));
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
