import type { Question } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';
import type { HouseholdForm } from '../subjects/subject.ts';
import { type Comparison, comparisonAt, havingOf, isMoney, timeCompared } from './comparing.ts';
import { addCondition, turned } from './conditions.ts';
import { settleDays } from './days-said.ts';
import { awaitsPredicate, fittingFact, turnsBad } from './fitting.ts';
import { type Condition, type Of, spent, theLine, waited } from './inquiry.ts';
import type { InquiryMark, InquiryToken } from './mark.ts';
import { byDepartments, quickOf, settleSpent, waitedOf } from './pace-said.ts';
import { takePlain } from './plain-marks.ts';
import type { InquirySaid } from './reading.ts';
import {
  type Draft,
  dueSoon,
  dueWithin,
  idleComparisons,
  leftOf,
  limitOf,
  looseOf,
  meanOf,
  perHeadOf,
  rateOf,
  settleNumber,
  settleOrder,
  sizeOf,
  type Unsettled,
  unsureOf,
  withoutDone,
  withoutSubject,
} from './settle.ts';
import { besideStaff, byHelpers, workedOf } from './staff-said.ts';
import { asksOn, pick, subjectOf } from './subject-of.ts';
import {
  asksUnits,
  splitsProblems,
  takeNumber,
  takeWant,
  withoutAny,
  withoutFillers,
  worsened,
} from './taking.ts';

/**
 * What a sentence says, from its tokens: facts become conditions, each operator (没, 不到, 以上) lands on the one beside
 * it, a question named without an answer is told by all its answers. What was not said stays open.
 * @param before what was asked of last, for a sentence that goes on with it
 */
export function compose(tokens: readonly InquiryToken[], form: HouseholdForm, before?: Of): InquirySaid {
  const of = subjectOf(tokens);
  // 那李庄呢, 一般农户呢: what was asked last goes on, and a word means what it meant there.
  const goesOn = tokens.at(-1)?.text === '呢';
  const same = goesOn || asksOn(tokens) || (before === 'problems' && splitsProblems(tokens));
  const meant = of ?? (same ? before : splitsProblems(tokens) ? 'problems' : undefined);
  const read = new Composing(tokens, meant, form).reading();
  return {
    ...(of === undefined && before !== undefined ? withoutSubject(read) : read),
    ...(goesOn ? { goesOn: true as const } : {}),
    ...(/[的吗]$/u.test(tokens.at(-1)?.text ?? '') ? { describes: true as const } : {}),
  };
}

class Composing {
  readonly #tokens: readonly InquiryToken[];
  readonly #of: Of | undefined;
  readonly #form: HouseholdForm;
  #where: readonly Condition[] = [];
  #draft: Draft = { where: [], asks: false, ideas: new Set(), unread: [], loose: [], stranded: [], said: '' };
  #topic: readonly string[] | undefined;
  #negated = false;
  #turnedOne: Condition | undefined;
  #bad = false;
  #perHead = false;
  /** Operators that hit nothing: what they stand in is not understood. */
  readonly #stranded: string[] = [];
  #deadline = false;
  #waited: 'mean' | 'most' | undefined;
  readonly #compared = new Set<number>();
  #theseUnit = '';
  /** 还剩: what is left of something, which is not yet asked of visits. */
  #left = false;
  readonly #answered = new Set<string>();

  constructor(tokens: readonly InquiryToken[], of: Of | undefined, form: HouseholdForm) {
    this.#tokens = withoutFillers(tokens);
    this.#of = of;
    this.#form = form;
  }

  #questionOf(key: string): Question | undefined {
    return questionOf(this.#form, key);
  }

