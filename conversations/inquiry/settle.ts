import { addCondition } from './conditions.ts';
import type { Condition, Of, Split } from './inquiry.ts';
import type { InquiryToken } from './mark.ts';
import type { InquirySaid } from './reading.ts';
import { pick } from './subject-of.ts';

export type Draft = { -readonly [K in keyof InquirySaid]: InquirySaid[K] };

/** A sentence whose words are all taken, before what they leave open is settled. `draft` is written to. */
export interface Unsettled {
  draft: Draft;
  where: readonly Condition[];
  of: Of | undefined;
  tokens: readonly InquiryToken[];
}

/** Days that 快到期 looks ahead. */
const soon = 7;

const hasState = (where: readonly Condition[]): boolean =>
  where.some((c) => c.on === 'problemState' || c.on === 'status');

/** 危房还剩几户: of answers and problems what is left are those that still are, and no visits to come. */
export function leftOf({ where, of }: Unsettled): Condition[] {
  if (of === 'problems') return hasState(where) ? [] : [{ on: 'problemState', values: ['open'] }];
  // 还差多少弄完: those not done yet, whatever the verb.
  const done = where.some((c) => c.on === 'standing' && c.values.includes('visited') && c.not !== true);
  if (done) return [{ on: 'standing', values: ['remaining'] }];
  const told = where.some((c) => ['answer', 'amount', 'perHead', 'standing'].includes(c.on));
  return told || of === 'leads' || of === 'staff' ? [] : [{ on: 'standing', values: ['remaining'] }];
}

/** What is left instead of what is done, else both. */
export function withoutDone(where: readonly Condition[], left: readonly Condition[]): readonly Condition[] {
  const kept = left.length === 0 ? where : where.filter((c) => c.on !== 'standing');
  return left.reduce((all, c) => addCondition(all, c), kept);
}

/** 收入说不清的: the question named is the one that is not clear. Undefined where nothing is said to be unclear. */
export function unsureOf(
  { where, of }: Unsettled,
  key: string | undefined,
): readonly Condition[] | undefined {
  const open = where.find((c) => c.on === 'standing' && c.values.includes('toVerify'));
  if (key === undefined || open === undefined || of === 'problems') return undefined;
  return addCondition(
    where.filter((c) => c !== open),
    { on: 'unsure', key },
  );
}

/** 进度百分之多少, 走访率: the share of those visited; of problems the share struck off. */
export function rateOf({ draft, where, of, tokens }: Unsettled): Condition[] {
  if (!tokens.some((t) => t.marks.some((m) => m.is === 'idea' && m.idea === 'rate'))) return [];
  if (of === 'staff' || of === 'problems') draft.asks = true;
  if (of === 'staff') {
    if (where.some((c) => c.on === 'bound')) return [];
  }
  if (!draft.asks || hasState(where) || where.some((c) => c.on === 'standing')) return [];
  if (draft.want === undefined || draft.want === 'count') draft.want = 'share';
  if (of === 'staff') return [{ on: 'bound', is: true }];
  return of === 'problems'
    ? [{ on: 'problemState', values: ['closed'] }]
    : [{ on: 'standing', values: ['visited'] }];
}

/** 快到期: without a number of days it is the coming seven; another week has its own days. */
export function dueSoon({ draft, where, of, tokens }: Unsettled): Condition[] {
  const dated = where.some(
    (c) => c.on === 'due' || (c.on === 'problemState' && c.values.includes('overdue')),
  );
  if (dated || (of !== undefined && of !== 'problems')) return [];
  draft.of ??= 'problems';
  // 哪天到期: all of them, each with its day.
  if (tokens.some((t) => t.marks.some((m) => m.is === 'idea' && m.idea === 'when'))) return [];
  return draft.period === undefined ? [{ on: 'due', is: 'within', days: soon }] : [];
}

/** 3天到期: what is due looks ahead. */
export const dueWithin = (c: Condition): Condition => (c.on === 'due' ? { ...c, is: 'within' } : c);

/** 平均一户多少人: people are what is averaged; a mean of nothing said is not understood, and returned. */
export function meanOf({ draft, of, tokens }: Unsettled, people: string | undefined): string[] {
  if (draft.want !== 'average') return [];
  const ofPeople = of === 'persons' || tokens.some((t) => pick(t, 'of')?.of === 'persons');
  if (!ofPeople || people === undefined) return ['平均'];
  draft.key = people;
  draft.of = 'households';
  delete draft.these;
  return [];
}

