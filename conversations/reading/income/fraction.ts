import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import { wholeNumber } from '../../language/numbers/numerals.ts';

const digitBehind = /^ ?(?:元|块)钱?([一二两三四五六七八九\d])(?:(毛|角)|(?=$|[,。; 吧]))/u;

/**
 * 十块五, 32块5毛 have a fraction; of 4千块五 nobody knows whether it is half a yuan or five hundred. 五毛 alone
 * is half a yuan.
 */
export function withFraction(n: NumberSpan, after: string): { n: NumberSpan; length: number } {
  if (n.unit === 1 && /^ ?[毛角](?:钱|$|[,。; ])/u.test(after))
    return { n: { ...n, lo: n.lo / 10, hi: n.hi / 10 }, length: 1 };
  const [whole = '', digit, dimes] = digitBehind.exec(after) ?? [];
  if (digit === undefined || !isExact(n)) return { n, length: 0 };
  if (dimes === undefined && n.unit >= 1000) return { n: { ...n, odd: true }, length: whole.length };
  const yuan = n.lo + (wholeNumber(digit) ?? 0) / 10;
  return { n: { ...n, lo: yuan, hi: yuan }, length: whole.length };
}
