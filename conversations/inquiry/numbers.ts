import { isExact } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import type { MarkFound } from './mark.ts';
import { measureAt } from './words/measures.ts';

const weekly: ReadonlySet<string> = new Set(['周', '星期', '个星期']);
/** From here on a number without a measure is a sum of money: 3万, 三千. */
const money = 1000;

interface NumberSaid {
  length: number;
  marks: readonly MarkFound[];
}

/**
 * The numbers of a sentence by the place where they begin, each with what it counts: 6000元, 3万, 三天, 12月3日, 第3组.
 * Ranges and vague numbers (三四户, 十几户) are none.
 */
export function numbersIn(text: string): ReadonlyMap<number, NumberSaid> {
  const found = new Map<number, NumberSaid>();
  for (const { start, length, marks } of datesIn(text)) found.set(start, { length, marks });
  for (const span of scanNumbers(text)) {
    if (found.has(span.start) || !isExact(span)) continue;
    const measured = measureAt(text, span.end);
    const weeks = weekly.has(measured);
    const unit = weeks ? '天' : measured;
    const written = text.slice(span.start, span.end);
    const percent = unit === '' && text.slice(span.start - 3, span.start) === '百分之';
    if (percent) {
      const marks: MarkFound[] = [{ is: 'number', n: Math.round(span.lo), unit: '%' }];
      found.set(span.start - 3, { length: span.end - span.start + 3, marks });
      continue;
    }
    const bigs = unit === '' && span.unit >= money && /[万千wk]$/iu.test(written);
    const first = text.charAt(span.start - 1) === '前' ? true : undefined;
    const marks = marksOf(weeks ? span.lo * 7 : span.lo, bigs ? '元' : unit, written, first);
    if (marks === undefined) continue;
    const length = span.end - span.start + measured.length;
    found.set(span.start, { length, marks });
    const before = text.charAt(span.start - 1);
    if ((unit.endsWith('组') && before === '第') || before === '前')
      found.set(span.start - 1, { length: length + 1, marks });
  }
  return found;
}

function marksOf(
  n: number,
  unit: string,
  written: string,
  first: true | undefined,
): readonly MarkFound[] | undefined {
  if (unit === '组' || unit === '村民组') return [{ is: 'group', group: `${n}组` }];
  if (unit === '号' || unit === '日') return [{ is: 'date', day: n, said: `${n}日` }];
  // 一 alone is seldom a number: 一下, 一起.
  if (unit === '' && first === undefined && !/^\d/u.test(written) && written.length === 1) return undefined;
  return [{ is: 'number', n: Math.round(n), unit, ...(first === undefined ? {} : { first }) }];
}

const monthDay =
  /(?<!\d)(\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月|\.|-)(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?/gu;

function* datesIn(text: string): Generator<NumberSaid & { start: number }> {
  for (const found of text.matchAll(monthDay)) {
    const month = plain(found[1] ?? '');
    const day = plain(found[2] ?? '');
    const decimal = found[0].includes('.') && !/[日号]$/u.test(found[0]);
    if (month < 1 || month > 12 || day < 1 || day > 31 || decimal) continue;
    yield {
      start: found.index,
      length: found[0].length,
      marks: [{ is: 'date', month, day, said: `${month}月${day}日` }],
    };
  }
}

const plain = (written: string): number => scanNumbers(written)[0]?.lo ?? 0;
