import type { Accumulator } from './numeral-accumulator.ts';
import { cnDigits, notNumbers, unitOf, zeros } from './numeral-words.ts';

const arabic = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
export const digitOrZero = /[一二三四五六七八九两俩仨幺壹贰叁肆伍陆柒捌玖零〇]/;

/** 3, 28,000, 3.5: a figure in Arabic digits. */
export function readArabic(text: string, acc: Accumulator): boolean {
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

/** A run of Chinese digits: one digit, a range (三四万), or digit by digit (二零二一); 夫妻俩|两个孩子 are two. */
export function readChinese(text: string, acc: Accumulator): boolean {
  if (acc.pending || startsWord(text, acc.pos)) return false;
  let end = acc.pos;
  while (
    end < text.length &&
    digitOrZero.test(text.charAt(end)) &&
    (end === acc.pos || !(startsWord(text, end) || /[俩仨]/.test(text.charAt(end - 1))))
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
export function readRoundDecimals(text: string, acc: Accumulator): boolean {
  const start = acc.pos;
  acc.pending = { at: start, lo: 0, hi: 0, digits: 4 };
  readSpokenDecimals(text, acc);
  if (acc.pos === start) acc.pending = undefined;
  return acc.pos > start;
}
