import fc from 'fast-check';

const digits = '零一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';

interface Script {
  digits: string;
  units: readonly string[];
  wan: string;
}

const plain: Script = { digits, units: ['', '十', '百', '千'], wan: '万' };
const formal: Script = { digits: formalDigits, units: ['', '拾', '佰', '仟'], wan: '万' };

/** 1 to 9,999 in full: 一千零五十, 三百二十. */
function section(n: number, script: Script): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const d = Math.floor(n / 10 ** place) % 10;
    if (d === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${script.digits.charAt(d)}${script.units[place] ?? ''}`;
    gap = false;
  }
  return text;
}

/** A whole number below 10^8 as a schoolbook writes it. */
export function written(n: number, script: Script = plain): string {
  if (n === 0) return '零';
  const wan = Math.floor(n / 10_000);
  const rest = n % 10_000;
  const head = wan > 0 ? section(wan, script) + script.wan : '';
  const bridge = wan > 0 && rest > 0 && rest < 1000 ? '零' : '';
  return head + bridge + (rest > 0 ? section(rest, script) : '');
}

/** The last unit left out, as in speech: 三千五, 三万二, where only two neighbouring places are filled. */
function clipped(n: number): string | undefined {
  const full = written(n);
  return /[一二三四五六七八九][百千万][一二三四五六七八九][十百千]$/.test(full) &&
    /(?:万.千|千.百|百.十)$/.test(full)
    ? full.slice(0, -1)
    : undefined;
}

function wanDecimal(n: number, unit: string): string | undefined {
  return n >= 10_000 && n % 100 === 0 ? `${n / 10_000}${unit}` : undefined;
}

/** 3万2千5百, 12万8千. */
function mixed(n: number): string | undefined {
  const wan = Math.floor(n / 10_000);
  const rest = n % 10_000;
  if (wan === 0 || rest % 100 !== 0) return undefined;
  const thousands = Math.floor(rest / 1000);
  const hundreds = Math.floor(rest / 100) % 10;
  if (thousands === 0 && hundreds > 0) return undefined;
  return `${wan}万${thousands > 0 ? `${thousands}千` : ''}${hundreds > 0 ? `${hundreds}百` : ''}`;
}

function wanAndDigits(n: number): string | undefined {
  const rest = n % 10_000;
  return n >= 10_000 && rest >= 1000 ? `${Math.floor(n / 10_000)}万${rest}` : undefined;
}

/** 3万2, 3w2, 8千5: the digit behind the unit stands one place lower. */
function clippedDigits(n: number): string[] {
  const thousands = n / 1000;
  if (Number.isInteger(thousands) && thousands > 10 && thousands % 10 > 0) {
    const [wan, rest] = [Math.floor(thousands / 10), thousands % 10];
    return [`${wan}万${rest}`, `${wan}w${rest}`, `${wan}W${rest}`];
  }
  const hundreds = n / 100;
  const short = Number.isInteger(hundreds) && hundreds > 10 && hundreds < 100 && hundreds % 10 > 0;
  return short
    ? [`${Math.floor(hundreds / 10)}千${hundreds % 10}`, `${Math.floor(hundreds / 10)}k${hundreds % 10}`]
    : [];
}

/** 三点二万, as voice typing and old people have it. */
function spokenDecimal(n: number): string | undefined {
  if (n < 10_000 || n % 100 !== 0 || n % 10_000 === 0) return undefined;
  const [whole = '', decimals = ''] = String(n / 10_000).split('.');
  return `${written(Number(whole))}点${[...decimals].map((d) => digits.charAt(Number(d))).join('')}万`;
}

/** 3万零500, 十万零五千: a spoken 零 between the parts. */
function bridged(n: number): string | undefined {
  const rest = n % 10_000;
  return n >= 10_000 && rest > 0 && rest < 1000 ? `${Math.floor(n / 10_000)}万零${rest}` : undefined;
}

function traditional(text: string): string {
  const from = '万贰陆叁';
  return [...text].map((c) => '萬貳陸叄'.charAt(from.indexOf(c)) || c).join('');
}

function fullWidth(n: number): string {
  return fullWidthText(String(n));
}

function fullWidthText(text: string): string {
  return text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** Every usual way to type or say a number. */
export function spellings(n: number): string[] {
  const two = written(n)
    .replace(/^二(?=[百千万])/, '两')
    .replace(/二(?=千|万)/g, '两');
  const decimal = wanDecimal(n, '万');
  const all = [
    String(n),
    n.toLocaleString('en-US'),
    fullWidth(n),
    written(n),
    two,
    written(n, formal),
    n >= 10 && n < 20 ? written(n).replace(/^一/, '') : undefined,
    clipped(n),
    decimal,
    decimal && fullWidthText(decimal),
    decimal && `${n / 10_000} 万`,
    decimal && traditional(decimal),
    wanDecimal(n, 'w'),
    wanDecimal(n, 'W'),
    n % 1000 === 0 && n > 0 && n < 1_000_000 ? `${n / 1000}k` : undefined,
    n % 1000 === 0 && n > 0 && n < 10_000 ? `${n / 1000}千` : undefined,
    mixed(n),
    wanAndDigits(n),
    ...clippedDigits(n),
    spokenDecimal(n),
    bridged(n),
    written(n).replaceAll('零', '〇'),
    traditional(written(n)),
    traditional(written(n, formal)),
    two.replace(/^两(?=[千万])/, '俩'),
  ];
  return [...new Set(all.filter((s): s is string => s !== undefined))];
}

/** Numbers that people have: small ones, round sums, and any up to a hundred million. */
export const amounts: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 1, max: 999 }).map((n) => n * 100),
  fc.integer({ min: 1, max: 9999 }).map((n) => n * 1000),
  fc.integer({ min: 0, max: 99_999_999 }),
);
