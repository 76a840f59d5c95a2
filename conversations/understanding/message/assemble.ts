import { readDropout } from '../../reading/dropout.ts';
import { isAllFine, isFineAlone, isSameAsBefore } from '../../reading/manner.ts';
import { doubt, mapValue, value } from '../../reading/outcome.ts';
import { whoIn } from '../../reading/people/kin.ts';
import { isLedgerYesNo, readSaidTo } from '../../reading/said-to.ts';
import type { Reading } from '../../reading/understood.ts';
import { readAnswer } from '../answer.ts';
import { type Domain, domainOfKey } from './anchors.ts';
import { conclude, populationOf } from './conclusions.ts';
import type { MessageContext } from './context.ts';
import { readDomain } from './domains.ts';
import type { HintIndex } from './hint-index.ts';
import { readIncome } from './income.ts';
import { explainsDropout } from './join.ts';
import { Placer } from './placer.ts';
import { outOfSchool, type Segment } from './segments.ts';
import { type Found, settle } from './slots.ts';

/** Reads segment by segment and settles what was found into one slot per question. */
export function assemble(segments: readonly Segment[], context: MessageContext, index: HintIndex): Reading {
  const assembly = new Assembly(context, index);
  for (const segment of segments) assembly.take(segment);
  return assembly.reading();
}

class Assembly {
  private readonly context: MessageContext;
  private readonly index: HintIndex;
  private readonly placer: Placer;
  private readonly income: Segment[] = [];
  private readonly found: Found[] = [];
  private wholesale: 'sameAsBefore' | 'allFine' | undefined;

  constructor(context: MessageContext, index: HintIndex) {
    this.context = context;
    this.index = index;
    this.placer = new Placer(index, context);
  }

  take(segment: Segment): void {
    if (segment.wholesale) this.wholesale ??= 'allFine';
    else if (segment.found) this.add(segment.found);
    else if (isOpenChoice(segment, this.context)) this.placer.place(withoutSubject(segment), this.found);
    else if (this.isReason(segment)) this.addReason(segment);
    else if (segment.domain === 'income') {
      this.income.push(this.isBehindIllness() ? { ...segment, afterIllness: true } : segment);
      this.placer.passed('incomeSource');
    } else if (segment.domain) this.takeSubject(segment, segment.domain);
    else this.takeBare(segment);
  }

  private add(found: readonly Found[]): void {
    this.found.push(...found);
    this.placer.passed(found.at(-1)?.key ?? '');
  }

  private takeSubject(segment: Segment, domain: Exclude<Domain, 'income'>): void {
    const read = readSubject(segment, domain, this.context);
    if (read.length > 0) this.add(read);
    else if (segment.inherited) qualify(segment, this.found);
    // 两口子在浙江打工: who works, not how many there are.
    else if (domain === 'population' && segment.text !== segment.clause.text) return;
    else this.placer.place(segment, this.found);
  }

  private takeBare(segment: Segment): void {
    const { text } = segment;
    if (isPassing(text) || this.namesWho(text)) return;
    const named = segment.keys.size > 0;
    if (!named && isSameAsBefore(text)) this.wholesale = 'sameAsBefore';
    else if (!named && saysAllIsFine(segment, this.context)) this.wholesale ??= 'allFine';
    else this.placer.place(segment, this.found);
  }

  /** 有,老太太: who is meant by the answer before. */
  private namesWho(text: string): boolean {
    const last = this.found.at(-1);
    if (whoIn(text) !== text || last?.understood.status !== 'value' || last.understood.value !== true)
      return false;
    const { understood } = last;
    this.found[this.found.length - 1] = {
      ...last,
      understood: value(understood.value, { ...understood.detail, who: text }),
    };
    return true;
  }

  private isBehindIllness(): boolean {
    const domain = domainOfKey[this.found.at(-1)?.key ?? ''];
    return domain === 'illness' || domain === 'afford';
  }

  /** 有,打工去了 about a dropout: the reason, not the household's work. */
  private isReason(segment: Segment): boolean {
    const isOut = this.found.some(
      (f) => f.key === 'droppedOut' && f.understood.status === 'value' && f.understood.value === true,
    );
    const told = this.found.some((f) => f.key === 'dropoutReason');
    return isOut && !told && explainsDropout(segment);
  }

  private addReason(segment: Segment): void {
    const understood = mapValue(readDropout(segment.text), (r) => r.reason);
    this.add([{ key: 'dropoutReason', understood, words: segment.text }]);
  }

  reading(): Reading {
    const people = populationOf(this.found) ?? this.context.population;
    const ill = this.found.some((f) => domainOfKey[f.key] === 'illness' || domainOfKey[f.key] === 'afford');
    const income = readIncome(this.income, people, ill);
    this.found.push(...income);
    const unread = income.length > 0 ? [] : this.income.map((s) => s.text);
    const slots = settle(conclude(this.found, this.context.population)).filter((s) =>
      this.index.byKey.has(s.key),
    );
    const { wholesale } = this;
    return {
      slots,
      ...(wholesale ? { ask: { reason: wholesale } } : {}),
      rest: [...this.placer.rest, ...unread],
    };
  }
}

function withoutSubject({ text, clause }: Segment): Segment {
  return { text, clause, keys: new Map() };
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
  return /^(?:提交|确认|就这些|就这样|[低五]保户|特困户|脱贫户|监测户|一般(?:农)?户|谢谢|辛苦了|收到|继续|你好|您好|领导好|在吗|完毕|汇报完毕|报告完毕)(?:了|吧)?$/.test(
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
  if (understood.status === 'ask' && isLedgerYesNo(open.key) && readSaidTo(open.key, segment.text).own) {
    const others = read.filter((f) => f.key !== open.key && f.understood.status === 'value');
    return [{ key: open.key, understood, words: segment.text }, ...others];
  }
  if (understood.status !== 'value') return read;
  const inPassing = domain === 'population' && read.length === 0 && segment.text !== segment.clause.text;
  if (inPassing)
    return [{ key: open.key, understood: doubt(understood, 'verify'), words: segment.text, weak: true }];
  const beside = read.filter(
    (f) => f.key !== open.key && f.understood.status === 'value' && agrees(open.key, understood.value, f),
  );
  return [{ key: open.key, understood, words: segment.text, overrides: segment.clause.corrects }, ...beside];
}

/** 没上学的孩子 said to 有适龄孩子吗 denies the child and says nothing of a dropout. */
function agrees(open: string, said: unknown, beside: Found): boolean {
  if (open !== 'schoolAgeChild' || beside.key !== 'droppedOut') return true;
  const isOut = beside.understood.status === 'value' && beside.understood.value === true;
  return said === true && (!isOut || outOfSchool.test(beside.words));
}