/** 谁的户最多 is told by who looks after them; 最多 of nothing is not understood, and returned. */
export function settleOrder({ draft, of, tokens }: Unsettled): string[] {
  const { order, by, key, units, goesOn } = draft;
  if (order === undefined || by !== undefined || key !== undefined || units !== undefined) return [];
  if (tokens.some((t) => t.text === '谁') && of === 'households') {
    draft.by = 'helper';
    draft.want = 'count';
    return [];
  }
  // 什么问题最多: of problems it is their kinds that are put in order.
  if (of === 'problems' && goesOn !== true && draft.limit === undefined) {
    draft.by = 'category';
    draft.want = 'count';
    return [];
  }
  return of === undefined || goesOn === true
    ? []
    : tokens.filter((t) => pick(t, 'most') !== undefined).map((t) => t.text);
}

/** 三口人的几户, 一个人过的几户: the household has so many people. `people`: the question how many they are. */
export function sizeOf({ draft, where, of }: Unsettled, people: string | undefined): Condition[] {
  const n = draft.these;
  if (n === undefined || people === undefined || !draft.asks || draft.goesOn === true) return [];
  if (draft.why === true || where.some((c) => c.on === 'amount' && c.key === people)) return [];
  draft.of = draft.want === undefined ? 'households' : (of ?? 'households');
  delete draft.these;
  return [{ on: 'amount', key: people, op: 'eq', than: n }];
}

/** 人均收入 without a comparison: in order of it, or the mean. */
export function perHeadOf(draft: Draft, tokens: readonly InquiryToken[]): void {
  // 平均每人手上几户: of those who look after them, and no income.
  const ofHelpers = tokens.some((t) => pick(t, 'want')?.of === 'households');
  if (ofHelpers && !tokens.some((t) => t.text.includes('收入'))) {
    draft.by ??= 'helper';
    draft.want = 'count';
    return;
  }
  draft.key = 'perHead';
  draft.asks = true;
  if (draft.order !== undefined && (draft.want === 'list' || draft.want === undefined)) draft.want = 'list';
  else if (draft.want !== 'share') draft.want = 'average';
}

/** A number of the form without a comparison: in order of it, its sum or its mean. */
export function settleNumber(draft: Draft, kind: 'count' | 'money'): void {
  if (draft.order !== undefined && (draft.want === 'list' || draft.want === undefined)) draft.want = 'list';
  else if (draft.want !== 'sum' && draft.want !== 'average')
    draft.want = kind === 'count' ? 'sum' : 'average';
}

/** 最多的3个村 splits by village. */
const splitOfUnit: Readonly<Record<string, Split>> = {
  村: 'village',
  个村: 'village',
  乡镇: 'township',
  个乡镇: 'township',
  个镇: 'township',
  个组: 'group',
};

/** 最高的5户, 前三个村: so many of them, and no more. */
export function limitOf(draft: Draft, unit: string): void {
  if (draft.order === undefined || draft.these === undefined || draft.these < 1) return;
  draft.limit = draft.these;
  const split = splitOfUnit[unit];
  if (split !== undefined) draft.by ??= split;
  delete draft.these;
  if (draft.by === undefined && draft.want === undefined) draft.want = 'list';
}

/** A word that is an idea and nothing else. */
export function looseOf({ text, marks }: InquiryToken): { text: string; idea: string }[] {
  const [first] = marks;
  return first?.is === 'idea' && marks.every((m) => m.is === 'idea') ? [{ text, idea: first.idea }] : [];
}

/** Words that only compare and found no number. `used`: places of those that did. */
export function idleComparisons(tokens: readonly InquiryToken[], used: ReadonlySet<number>): string[] {
  return tokens
    .filter(({ marks }, i) => marks.length > 0 && marks.every((m) => m.is === 'compare') && !used.has(i))
    .map(({ text }) => text);
}

/** What is asked of wasn't said: it stays what it was. */
export function withoutSubject({ of: _, ...rest }: InquirySaid): InquirySaid {
  return rest;
}
