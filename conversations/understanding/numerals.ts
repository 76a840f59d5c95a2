import { isExact, type NumberSpan } from './number-span.ts';
import { Accumulator } from './numeral-accumulator.ts';
import { joinRanges } from './numeral-range.ts';
import { cnDigits, countWord, notNumbers, startsNumber, tensOf, unitOf, zeros } from './numeral-words.ts';

/** All numbers of a text from left to right, ranges (3-4万, 三万到四万) joined. Linear in the text. */
export function scanNumbers(text: string): NumberSpan[] {
  const found: NumberSpan[] = [];
  let i = 0;
  while (i < text.length) {
    if (!startsNumber.test(text.charAt(i))) {
      i++;
      continue;
    }
    notNumbers.lastIndex = i;
    if (notNumbers.test(text)) {
      i = Math.max(notNumbers.lastIndex, i + 1);
      continue;
    }
    const at = isRank(text, i) ? undefined : readNumber(text, i);
    if (at) found.push(at);
    i = at ? at.end : i + 1;
  }
  return found.length > 1 ? joinRanges(text, found) : found;
}

/** The value of a text that is one plain number and nothing else. */
export function wholeNumber(text: string): number | undefined {
  const [only, ...others] = scanNumbers(text);
  if (!only || others.length > 0 || only.start !== 0 || only.end !== text.length) return undefined;
  return isExact(only) && !only.odd ? only.lo : undefined;
}

const rankBefore = /[第老周初高]$|星期$|礼拜$/;
const kinBehind = /^[二三四五六](?:儿子|女儿|闺女|儿媳|姑娘|叔|哥|姐|婶|爷|姑|舅|姨|伯|弟|妹)/;

/** 第3, 老二, 初三, 二儿子: a rank, not a count. */
function isRank(text: string, i: number): boolean {
  const before = i > 0 ? text.slice(Math.max(0, i - 2), i) : '';
  if (before.endsWith('第')) return true;
  const char = text.charAt(i);
  if (!cnDigits.has(char) || unitOf.has(text.charAt(i + 1))) return false;
  // 老两口 and 老二 are names of people; kinship counts them elsewhere.
  if (rankBefore.test(before)) return before.endsWith('老') || !/两|俩/.test(char);
  return kinBehind.test(text.slice(i, i + 4));
}

const arabic = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const digitOrZero = /[一二三四五六七八九两俩仨幺壹贰叁肆伍陆柒捌玖零〇]/;

function readNumber(text: string, start: number): NumberSpan | undefined {
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

function readArabic(text: string, acc: Accumulator): boolean {
  if (acc.pending) return false;
  arabic.lastIndex = acc.pos;
  const written = arabic.exec(text)?.[0];
  if (written === undefined) return false;
  const plain = written.replaceAll(',', '');
  const n = Number(plain);
  acc.pending = {
    at: acc.pos,
    lo: n,
    hi: n,
    digits: plain.startsWith('0') && plain.length > 1 ? 4 : plain.length,
  };
  acc.pos += written.length;
  readSpokenDecimals(text, acc);
  return true;
}

/** 4万一年: the 一 belongs to the next word. */
function startsWord(text: string, pos: number): boolean {
  notNumbers.lastIndex = pos;
  return notNumbers.test(text);
}

/** A run of Chinese digits: one digit, a range (三四万), or digit by digit (二零二一). */
function readChinese(text: string, acc: Accumulator): boolean {
  if (acc.pending || startsWord(text, acc.pos)) return false;
  let end = acc.pos;
  while (
    end < text.length &&
    digitOrZero.test(text.charAt(end)) &&
    (end === acc.pos || !startsWord(text, end))
  )
    end++;
  // 七八一十 can't be: a lone digit before 十 starts the next section, so a run never swallows a unit.
  const run = [...text.slice(acc.pos, end)].map((c) => cnDigits.get(c) ?? 0);
  const [a = 0, b = 0] = run;
  const range = run.length === 2 && (b === a + 1 || (a === 3 && b === 5)) && a > 0;
  const n = run.reduce((sum, d) => sum * 10 + d, 0);
  acc.pending = range
    ? { at: acc.pos, lo: a, hi: b, digits: 1 }
    : { at: acc.pos, lo: n, hi: n, digits: a === 0 ? 4 : run.length };
  // 两万俩, 三三万 (张三,三万?): nobody says a number so.
  const repeated = run.length > 1 && !range && (unitOf.get(text.charAt(end)) ?? 0) >= 1000;
  if (repeated || (acc.lastUnit > 0 && /[俩仨]/.test(text.charAt(end - 1)))) acc.odd = true;
  acc.pos = end;
  if (!range) readSpokenDecimals(text, acc);
  return true;
}

/** 三点二万, 3点5万. */
function readSpokenDecimals(text: string, acc: Accumulator): void {
  if (text.charAt(acc.pos) !== '点' || !acc.pending || !Number.isInteger(acc.pending.lo)) return;
  let end = acc.pos + 1;
  let digits = '';
  while (end < text.length && digits.length < 6) {
    const char = text.charAt(end);
    const digit = zeros.includes(char)
      ? 0
      : (cnDigits.get(char) ?? (/\d/.test(char) ? Number(char) : undefined));
    if (digit === undefined || char === '两') break;
    digits += digit;
    end++;
  }
  if (digits === '') return;
  const n = Number(`${acc.pending.lo}.${digits}`);
  acc.pending = { ...acc.pending, lo: n, hi: n, digits: 4 };
  acc.pos = end;
}

/** 二十点五万: decimals behind a unit. */
function readRoundDecimals(text: string, acc: Accumulator): boolean {
  const start = acc.pos;
  acc.pending = { at: start, lo: 0, hi: 0, digits: 4 };
  readSpokenDecimals(text, acc);
  if (acc.pos === start) acc.pending = undefined;
  return acc.pos > start;
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
  if (!countWord.test(text.slice(acc.pos, acc.pos + 3))) return;
  acc.pos = tail.at;
  acc.pending = undefined;
}
