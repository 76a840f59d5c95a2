import { isExact, type NumberSpan } from './number-span.ts';
import { joinRanges } from './numeral-range.ts';
import { readNumber } from './numeral-reader.ts';
import { cnDigits, notNumbers, startsNumber, unitOf } from './numeral-words.ts';

/** All numbers of a text from left to right, ranges (3-4万, 三万到四万) joined. Linear in the text. */
export function scanNumbers(text: string): NumberSpan[] {
  const found: NumberSpan[] = [];
  let i = text.search(startsNumber);
  if (i < 0) return found;
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
  // 两老两小: the second is no rank.
  if (/老$/.test(before) && text.charAt(i + 1) === '小') return false;
  if (rankBefore.test(before)) return before.endsWith('老') || !/两|俩/.test(char);
  return kinBehind.test(text.slice(i, i + 4));
}
