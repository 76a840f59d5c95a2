import type { NumberSpan } from './number-span.ts';

const dash = /^ ?(?:-|~|到|至|或者?|还是) ?$/;
const listed = /^ ?[、,] ?$/;

/** Joins 3-4万, 三万到四万, 3、4万 and 3万还是4万 into one span with `lo` and `hi`. */
export function joinRanges(text: string, spans: readonly NumberSpan[]): NumberSpan[] {
  const joined: NumberSpan[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    const range = before && tryJoin(text.slice(before.end, span.start), before, span);
    if (range) joined[joined.length - 1] = range;
    else joined.push(span);
  }
  return joined;
}

function tryJoin(between: string, a: NumberSpan, b: NumberSpan): NumberSpan | undefined {
  if (between.length > 4) return undefined;
  const isList = listed.test(between);
  if (!isList && !dash.test(between)) return undefined;
  const lend = a.unit === 1 && b.unit > 1 && a.hi * b.unit < b.hi ? b.unit : 1;
  const lo = a.lo * lend;
  if (lo >= b.hi) return undefined;
  // 3、4口 is a range; 1、5口 or 打工3万、种地4万 is a list.
  if (isList && !(a.unit === 1 && a.lo < 10 && a.lo === a.hi && b.lo / b.unit === a.lo + 1)) return undefined;
  return { ...b, start: a.start, lo, vague: a.vague || b.vague, more: a.more || b.more, odd: a.odd || b.odd };
}
