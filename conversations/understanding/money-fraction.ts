import { isExact, type NumberSpan } from '../language/numbers/number-span.ts';
import { wholeNumber } from '../language/numbers/numerals.ts';

/** 2万块零五百: the second number goes on where the first left off. */
export function continues(last: NumberSpan, n: NumberSpan, text: string): boolean {
  const opensWithZero = text.charAt(n.start) === '零' && /^(?:元|块)钱?$/.test(text.slice(last.end, n.start));
  return opensWithZero && isExact(n) && n.lo < last.unit;
}

const digitBehind = /^ ?(?:元|块)钱?([一二两三四五六七八九\d])(?:(毛|角)|(?=$|[,。; 吧]))/;

/**
 * 十块五, 32块5毛 have a fraction; of 4千块五 nobody knows whether it is half a yuan or five hundred. 五毛 alone
 * is half a yuan.
 */
export function withFraction(n: NumberSpan, after: string): NumberSpan {
  if (n.unit === 1 && /^ ?[毛角](?:钱|$|[,。; ])/.test(after)) return { ...n, lo: n.lo / 10, hi: n.hi / 10 };
  const [, digit, dimes] = digitBehind.exec(after) ?? [];
  if (digit === undefined || !isExact(n)) return n;
  if (dimes === undefined && n.unit >= 1000) return { ...n, odd: true };
  const yuan = n.lo + (wholeNumber(digit) ?? 0) / 10;
  return { ...n, lo: yuan, hi: yuan };
}
