import { type Condition, type Having, theLine } from './inquiry.ts';
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

/** 监测线 for a number: which one it is the settings know. */
const asNumber = (token: InquiryToken | undefined): Extract<InquiryMark, { is: 'number' }> | undefined =>
  markOf(token, 'line') === undefined ? markOf(token, 'number') : { is: 'number', n: theLine, unit: '' };

/** A comparison that begins at a place: 低于6000, 5口以上, 超过5万. */
export function comparisonAt(tokens: readonly InquiryToken[], i: number): Comparison | undefined {
  const before = markOf(tokens[i], 'compare');
  const number = asNumber(tokens[i + 1]);
  if (before?.side === 'before' && number !== undefined)
    return { op: before.op, n: number.n, unit: number.unit, taken: 1 };
  const first = asNumber(tokens[i]);
  const after = markOf(tokens[i + 1], 'compare');
  // 五分钟不到的
  const short = tokens[i + 1]?.text ?? '';
  if (first !== undefined && after?.side === 'before' && after.op === 'lt' && short.startsWith('不'))
    if (asNumber(tokens[i + 2]) === undefined) return { op: 'lt', n: first.n, unit: first.unit, taken: 1 };
  if (first === undefined || after?.side !== 'after') return undefined;
  return { op: after.op, n: first.n, unit: first.unit, taken: 1 };
}

/** What a sum of money is said in; a bare number is one too. */
const yuan: ReadonlySet<string> = new Set(['', '元', '块', '块钱']);

/** 超期5天以上, 三天内: to the date set; 不到5分钟: how long a visit took. Undefined where no time is compared. */
export function timeCompared(
  { op, n, unit }: Comparison,
  where: readonly Condition[],
  deadline: boolean,
): Condition | undefined {
  const than = Math.round(n);
  if (unit === '分钟' || unit === '分') return { on: 'spent', op, than };
  if (unit !== '天' && unit !== '天内') return undefined;
  const within = deadline || op === 'le' || op === 'lt';
  const overdue = where.some((c) => c.on === 'problemState' && c.values.includes('overdue'));
  return { on: 'due', is: overdue || !within ? 'over' : 'within', days: than };
}

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