  /** The question how many they are: 5口以上 compares its number. */
  #people(): string | undefined {
    return this.#form.questions.find((q) => q.kind === 'count' && q.measure.startsWith('口'))?.key;
  }

  #seen(): Unsettled {
    return { draft: this.#draft, where: this.#where, of: this.#of, tokens: this.#tokens };
  }

  reading(): InquirySaid {
    if (this.#of !== undefined) this.#draft.of = this.#of;
    for (let i = 0; i < this.#tokens.length; i += 1) i += this.#take(i);
    this.#finish();
    this.#passOverNothing();
    const unread = this.#tokens.filter((t) => t.marks.length === 0).map((t) => t.text);
    const ideas = new Set(
      this.#tokens.flatMap((t) => t.marks.flatMap((m) => (m.is === 'idea' ? [m.idea] : []))),
    );
    return {
      ...this.#draft,
      where: this.#where,
      ideas,
      unread,
      loose: this.#tokens.flatMap(looseOf),
      stranded: this.#stranded,
      said: this.#tokens.map((t) => t.text).join(''),
    };
  }

  /** Takes the token at a place; returns how many behind it were taken along. */
  #take(i: number): number {
    const token = this.#tokens[i];
    if (token === undefined) return 0;
    const compared = comparisonAt(this.#tokens, i);
    if (compared !== undefined) {
      for (let at = i; at <= i + compared.taken; at += 1) this.#compared.add(at);
      return this.#compare(compared);
    }
    if (this.#factOf(token)) return 0;
    for (const mark of token.marks) if (this.#takeMark(mark, i)) return 0;
    return 0;
  }

  /** A comparison without its number, an order of nothing: what had no effect is told as not understood. */
  #passOverNothing(): void {
    limitOf(this.#draft, this.#theseUnit);
    this.#stranded.push(...idleComparisons(this.#tokens, this.#compared));
    this.#stranded.push(...settleOrder(this.#seen()));
    const heads = this.#theseUnit === '口' || this.#theseUnit === '口人';
    if (heads) for (const added of sizeOf(this.#seen(), this.#people())) this.#add(added);
  }

  #compare(comparison: Comparison): number {
    const { op, n, unit, taken } = comparison;
    const than = { op, than: Math.round(n) };
    const having = n === theLine ? undefined : havingOf(comparison, asksUnits(this.#tokens));
    if (having !== undefined) {
      this.#draft.having = having;
      if (having.as === 'share') this.#draft.want = 'share';
      return taken;
    }
    const time = timeCompared(comparison, this.#where, this.#deadline);
    if (time !== undefined) {
      this.#add(time);
      this.#draft.of ??= time.on === 'due' ? 'problems' : 'households';
      return taken;
    }
    const people = unit === '口' || unit === '口人' || unit === '人';
    if (!people && !isMoney(unit)) {
      // 60岁以上: nobody writes ages down.
      this.#stranded.push(`${n}${unit}`);
      return taken;
    }
    const numbers = (this.#topic ?? []).filter((key) => this.#isNumber(key));
    const [key] = people ? [this.#people()] : numbers;
    if (this.#perHead || n === theLine || (key === undefined && !people))
      this.#add({ on: 'perHead', ...than });
    else if (key !== undefined) this.#add({ on: 'amount', key, ...than });
    this.#topic = undefined;
    this.#perHead = false;
    return taken;
  }

  #isNumber(key: string): boolean {
    const kind = this.#questionOf(key)?.kind;
    return kind === 'count' || kind === 'money';
  }

  /** A fact or a topic of the form, the register, the problems: whichever of them is asked of. */
  #factOf(token: InquiryToken): boolean {
    const facts = token.marks.flatMap((m) => (m.is === 'fact' ? m.facts : []));
    // 人均收入 is gross income by heads; the net one has a question and a name of its own.
    const topic = pick(token, 'perHead') === undefined ? pick(token, 'topic') : undefined;
    const fitting = fittingFact(facts, this.#of, this.#topic);
    const problems = this.#of === 'problems';
    if (problems && fitting === undefined && topic !== undefined) return false;
    if (
      fitting !== undefined &&
      (problems || topic === undefined || !awaitsPredicate(topic.keys, fitting, this.#topic))
    ) {
      this.#addFact(fitting);
      return true;
    }
    if (topic === undefined) {
      // A kind of problem says nothing of households by itself: it is problems that are asked for, or nothing.
      const [category] = facts;
      if (category === undefined) return false;
      if (this.#of === undefined) this.#addFact(category);
      else if (token.marks.every((m) => m.is === 'fact')) this.#stranded.push(token.text);
      return true;
    }
    this.#nameTopic(topic.keys);
    return true;
  }

  #addFact(fact: Condition): void {
    if ('key' in fact) this.#answered.add(fact.key);
    this.#add(this.#negated ? turned(fact) : fact);
    if (this.#negated && !turnsBad(fact, (key) => this.#questionOf(key))) this.#turnedOne = fact;
    this.#negated = false;
    if (this.#topic !== undefined && 'key' in fact && this.#topic.includes(fact.key)) this.#topic = undefined;
    if (fact.on === 'problemState' || fact.on === 'due') this.#draft.of ??= 'problems';
  }

  #nameTopic(keys: readonly string[]): void {
    if (keys.every((key) => this.#answered.has(key))) return;
    this.#topic = keys;
    if (this.#negated || this.#bad) {
      this.#settleTopic(true);
      this.#negated = false;
      this.#bad = false;
    }
  }

  /** The topic gets its answer: a bad or a good one. False where the words leave it open. */
  #settleTopic(bad: boolean): boolean {
    const [key] = (this.#topic ?? []).filter((k) => this.#questionOf(k)?.kind === 'yesNo');
    const question = key === undefined ? undefined : this.#questionOf(key);
    if (key === undefined || question?.kind !== 'yesNo') return false;
    this.#add({ on: 'answer', key, values: [question.trueIsGood !== bad] });
    this.#answered.add(key);
    this.#topic = undefined;
    return true;
  }

  #add(condition: Condition): void {
    this.#where = addCondition(this.#where, condition);
  }

  #takeMark(mark: InquiryMark, i: number): boolean {
    const d = this.#draft;
    switch (mark.is) {
      case 'want':
        takeWant(d, mark, this.#of);
        return true;
      case 'by':
        d.asks = true;
        d.by ??= mark.by;
        return true;
      case 'units':
        d.asks = true;
        d.units ??= { level: mark.level, want: mark.want };
        return true;
      case 'of':
        // 饮水问题几户: of households the word tells that something is wrong with the water.
        if (mark.of === 'problems' && this.#of !== 'problems') this.#ofProblems();
        else if (mark.of === 'persons' && this.#of === 'households' && d.want === undefined) return false;
        return true;
      case 'not':
        return this.#negate(i);
      case 'bad':
        if (!this.#settleTopic(true)) {
          const worse = worsened(this.#where, (key) => this.#questionOf(key));
          if (worse === undefined) this.#bad = true;
          else this.#where = worse;
        }
        return true;
      case 'good':
        return this.#settleTopic(false);
      case 'perHead':
        this.#perHead = true;
        return true;
      case 'deadline':
        this.#deadline = true;
        d.deadline = true;
        return true;
      case 'left':
        d.asks = true;
        this.#left = true;
        return true;
      case 'number':
        if (mark.first === true) d.order ??= 'most';
        for (const added of takeNumber(this.#seen(), mark, this.#deadline)) this.#add(added);
        if (d.these !== undefined) this.#theseUnit = mark.unit;
        return true;
      case 'goesOn':
        // 低保户里面 begins anew; 里面低保户 goes on.
        if (this.#tokens.slice(0, i).some((t) => !t.marks.some((m) => m.is === 'pause'))) return true;
        d.goesOn = true;
        if (mark.narrows === true) d.narrows = true;
        return true;
      case 'waited':
        d.asks = true;
        this.#waited = mark.mean === true ? 'mean' : 'most';
        return true;
      case 'spent':
        d.asks = true;
        d.key = spent;
        return true;
      case 'against':
      case 'until':
      case 'line':
      case 'compare':
      case 'pause':
      case 'verb':
      case 'idea':
      case 'filler':
        return true;
      default:
        return takePlain(d, mark, this.#tokens[i - 1]);
    }
  }

  /** 没有问题的户, 饮水问题几户: households are counted by whether something is wrong. */
  #ofProblems(): void {
    if (this.#settleTopic(!this.#negated)) this.#negated = false;
    else if (this.#of === 'households') {
      this.#add({ on: 'standing', values: ['withProblems'], ...(this.#negated ? { not: true } : {}) });
      this.#negated = false;
    }
  }

  /** 没 before a fact turns it around; behind a topic it is its bad answer (医保没交); at the end it only asks. */
  #negate(i: number): boolean {
    const rest = this.#tokens.slice(i + 1);
    const next = rest.find((t) => pick(t, 'verb') === undefined);
    const hits =
      next !== undefined &&
      (pick(next, 'fact') ?? pick(next, 'topic') ?? pick(next, 'good') ?? this.#problemsBeside(next)) !==
        undefined;
    if (hits) {
      this.#negated = true;
      return true;
    }
    const verb = rest[0] !== undefined && pick(rest[0], 'verb') !== undefined;
    if (this.#topic !== undefined && (verb || rest.length > 0)) return this.#settleTopic(true);
    if (rest.length === 0) this.#draft.asks = true;
    // 一个问题都没有的村: units without any.
    else if (this.#of === 'problems' && asksUnits(rest))
      this.#draft.having = { as: 'count', op: 'eq', than: 0 };
    else this.#stranded.push(this.#tokens[i]?.text ?? '');
    return true;
  }

  #problemsBeside(token: InquiryToken): InquiryMark | undefined {
    return this.#of === 'households' && pick(token, 'of')?.of === 'problems' ? pick(token, 'of') : undefined;
  }

  /** What is left at the end: a topic without an answer, 人均 without a comparison, a term still to come. */
  #finish(): void {
    const d = this.#draft;
    if (this.#negated) this.#stranded.push('不');
    this.#stranded.push(...settleDays(d, this.#tokens));
    this.#where = workedOf(this.#seen());
    byHelpers(this.#seen());
    this.#stranded.push(...besideStaff(this.#seen()));
    for (const added of waitedOf(this.#seen(), this.#waited, this.#stranded)) this.#add(added);
    byDepartments(this.#seen());
    for (const added of quickOf(this.#seen())) this.#add(added);
    // 没有危房的村: villages without any are not the villages with safe houses.
    this.#where = withoutAny(this.#seen(), this.#turnedOne);
    if (
      d.want === 'share' &&
      this.#of === 'problems' &&
      !this.#where.some((c) => c.on === 'problemState' || c.on === 'status')
    )
      this.#add({ on: 'problemState', values: ['closed'] });
    if (this.#deadline) this.#where = this.#where.map(dueWithin);
    if (this.#bad && this.#of !== 'problems') this.#add({ on: 'standing', values: ['withProblems'] });
    if (this.#left) this.#where = withoutDone(this.#where, leftOf(this.#seen()));
    for (const added of rateOf(this.#seen())) this.#add(added);
    if (this.#deadline) for (const added of dueSoon(this.#seen())) this.#add(added);
    if (d.key === spent) settleSpent(this.#seen());
    if (d.key === waited || d.key === spent) return;
    if (this.#perHead) {
      perHeadOf(d, this.#tokens);
      this.#topic = undefined;
      return;
    }
    const [key] = this.#topic ?? [];
    const open = unsureOf(this.#seen(), key);
    this.#where = open ?? this.#where;
    if (open !== undefined) return;
    if (key === undefined) {
      this.#stranded.push(...meanOf(this.#seen(), this.#people()));
      return;
    }
    const counts = d.want === 'count' && this.#of === 'households' && this.#where.length > 0;
    // 收入不稳定的几户: the households are counted, not their income.
    if (counts && this.#isNumber(key)) return;
    d.key = key;
    const kind = this.#questionOf(key)?.kind;
    if (kind === 'count' || kind === 'money') settleNumber(d, kind);
    else if (this.#of !== 'problems') d.by ??= 'answer';
  }
}
