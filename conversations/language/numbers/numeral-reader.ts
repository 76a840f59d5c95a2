import type { NumberSpan } from './number-span.ts';
import { Accumulator } from './numeral-accumulator.ts';
import { digitOrZero, readArabic, readChinese, readRoundDecimals } from './numeral-digits.ts';
import { countWord, tensOf, unitOf, zeros } from './numeral-words.ts';

/** The number that begins here, if one does. */
export function readNumber(text: string, start: number): NumberSpan | undefined {
  const acc = new Accumulator(start);
  if (!readLeadingUnit(text, acc)) return undefined;
  while (acc.pos < text.length && step(text, acc));
  if (!acc.begun && !acc.vague) return undefined;
  splitOffCount(text, acc);
  return acc.finish();
}

/**
 * A number may open with a unit: 十五, 万二 (12,000), 千把块 (about a thousand), 上万. Otherwise 百, 千, 万
 * without a digit is part of a word.
 */
function readLeadingUnit(text: string, acc: Accumulator): boolean {
  const unit = unitOf.get(text.charAt(acc.pos));
  if (unit === undefined || unit === 10) return true;
  const next = text.charAt(acc.pos + 1);
  if (/[把儿来十八]/.test(next)) {
    acc.vague = true;
  } else if (/[上过近成小]/.test(text.charAt(acc.pos - 1))) {
    acc.more = true;
  } else if (!/[二三四五六七九两]/.test(next)) return false;
  acc.take(unit);
  acc.pos++;
  if (next === '儿') acc.pos++;
  return true;
}

/** Reads one token; false at the end of the number. */
function step(text: string, acc: Accumulator): boolean {
  const char = text.charAt(acc.pos);
  if (char >= '0' && char <= '9') return readArabic(text, acc);
  if (zeros.includes(char) && acc.lastUnit > 0 && !acc.pending) {
    acc.zero = true;
    acc.pos++;
    return true;
  }
  if (digitOrZero.test(char)) return readChinese(text, acc);
  const unit = unitOf.get(char);
  if (unit !== undefined) return readUnit(text, acc, char, unit);
  if (char === '点' && !acc.pending && acc.lastUnit > 0 && acc.unit < 1e4)
    return readRoundDecimals(text, acc);
  return readModifier(text, acc, char);
}

function readUnit(text: string, acc: Accumulator, char: string, unit: number): boolean {
  if (char === 'k' || char === 'w') {
    if (!acc.pending || /^(?!rmb)[a-z]/.test(text.slice(acc.pos + 1, acc.pos + 4))) return false;
  }
  if (!acc.pending && acc.lastUnit > 0 && unit < 1e4 && !(unit === 10 && acc.lastUnit >= 100)) return false;
  if (!acc.take(unit)) {
    // 3万4万: the pending digit belongs to the next number.
    if (acc.pending) acc.pos = acc.pending.at;
    acc.pending = undefined;
    return false;
  }
  acc.pos++;
  return true;
}

const difference = /^[了挣收赚卖]{1,2}[\d一二三四五六七八九两]/;

/** 几, 多, 来, 余, 把, 半, 廿, a space before a unit, 个 before w: what stands between digits and units. */
function readModifier(text: string, acc: Accumulator, char: string): boolean {
  const next = text.charAt(acc.pos + 1);
  if (char === ' ') {
    if (!acc.pending || !/[万千百kw亿]/.test(next)) return false;
  } else if (char === '个') {
    if (!acc.pending || !/[万w亿]/.test(next) || /[a-z]/.test(text.charAt(acc.pos + 2))) return false;
    acc.odd = true;
  } else if (char === '几' || char === '数') {
    if (acc.pending) return false;
    if (acc.lastUnit > 10) acc.more = true;
    else acc.vague = true;
  } else if (char === '多' || char === '余') {
    // 比3万多了2千 tells how far from it, not about how much.
    if (!acc.begun || difference.test(text.slice(acc.pos + 1, acc.pos + 4))) return false;
    acc.more = true;
  } else if (char === '来') {
    if (!acc.begun || !/[万千百元块口个人斤亩岁户]/.test(next)) return false;
    acc.more = true;
  } else if (char === '把') {
    if (acc.lastUnit < 100 || acc.pending) return false;
    acc.vague = true;
  } else if (char === '半') {
    if (acc.lastUnit < 100 || acc.pending || /[年月天个]/.test(next)) return false;
    acc.pending = { at: acc.pos, lo: 5, hi: 5, digits: 1 };
  } else {
    const ten = tensOf.get(char);
    if (ten === undefined || acc.pending || acc.lastUnit === 10) return false;
    acc.pending = { at: acc.pos, lo: ten / 10, hi: ten / 10, digits: 1 };
    acc.take(10);
  }
  acc.pos++;
  return true;
}

/** In 3万2个娃 the 2 counts children: it is given back to the scanner. */
function splitOffCount(text: string, acc: Accumulator): void {
  const tail = acc.pending;
  if (!tail || acc.lastUnit < 1000 || acc.zero || tail.digits !== 1) return;
  // 收入3万2人口4: the word 人口 counts nothing of what stands before it.
  if (
    !countWord.test(text.slice(acc.pos, acc.pos + 3)) ||
    /^人口[\d:：是有]/u.test(text.slice(acc.pos, acc.pos + 3))
  )
    return;
  acc.pos = tail.at;
  acc.pending = undefined;
}
