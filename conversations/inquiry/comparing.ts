import type { Having } from './inquiry.ts';
import type { InquiryMark, InquiryToken } from './mark.ts';

export interface Comparison {
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

/** What a share of units is said in: 30%, 三成. */
const shareUnits: Readonly<Record<string, number>> = { '%': 1, 成: 10 };
/** What a number of units is counted in. */
const countUnits: ReadonlySet<string> = new Set(['', '个', '条', '件', '户', '家', '处', '起']);

/** 进度低于30%的镇, 问题超过10个的村: which units, by their share or their number. Undefined where no units are asked for. */
export function havingOf({ op, n, unit }: Comparison, ofUnits: boolean): Having | undefined {
  const factor = shareUnits[unit];
  if (factor !== undefined) return { as: 'share', op, than: Math.round(n * factor) };
  return ofUnits && countUnits.has(unit) ? { as: 'count', op, than: Math.round(n) } : undefined;
}
