import type { Question } from '../form/question.ts';
import type { Condition, Of } from './inquiry.ts';
import type { InquiryMark, InquiryToken } from './mark.ts';
import type { Draft, Unsettled } from './settle.ts';
import { pick } from './subject-of.ts';

const days: ReadonlySet<InquiryMark['is']> = new Set(['time', 'date', 'weekday', 'month']);

/** The tokens that say something: particles go, and 到 where no day stands behind it. */
export function withoutFillers(tokens: readonly InquiryToken[]): readonly InquiryToken[] {
  return tokens.filter((t, i) => {
    if (!t.marks.some((m) => m.is === 'filler')) return true;
    if (t.marks.length === 1) return false;
    return (
      !t.marks.some((m) => m.is === 'until') || tokens[i + 1]?.marks.some((m) => days.has(m.is)) === true
    );
  });
}

/** Are units asked for, or something by units? Then 超过10个 compares them. */
export const asksUnits = (tokens: readonly InquiryToken[]): boolean =>
  tokens.some((t) => {
    const by = pick(t, 'by')?.by;
    return pick(t, 'units') !== undefined || by === 'township' || by === 'village' || by === 'group';
  });

/** What is wanted: a list has its number in it. */
export function takeWant(
  d: Draft,
  { want, of }: Extract<InquiryMark, { is: 'want' }>,
  meant: Of | undefined,
): void {
  d.asks = true;
  // 脱贫户几户监测户几户: two numbers in one breath.
  if (want === 'count' && of !== undefined) {
    d.counts = (d.counts ?? 0) + 1;
    if (d.counts > 1) d.each = true;
  }
  if (d.want === undefined || want !== 'count') d.want = want;
  if (of !== undefined) d.of = meant ?? of;
}

/** A number that compares nothing: 3天内 is when something is due, or the last days; 12户 are those told of. */
export function takeNumber(
  { draft: d, where, of }: Unsettled,
  { n, unit }: Extract<InquiryMark, { is: 'number' }>,
  deadline: boolean,
): Condition[] {
  if (unit === '天内' || (unit === '天' && deadline)) {
    d.of ??= 'problems';
    return [{ on: 'due', is: 'within', days: n }];
  }
  if (unit === '天') {
    const overdue = where.some((c) => c.on === 'problemState' && c.values.includes('overdue'));
    if (overdue) return [{ on: 'due', is: 'over', days: n }];
    d.period ??= { is: 'days', from: 1 - n, to: 0, said: `近${n}天` };
    return [];
  }
  d.these = n;
  if (unit === '人') d.of = of ?? 'persons';
  return [];
}

/** 没有危房的村: villages where none has one. Of visits the opposite state is asked for. */
export function withoutAny({ draft, where }: Unsettled, turned: Condition | undefined): readonly Condition[] {
  if (draft.units === undefined || turned === undefined || turned.on === 'standing') return where;
  draft.having = { as: 'count', op: 'eq', than: 0 };
  const kept = where.filter(
    (c) => c.on !== turned.on || ('key' in c && 'key' in turned && c.key !== turned.key),
  );
  return [...kept, turned];
}

/** 哪类最多, 各部门还剩多少: parts that only problems have. */
export const splitsProblems = (tokens: readonly InquiryToken[]): boolean =>
  tokens.some((t) => ['category', 'leadUnit'].includes(pick(t, 'by')?.by ?? '')) &&
  !tokens.some((t) => pick(t, 'want')?.of === 'households');

/** 帮扶人没到位: the good answer that the word before it stands for, turned into the bad one. */
export function worsened(
  where: readonly Condition[],
  questionOf: (key: string) => Question | undefined,
): readonly Condition[] | undefined {
  const last = where.at(-1);
  if (last?.on !== 'answer' || last.values.length !== 1) return undefined;
  const question = questionOf(last.key);
  if (question?.kind !== 'yesNo' || last.values[0] !== question.trueIsGood) return undefined;
  return [...where.slice(0, -1), { ...last, values: [!question.trueIsGood] }];
}
