import type { Mark } from './mark.ts';

const digits = '零一二三四五六七八九';
const written = /(?:\d{1,9}(?:\.\d+)?|[零一二两三四五六七八九十百千]{1,7})/uy;
/** What a number counts; a number without it is a bare one. */
const measures =
  /(万元|千元|块钱|元|块|万|千|口人|口|人|天内|天|日|号|户|家|个|岁|%|组|条|件|名|年|月|周|位)/uy;

/** 3 → 3, 二十 → 20, 一百二 → 120; undefined for what is no number. */
export function numeral(text: string): number | undefined {
  if (/^\d/u.test(text)) return Number(text);
  if (!/[^零]/u.test(text)) return 0;
  let total = 0;
  let digit = 0;
  let last = 1;
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit === undefined) {
      digit = char === '两' ? 2 : digits.indexOf(char);
      continue;
    }
    total += (digit === 0 ? 1 : digit) * unit;
    digit = 0;
    last = unit;
  }
  return total + (last > 10 && digit > 0 && !text.includes('零') ? digit * (last / 10) : digit);
}

/** A number at a place with what it counts: 6000元, 3万, 三天, 12月3日, 3组. One reader for every spelling. */
export function numberAt(text: string, at: number): { length: number; marks: readonly Mark[] } | undefined {
  const date = dateAt(text, at);
  if (date !== undefined) return date;
  const found = match(written, text, at);
  const n = found === undefined ? undefined : numeral(found);
  if (found === undefined || n === undefined) return ordinalGroup(text, at);
  const unit = match(measures, text, at + found.length) ?? '';
  const length = found.length + unit.length;
  if (unit === '组') return { length, marks: [{ is: 'group', group: `${n}组` }] };
  if (unit === '号' || unit === '日') return { length, marks: [{ is: 'date', day: n, said: `${n}日` }] };
  if (unit.startsWith('万'))
    return { length, marks: [{ is: 'number', n: Math.round(n * 10_000), unit: '元' }] };
  if (unit.startsWith('千'))
    return { length, marks: [{ is: 'number', n: Math.round(n * 1000), unit: '元' }] };
  // 一 alone is seldom a number: 一下, 一起.
  if (unit === '' && !/^\d/u.test(found) && found.length === 1) return undefined;
  return { length, marks: [{ is: 'number', n, unit }] };
}

const monthDay =
  /(\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月|\.|-)(\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]?/uy;

function dateAt(text: string, at: number): { length: number; marks: readonly Mark[] } | undefined {
  if (/\d/u.test(text.charAt(at - 1))) return undefined;
  monthDay.lastIndex = at;
  const found = monthDay.exec(text);
  if (found === null) return undefined;
  const month = numeral(found[1] ?? '') ?? 0;
  const day = numeral(found[2] ?? '') ?? 0;
  const plain = found[0].includes('.') && !/[日号]$/u.test(found[0]);
  if (month < 1 || month > 12 || day < 1 || day > 31 || plain) return undefined;
  return { length: found[0].length, marks: [{ is: 'date', month, day, said: `${month}月${day}日` }] };
}

const ordinal = /第(\d{1,3}|[一二三四五六七八九十]{1,3})(?:村民)?组/uy;

function ordinalGroup(text: string, at: number): { length: number; marks: readonly Mark[] } | undefined {
  ordinal.lastIndex = at;
  const found = ordinal.exec(text);
  if (found === null) return undefined;
  return { length: found[0].length, marks: [{ is: 'group', group: `${numeral(found[1] ?? '') ?? 0}组` }] };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
