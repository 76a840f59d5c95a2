import type { InquiryMark, InquiryToken } from './mark.ts';

interface Comparison {
  op: 'lt' | 'le' | 'gt' | 'ge' | 'eq';
  n: number;
  unit: string;
  /** Tokens behind the first that belong to it. */
  taken: number;
}

function markOf<K extends InquiryMark['is']>(
  token: InquiryToken | undefined,
  is: K,
): Extract<InquiryMark, { is: K }> | undefined {
  return token?.marks.find((m): m is Extract<InquiryMark, { is: K }> => m.is === is);
}

/** A comparison that begins at a place: 低于6000, 5口以上, 超过5万. */
export function comparisonAt(tokens: readonly InquiryToken[], i: number): Comparison | undefined {
  const before = markOf(tokens[i], 'compare');
  const number = markOf(tokens[i + 1], 'number');
  if (before?.side === 'before' && number !== undefined)
    return { op: before.op, n: number.n, unit: number.unit, taken: 1 };
  const first = markOf(tokens[i], 'number');
  const after = markOf(tokens[i + 1], 'compare');
  if (first === undefined || after?.side !== 'after') return undefined;
  return { op: after.op, n: first.n, unit: first.unit, taken: 1 };
}

/** What a sum of money is said in; a bare number is one too. */
const yuan: ReadonlySet<string> = new Set(['', '元', '块', '块钱']);

/** Is it money that a number with this measure counts? */
export const isMoney = (unit: string): boolean => yuan.has(unit);
