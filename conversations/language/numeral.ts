const digits = '零一二三四五六七八九';

/** 6 → 六, 14 → 十四, 20 → 二十: a whole number from 1 to 99 as headings of the trade count. */
export function numeralSaid(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${ten}${ones === 0 ? '' : digits[ones]}`;
}
